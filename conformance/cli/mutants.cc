#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/mutation_score/by_properties.h"
#include "conformance/search/mutation_score/by_scripts.h"
#include "conformance/search/sweep/space.h"
#include "fuzz/campaign/mutants.h"
#include "reports/model/exit_status.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::cli {
namespace {

struct MutantsOptions {
  std::string by = "scripts";
  unsigned depth = 2;
  std::vector<std::filesystem::path> scripts;
  search::mutation_score::PropertiesTableOptions search;
  std::vector<std::string> names;            // empty: all mutants
  std::optional<std::filesystem::path> out;  // nullopt: the table on standard output only
};

int mutants_by_fuzz(const MutantsOptions& options,
                    const search::mutation_score::MutationScoreReport& report) {
  return fuzz::campaign::mutants_by_fuzz({.repeats = static_cast<unsigned>(options.search.repeats),
                                          .jobs = std::max(1U, std::thread::hardware_concurrency()),
                                          .seed = options.search.seed,
                                          .limit = options.search.limit,
                                          .names = options.names},
                                         report);
}

int show_mutants(const MutantsOptions& options, const reports::Invocation& invocation) {
  const search::mutation_score::MutationScoreReport report{
      .out = options.out ? std::filesystem::absolute(*options.out) : std::filesystem::path{},
      .command = reports::words::command_line(invocation)};
  if (const auto place = search::mutation_score::check_place(report); !place)
    return reports::could_not_run(place.error());
  if (options.by == "fuzz") return mutants_by_fuzz(options, report);
  if (!options.names.empty()) {
    return reports::could_not_run(options.names.front() +
                                  ": mutants can be named with --by fuzz only (leave the names out)");
  }
  if (options.by == "properties")
    return search::mutation_score::mutants_by_properties(options.search, report);
  if (options.by == "sweep") return search::mutation_score::mutants_by_sweep(options.depth, report);
  return search::mutation_score::mutants_by_scripts(repository::scripts_named(options.scripts), report);
}

}  // namespace

void add_mutants(Program& program) {
  Command command = program.subcommand("mutants", "Show which mutants a search catches, and how");
  auto options = std::make_shared<MutantsOptions>();
  command.text("--by", options->by, "the search (scripts)")
      .one_of({"scripts", "sweep", "properties", "fuzz"});
  command.number("--depth", options->depth, {1, search::sweep::depth_max}, "depth of the sweep (2)");
  add_script_paths(command, options->scripts);
  command.number("--repeats", options->search.repeats, {1, 1000},
                 "number of searches for each mutant (1)");
  command.number("--seed", options->search.seed, {},
                 "seed of the first search; each further search adds 1");
  command.duration("--limit", options->search.limit, "for each search (1m)");
  add_report_folder(command, options->out,
                    ", with a curve of the mutants caught over time; results of other searches in it "
                    "are kept");
  command.text("MUTANT", options->names, "mutants to search with --by fuzz (all)");
  command.footer(
      "Exit status: 0 all caught, 1 not all, 2 could not run, 129, 130 or 143 interrupted.\n"
      "Example: netioconf mutants --by scripts\n"
      "         netioconf mutants --by sweep --out out/mutants\n"
      "         netioconf mutants --by fuzz --repeats 5");
  command.run(
      [options](const reports::Invocation& invocation) { return show_mutants(*options, invocation); });
}

}  // namespace netioconf::conformance::cli
