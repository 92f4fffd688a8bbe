#include "conformance/compare/confirm_difference.h"

#include <algorithm>
#include <chrono>

namespace netioconf::conformance::compare {

std::optional<DifferenceConfirmer::FreshImplementations> DifferenceConfirmer::make_fresh(
    const std::vector<std::size_t>& runs) const {
  FreshImplementations fresh;
  for (const std::size_t run : runs) {
    if (implementations_[run].live() == nullptr) continue;
    const auto name = implementations::parse_name(implementations_[run].name());
    auto made = name ? execution::make_fresh(*name, options_.time_limit) : std::unexpected(name.error());
    if (!made) return std::nullopt;
    fresh.emplace(run, *std::move(made));
  }
  return fresh;
}

std::optional<Diverged> DifferenceConfirmer::diverge(const std::vector<std::size_t>& runs,
                                                     const std::vector<oracle::Script>& before,
                                                     const oracle::Script& last,
                                                     const reports::diff::DifferenceKey& key) {
  if (time_.is_over()) return std::nullopt;
  const auto begin = std::chrono::steady_clock::now();
  const auto fresh = make_fresh(runs);
  if (!fresh) return std::nullopt;
  const auto observe = [&](std::size_t run, const oracle::Script& script) {
    if (const auto found = fresh->find(run); found != fresh->end())
      return std::optional{found->second->observe(script)};
    const bool takes_part = std::ranges::find(runs, run) != runs.end();
    return takes_part ? implementations_[run].observe(script) : std::nullopt;
  };
  auto diverged = diverge_again(implementations_.size(), observe, before, last, key, options_.profile);
  time_.add(std::chrono::steady_clock::now() - begin);
  return diverged;
}

execution::NeededBefore DifferenceConfirmer::needed_for(const reports::diff::DifferenceKey& key,
                                                        const std::vector<std::size_t>& runs,
                                                        const std::vector<oracle::Script>& evidence,
                                                        const oracle::Script& script) {
  const auto shows = [&](const std::vector<oracle::Script>& before) {
    return diverge(runs, before, script, key).has_value();
  };
  if (shows(evidence)) return {};
  if (!time_.is_over() && !make_fresh(runs))
    return execution::needs_whole_run(time_, "An implementation could not be started again.");
  std::vector<oracle::Script> earlier;
  for (const corpora::text::LoadedScript& each : scripts_) {
    if (each.script.name == script.name)
      return execution::needed_before(earlier, shows, time_, {"They differ", "They did not differ"});
    earlier.push_back(each.script);
  }
  return execution::needed_before({}, shows, time_, {"They differ", "They did not differ"});
}

}  // namespace netioconf::conformance::compare
