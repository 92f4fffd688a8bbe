#include "conformance/compare/confirm_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "conformance/implementations/child/interruption.h"

namespace netioconf::conformance::compare {
namespace {

// Some implementations take seconds to start, and some calls hang.
constexpr std::chrono::seconds confirming_time_max{60};
// Scripts before the example, each tried as the one that it needs.
constexpr std::size_t scripts_before_max = 8;

using FreshImplementations = std::map<std::size_t, std::unique_ptr<execution::Implementation>>;

}  // namespace

std::optional<Diverged> DifferenceConfirmer::diverge(const std::vector<std::size_t>& runs,
                                                     const std::vector<oracle::Script>& before,
                                                     const oracle::Script& last,
                                                     const reports::diff::DifferenceKey& key) const {
  FreshImplementations fresh;
  for (const std::size_t run : runs) {
    if (implementations_[run].live() == nullptr) continue;
    auto made = execution::make_implementation(implementations_[run].name(),
                                               {.isolation = implementations::Isolation::foreign_code,
                                                .time_limit = options_.time_limit,
                                                .keep_going = true});
    if (!made) return std::nullopt;
    fresh.emplace(run, *std::move(made));
  }
  const auto observe = [&](std::size_t run, const oracle::Script& script) {
    if (const auto found = fresh.find(run); found != fresh.end())
      return std::optional{found->second->observe(script)};
    const bool takes_part = std::find(runs.begin(), runs.end(), run) != runs.end();
    return takes_part ? implementations_[run].observe(script) : std::nullopt;
  };
  return diverge_again(implementations_.size(), observe, before, last, key, options_.profile);
}

NeededAgain DifferenceConfirmer::needed_for(const reports::diff::DifferenceKey& key,
                                            const std::vector<std::size_t>& runs,
                                            const std::vector<oracle::Script>& evidence,
                                            const oracle::Script& script) const {
  if (!is_over() && diverge(runs, evidence, script, key)) return {.before = evidence};
  const auto place = std::find_if(scripts_.begin(), scripts_.end(),
                                  [&](const auto& each) { return each.script.name == script.name; });
  const auto count = static_cast<std::size_t>(place == scripts_.end() ? 0 : place - scripts_.begin());
  for (std::size_t back = 1; back <= std::min(count, scripts_before_max) && !is_over(); ++back) {
    const oracle::Script& earlier = scripts_[count - back].script;
    if (!diverge(runs, {earlier}, script, key)) continue;
    return {.before = {earlier}, .words = fmt::format("They differ only after {}.", earlier.name)};
  }
  if (implementations::child::interruption() != 0)
    return {.whole_run = true, .words = "The run was interrupted before the script was repeated alone."};
  if (is_over())
    return {.whole_run = true, .words = "There was no time left to repeat the script alone."};
  return {.whole_run = true, .words = "They did not differ again when the script was repeated alone."};
}

bool DifferenceConfirmer::is_over() const {
  return implementations::child::interruption() != 0 ||
         std::chrono::steady_clock::now() - start_ >= confirming_time_max;
}

}  // namespace netioconf::conformance::compare
