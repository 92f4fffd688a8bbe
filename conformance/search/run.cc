#include "conformance/search/run.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/execution/progress.h"
#include "conformance/execution/rule_mutants.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/text/text.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::search {

reports::Report report_before(std::string implementation, oracle::readings::Profile profile,
                              const reports::Invocation& invocation) {
  reports::Report report;
  report.implementation = std::move(implementation);
  report.profile = profile;
  report.invocation = invocation;
  report.command = reports::words::command_line(invocation);
  report.version = NETIOCONF_VERSION;
  return report;
}

std::expected<reports::Report, std::string> run(execution::Implementation& implementation,
                                                const std::vector<corpora::text::LoadedScript>& scripts,
                                                oracle::readings::Profile profile,
                                                reports::Report before,
                                                const SearchAfterScripts& search) {
  reports::Summary summary{std::move(before)};
  oracle::engine::Judge judge{profile};
  execution::Progress progress{"scripts", scripts.size()};
  std::uint64_t done = 0;
  std::vector<execution::Execution> deviating;
  for (const corpora::text::LoadedScript& script : scripts) {
    execution::Execution execution{
        .script = script.script, .trace = implementation.observe(script.script), .judgement = {}};
    execution.judgement = judge.judge(execution.trace);
    summary.add({.path = script.path,
                 .comment = corpora::text::words_of(script.comment),
                 .trace = execution.trace,
                 .judgement = execution.judgement});
    if (execution::deviates(execution)) deviating.push_back(std::move(execution));
    progress.show(++done);
  }
  auto found = search(judge, summary, deviating);
  if (!found) return std::unexpected(found.error());
  reports::Report report = summary.report(judge.followed(), judge.coverage());
  report.searches = std::move(found->searches);
  report.space = std::move(found->space);
  return execution::with_mutants(std::move(report));
}

reports::Extent extent_of(const std::set<std::string>& scripts) {
  const std::filesystem::path folder = repository::committed_scripts();
  const auto files = corpora::files::files_below(folder);
  if (!files) return reports::Extent::partial;
  const bool whole = std::all_of(files->begin(), files->end(), [&](const std::filesystem::path& file) {
    return scripts.contains(file.lexically_relative(folder).replace_extension().generic_string());
  });
  return whole ? reports::Extent::whole : reports::Extent::partial;
}

}  // namespace netioconf::conformance::search
