#include <algorithm>

#include "conformance/search/properties/relations/comparison.h"
#include "oracle/state/key.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::BestRouteCall;
using oracle::RouteRow;
using RouteRows = std::vector<oracle::RouteRow>;

bool is_ordinary(const BestRouteCall& call) {
  return call.destination && oracle::is_ip(call.destination->family) && !call.source &&
         !call.null_best_route && !call.null_best_source &&
         oracle::bare(*call.destination) == *call.destination &&
         oracle::classify(*call.destination) == oracle::AddressClass::ordinary;
}

// A search on one existing link or on all links.
struct TableSearch {
  const oracle::Link* link;  // nullptr: all links
  oracle::SocketAddress destination;
};

// The readings differ on the other links.
bool uses_every_route(const oracle::Link& link) {
  return link.connected && !link.ignores_default_routes;
}

std::optional<TableSearch> search_of(const oracle::Host& host, const BestRouteCall& call) {
  if (!is_ordinary(call) || !std::ranges::all_of(host.links, uses_every_route)) return std::nullopt;
  const std::uint64_t luid = call.luid.value_or(0);
  if (luid == 0 && call.index == 0) return TableSearch{nullptr, *call.destination};
  const oracle::Link* link = oracle::named_link(host, luid, call.index);
  if (link == nullptr || !oracle::link_has(*link, call.destination->family)) return std::nullopt;
  return TableSearch{link, *call.destination};
}

bool leads_there(const RouteRow& row, const TableSearch& search) {
  const std::uint8_t length = row.destination.length;
  return row.destination.address.family == search.destination.family &&
         (search.link == nullptr || row.luid == search.link->luid) &&
         oracle::masked(row.destination.address, length) == oracle::masked(search.destination, length);
}

// Of the routes that match the destination, those with the longest prefix.
RouteRows longest_of(const RouteRows& table, const TableSearch& search) {
  RouteRows longest;
  for (const RouteRow& row : table) {
    if (!leads_there(row, search)) continue;
    if (!longest.empty() && row.destination.length < longest.front().destination.length) continue;
    if (!longest.empty() && row.destination.length > longest.front().destination.length) longest.clear();
    longest.push_back(row);
  }
  return longest;
}

bool is_same_route(const RouteRow& a, const RouteRow& b) {
  return a.luid == b.luid && a.destination.length == b.destination.length &&
         oracle::bare(a.destination.address) == oracle::bare(b.destination.address) &&
         oracle::bare(a.next_hop) == oracle::bare(b.next_hop);
}

// The sum of the metrics of route and link, if the table shows offsets; nullopt if it does not fit.
std::optional<std::uint64_t> sum(const oracle::Host& host, const RouteRow& row) {
  const oracle::Link* link = oracle::named_link(host, row.luid, row.index);
  if (link == nullptr) return std::nullopt;
  const std::uint64_t of_link = oracle::link_metric(*link, row.destination.address.family);
  const std::uint64_t both = row.metric + of_link;
  return both < 0xffffffff ? std::optional(both) : std::nullopt;
}

// Whether another route is better both as offsets and as sums. A table can show either.
bool is_beaten(const oracle::Host& host, const RouteRow& best, const RouteRows& others) {
  const auto best_sum = sum(host, best);
  if (!best_sum) return false;
  return std::ranges::any_of(others, [&](const RouteRow& other) {
    const auto other_sum = sum(host, other);
    return other_sum && *other_sum < *best_sum && other.metric < best.metric;
  });
}

std::optional<RelationDifference> difference(const oracle::Host& host, const TableSearch& search,
                                             const RouteRows& table, const oracle::Reply& reply,
                                             bool metrics_are_certain) {
  const RouteRows longest = longest_of(table, search);
  if (longest.empty()) {
    if (!succeeded(reply) || !reply.route) return std::nullopt;
    return RelationDifference{"BestRoute", "no route matches", oracle::words::describe(*reply.route)};
  }
  if (!succeeded(reply) || !reply.route) {
    // The pages do not say whether all links can be searched.
    if (search.link == nullptr) return std::nullopt;
    return RelationDifference{"the status", "success: " + oracle::words::describe(longest.front()),
                              "failure"};
  }
  const RouteRow& best = *reply.route;
  const bool among =
      std::ranges::any_of(longest, [&](const RouteRow& row) { return is_same_route(row, best); });
  if (!among)
    return RelationDifference{"BestRoute", oracle::words::describe(longest.front()),
                              oracle::words::describe(best)};
  if (!metrics_are_certain || !is_beaten(host, best, longest)) return std::nullopt;
  return RelationDifference{"BestRoute", "the route with the lowest metric",
                            oracle::words::describe(best)};
}

// The readings differ on whether unusual routes are found.
bool all_plain(const RouteRows& table, const oracle::Host& host) {
  return std::ranges::all_of(table, [&host](const RouteRow& row) {
    RouteRow key = row;
    key.site_prefix_length = 0;
    key.metric = 0;
    key.protocol = oracle::protocol_netmgmt;
    key.preferred_lifetime_s = 0;
    return is_plain(key, host);
  });
}

}  // namespace

std::optional<Broken> best_of_the_table(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script)) return std::nullopt;
  oracle::Script looking = script;
  looking.operations.clear();
  std::vector<std::size_t> searches;
  for (const oracle::Operation& operation : script.operations) {
    const auto* call = std::get_if<BestRouteCall>(&operation);
    if (call != nullptr && search_of(script.host, *call)) {
      looking.operations.emplace_back(oracle::TableCall{.family = call->destination->family});
      searches.push_back(looking.operations.size());
    }
    looking.operations.push_back(operation);
  }
  if (searches.empty()) return std::nullopt;
  const oracle::Trace& trace = observe(looking);
  const std::vector<std::size_t> own = own_steps(trace);
  if (!is_steady(trace) || own.size() != looking.operations.size()) return std::nullopt;
  const bool certain = !left_to_the_stack(script).metric;
  for (const std::size_t position : searches) {
    const oracle::Reply& looked = trace.steps[own[position - 1]].reply;
    const oracle::Step& step = trace.steps[own[position]];
    if (looked.ending == oracle::Ending::unavailable || step.reply.ending == oracle::Ending::unavailable)
      continue;
    const RouteRows table = succeeded(looked) && looked.table ? looked.table->routes : RouteRows{};
    const auto search = search_of(trace.host, std::get<BestRouteCall>(step.operation));
    if (!search || !all_plain(table, script.host)) continue;
    const auto found = difference(trace.host, *search, table, step.reply, certain);
    if (!found) continue;
    return Broken{.rule = "best-route.longest-prefix",
                  .observation = 0,
                  .step = own[position],
                  .member = found->member,
                  .allowed = found->expected,
                  .observed = found->seen};
  }
  return std::nullopt;
}

}  // namespace netioconf::conformance::search::properties::relations
