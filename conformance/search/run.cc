#include "conformance/search/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "conformance/execution/observe.h"
#include "conformance/execution/progress.h"
#include "conformance/execution/rule_mutants.h"
#include "conformance/execution/shrink/deviation.h"
#include "conformance/known/running_version.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/text/text.h"
#include "reports/model/program_version.h"
#include "reports/summary/catalogue_version.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::search {

reports::Report report_before(std::string implementation, oracle::readings::Profile profile,
                              const reports::Invocation& invocation) {
  reports::Report report;
  report.set_implementation_version(known::running_version(implementation));
  report.set_implementation(std::move(implementation));
  report.set_profile(reports::message_of(profile));
  report.set_command(reports::words::command_line(invocation));
  report.set_version(reports::program_version());
  report.set_catalogue(reports::catalogue_version());
  return report;
}

void divide(reports::Report& before, const shard::Shard& shard, std::string run, bool whole_is_partial) {
  before.set_partial(whole_is_partial || !shard.is_whole());
  if (shard.is_whole()) return;
  before.mutable_shard()->set_number(static_cast<std::uint32_t>(shard.number));
  before.mutable_shard()->set_count(static_cast<std::uint32_t>(shard.count));
  before.mutable_shard()->set_run(std::move(run));
  before.mutable_shard()->set_whole_is_partial(whole_is_partial);
}

std::expected<reports::Report, std::string> run(execution::Implementation& implementation,
                                                const std::vector<corpora::text::LoadedScript>& scripts,
                                                reports::Summary summary, const RunOptions& options) {
  oracle::engine::Judge judge{options.profile};
  execution::Progress progress{"scripts", scripts.size()};
  std::uint64_t done = 0;
  std::vector<execution::Execution> deviating;
  bool has_ended = false;
  for (const corpora::text::LoadedScript& script : scripts) {
    const auto begin = std::chrono::steady_clock::now();
    const std::string why = has_ended ? "the run ended before" : options.why_skipped(script.script);
    execution::Execution execution{.script = script.script,
                                   .trace = why.empty() ? implementation.observe(script.script)
                                                        : execution::skipped(script.script, why)};
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    execution::shrink::await_callbacks(implementation, judge, execution);
    execution.judgement = judge.judge(execution.trace);
    summary.add({.path = script.path,
                 .comment = corpora::text::words_of(script.comment),
                 .origin = options.origin,
                 .trace = execution.trace,
                 .judgement = execution.judgement,
                 .seconds = took.count()});
    has_ended = has_ended || options.ends_after(execution);
    if (execution::deviates(execution)) deviating.push_back(std::move(execution));
    progress.show(++done);
  }
  auto found = options.search(judge, summary, deviating);
  if (!found) return std::unexpected(found.error());
  reports::Report report = summary.report(judge.followed(), judge.coverage());
  report.mutable_searches()->Add(found->searches.begin(), found->searches.end());
  report.mutable_space()->Add(found->space.begin(), found->space.end());
  return execution::with_mutants(std::move(report));
}

std::set<std::string> committed_names() {
  const std::filesystem::path folder = repository::committed_scripts();
  std::set<std::string> names;
  const auto files = corpora::files::files_below(folder);
  if (!files) return names;
  for (const std::filesystem::path& file : *files)
    names.insert(file.lexically_relative(folder).replace_extension().generic_string());
  return names;
}

bool is_partial(const std::set<std::string>& scripts, const std::set<std::string>& committed) {
  return committed.empty() || !std::ranges::includes(scripts, committed);
}

}  // namespace netioconf::conformance::search
