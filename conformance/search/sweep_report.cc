#include "conformance/search/sweep_report.h"
#include "conformance/implementations/child/interruption.h"

#include <fmt/format.h>

#include <algorithm>

namespace netioconf::conformance::search {
namespace {

// The count of numbers of a plan in [first, end).
std::uint64_t planned_between(const sweep::SweepPlan& plan, std::uint64_t first, std::uint64_t end) {
  if (!plan.only.empty()) {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        plan.only, [&](std::uint64_t number) { return first <= number && number < end; }));
  }
  const std::uint64_t start = std::max(first, plan.from);
  return start < end ? plan.shard.share_of(end) - plan.shard.share_of(start) : 0;
}

std::string region_line(const sweep::Placed& placed, std::uint64_t done) {
  const std::uint64_t size = placed.region.size;
  const std::string share = done == size ? "" : fmt::format("{} of ", done);
  return fmt::format("depth {}, {}: {}{} scripts", placed.depth, placed.region.name, share, size);
}

std::string why_stopped(sweep::Stop stop) {
  if (stop == sweep::Stop::interrupted) return implementations::child::interruption_text();
  return stop == sweep::Stop::out_of_time ? "stopped at the end of its budget"
                                          : "stopped after enough kinds of deviation";
}

}  // namespace

std::vector<std::string> space_lines(const sweep::Space& space, const sweep::SweepPlan& plan,
                                     const sweep::Swept& swept) {
  std::vector<std::string> lines = sweep::describe_values();
  for (const sweep::Placed& placed : space.regions()) {
    const std::uint64_t end = std::min(placed.first + placed.region.size, swept.next);
    lines.push_back(region_line(placed, planned_between(plan, placed.first, end)));
  }
  const double seconds = std::max(swept.took.count(), 1e-9);
  lines.push_back(fmt::format("{} of {} scripts, {} judged calls in {:.1f} s, {:.0f} a second",
                              swept.scripts, space.size(), swept.steps, seconds,
                              static_cast<double>(swept.steps) / seconds));
  if (swept.stop != sweep::Stop::finished) {
    lines.push_back(fmt::format("{}; continue with --from {}", why_stopped(swept.stop), swept.next));
  }
  return lines;
}

}  // namespace netioconf::conformance::search
