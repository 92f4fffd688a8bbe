#include "oracle/rule.h"

#include <algorithm>
#include <vector>

#include "oracle/anycast_situation.h"
#include "oracle/effects.h"
#include "oracle/query_refusals.h"
#include "oracle/route_refusals.h"

namespace netioconf::oracle {
namespace {

template <class Situation>
void add(std::span<const Refusal<Situation>> refusals, std::vector<Rule>& all) {
  for (const Refusal<Situation>& refusal : refusals) all.push_back(refusal.rule);
}

std::vector<Rule> collect() {
  std::vector<Rule> all;
  add(create_route_refusals(), all);
  add(set_route_refusals(), all);
  add(get_route_refusals(), all);
  add(delete_route_refusals(), all);
  add(create_anycast_refusals(), all);
  add(get_anycast_refusals(), all);
  add(delete_anycast_refusals(), all);
  add(route_table_refusals(), all);
  add(anycast_table_refusals(), all);
  add(best_route_refusals(), all);
  add(link_refusals(), all);
  add(notify_refusals(), all);
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

const Rule* find_rule(std::string_view id) {
  const auto found =
      std::lower_bound(rules().begin(), rules().end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != rules().end() && found->id == id ? &*found : nullptr;
}

}  // namespace netioconf::oracle
