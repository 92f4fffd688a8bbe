#include "fuzz/campaign/final_report.h"

#include "conformance/repository/repository_paths.h"
#include "conformance/search/check.h"
#include "conformance/search/run.h"
#include "conformance/search/unfinished.h"
#include "reports/words/replay.h"

namespace netioconf::fuzz::campaign {

namespace fs = std::filesystem;
namespace search = conformance::search;

std::expected<void, std::string> note_begin(const CampaignOptions& options) {
  reports::Report before =
      search::report_before(options.implementation, options.profile, options.invocation);
  search::divide(before, options.shard, reports::words::divided_run(options.invocation), false);
  return search::note_begin(before, options.out);
}

int report(const CampaignOptions& options, const CampaignEnd& end) {
  search::CheckOptions check;
  check.implementation = options.implementation;
  check.scripts = {conformance::repository::committed_scripts()};
  if (!end.found_scripts.empty()) check.own_scripts = {end.found_scripts};
  check.shard = options.shard;
  check.divided_run = reports::words::divided_run(options.invocation);
  check.unfinished = end.unfinished;
  check.profile = options.profile;
  check.isolate = true;
  check.time_limit = options.time_limit;
  check.destination = {.out = options.out, .source_root = options.source_root, .style = options.style};
  std::vector<std::string> scripts;
  for (const auto& paths : {check.scripts, check.own_scripts}) {
    for (const fs::path& path : paths) scripts.push_back(path.string());
  }
  check.invocation = reports::words::judged_in_the_same_way(options.invocation, "check",
                                                            {options.implementation}, scripts);
  check.invocation.arguments.push_back({.option = "--isolate"});
  check.series = report_samples_of(end.series);
  return search::check(check);
}

}  // namespace netioconf::fuzz::campaign
