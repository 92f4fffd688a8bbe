#include "oracle/rules/catalogue.h"

#include <algorithm>
#include <vector>

#include "oracle/rules/anycast_situation.h"
#include "oracle/rules/effects.h"
#include "oracle/rules/query_refusals.h"
#include "oracle/rules/route_refusals.h"

namespace netioconf::oracle::rules {
namespace {

// Calls `see` for each refusal of each call.
template <class See>
void each_refusal(See see) {
  const auto each = [&](const auto refusals) {
    for (const auto& refusal : refusals) see(refusal);
  };
  each(create_route_refusals());
  each(set_route_refusals());
  each(get_route_refusals());
  each(delete_route_refusals());
  each(create_anycast_refusals());
  each(get_anycast_refusals());
  each(delete_anycast_refusals());
  each(route_table_refusals());
  each(anycast_table_refusals());
  each(best_route_refusals());
  each(link_refusals());
  each(notify_refusals());
}

template <class Situation>
StatusSet statuses_of(const Refusal<Situation>& refusal) {
  StatusSet statuses;
  for (std::size_t answer = 0; answer < refusal.statuses.size(); ++answer) {
    const bool holds = refusal.statuses.size() == 1 || (refusal.holds_under >> answer & 1) != 0;
    if (holds) statuses.insert(refusal.statuses[answer]);
  }
  return statuses;
}

std::vector<Rule> collect() {
  std::vector<Rule> all;
  each_refusal([&](const auto& refusal) { all.push_back(refusal.rule); });
  for (const auto effects : {route_effects(), anycast_effects(), query_effects()}) {
    all.insert(all.end(), effects.begin(), effects.end());
  }
  std::sort(all.begin(), all.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  return all;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<Rule> all = collect();
  return all;
}

StatusSet promised_statuses(const Rule& rule) {
  StatusSet statuses;
  each_refusal([&](const auto& refusal) {
    if (refusal.rule.id == rule.id) statuses.insert(statuses_of(refusal));
  });
  return statuses;
}

const Rule* find_rule(std::string_view id) {
  const auto found =
      std::lower_bound(rules().begin(), rules().end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != rules().end() && found->id == id ? &*found : nullptr;
}

}  // namespace netioconf::oracle::rules
