#include "conformance/search/sweep_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/execution/shrink/deviation.h"
#include "corpora/files/diagnostic.h"
#include "corpora/text/loader.h"
#include "oracle/model/operation.h"
#include "reports/model/summarize.h"

namespace netioconf::conformance::search {
namespace {

// The count of numbers of a plan in [first, behind).
std::uint64_t planned_between(const sweep::SweepPlan& plan, std::uint64_t first, std::uint64_t behind) {
  if (!plan.only.empty()) {
    return static_cast<std::uint64_t>(
        std::count_if(plan.only.begin(), plan.only.end(),
                      [&](std::uint64_t number) { return first <= number && number < behind; }));
  }
  const auto below = [&](std::uint64_t end) {
    const std::uint64_t offset = plan.shard - 1;
    return end <= offset ? 0 : (end - offset + plan.shard_count - 1) / plan.shard_count;
  };
  const std::uint64_t start = std::max(first, plan.from);
  return start < behind ? below(behind) - below(start) : 0;
}

std::string region_line(const sweep::Placed& placed, std::uint64_t done) {
  const std::uint64_t size = placed.region.size;
  const std::string share = done == size ? "" : fmt::format("{} of ", done);
  return fmt::format("depth {}, {}: {}{} scripts", placed.depth, placed.region.name, share, size);
}

using WrittenExamples = std::expected<std::string, std::string>;

WrittenExamples write_one(const std::filesystem::path& path, const oracle::Script& script,
                          const std::string& words) {
  const auto written = corpora::text::write_script(path, script, words);
  if (!written) return std::unexpected(written.error().message);
  return path.string();
}

// Adds the scripts that the example of a group contradicts to the results of the report, so that the
// report names their files.
std::expected<void, std::string> write_earlier(const sweep::Space& space,
                                               const std::filesystem::path& stem,
                                               const oracle::Finding& finding, reports::Report& report) {
  for (const oracle::Evidence& evidence : finding.contradicts) {
    const auto number = sweep::number_of_name(evidence.script);
    if (!number || reports::find_script(report, evidence.script) != nullptr) continue;
    oracle::Script script;
    space.write(*number, script);
    const auto path = write_one(
        fmt::format("{}_before_{}.textproto", stem.string(), *number), script,
        fmt::format("The implementation follows another answer to {} here.", evidence.question));
    if (!path) return std::unexpected(path.error());
    reports::ScriptResult result;
    result.name = evidence.script;
    result.path = *path;
    result.origin = reports::Origin::generated;
    report.scripts.push_back(std::move(result));
  }
  return {};
}

}  // namespace

std::vector<std::string> space_lines(const sweep::Space& space, const sweep::SweepPlan& plan,
                                     const sweep::Swept& swept, const std::string& enough) {
  std::vector<std::string> lines = sweep::describe_values();
  for (const sweep::Placed& placed : space.regions()) {
    const std::uint64_t behind = std::min(placed.first + placed.region.size, swept.next);
    lines.push_back(region_line(placed, planned_between(plan, placed.first, behind)));
  }
  const double seconds = std::max(swept.took.count(), 1e-9);
  lines.push_back(fmt::format("{} of {} scripts, {} judged calls in {:.1f} s, {:.0f} a second",
                              swept.scripts, space.size(), swept.steps, seconds,
                              static_cast<double>(swept.steps) / seconds));
  if (swept.stop != sweep::Stop::finished) {
    const bool out_of_time = swept.stop == sweep::Stop::out_of_time;
    lines.push_back(fmt::format("stopped {}; continue with --from {}",
                                out_of_time ? "at the end of its budget" : enough, swept.next));
  }
  return lines;
}

std::expected<void, std::string> write_examples(const sweep::Space& space,
                                                const std::filesystem::path& folder,
                                                reports::Report& report) {
  for (const reports::Group& group : report.groups) {
    // A copy, because the report's scripts may move.
    const reports::ScriptResult example = report.scripts[group.script];
    const auto number = sweep::number_of_name(example.name);
    if (!number || !example.path.empty()) continue;
    const reports::GroupKey key{group.rule, group.reading, group.call, group.observed};
    const std::filesystem::path stem =
        folder / "scripts" / group.rule / execution::shrink::idea_for(key);
    const auto path =
        write_one(stem.string() + ".textproto", sweep::shortened(space, *number, example.trace),
                  fmt::format("{} of a sweep. Observed of {}: {}.", example.name,
                              oracle::function_name(group.call), group.observed));
    if (!path) return std::unexpected(path.error());
    report.scripts[group.script].path = *path;
    for (const oracle::Finding& finding : example.judgement.findings) {
      const auto written = write_earlier(space, stem, finding, report);
      if (!written) return std::unexpected(written.error());
    }
  }
  return {};
}

}  // namespace netioconf::conformance::search
