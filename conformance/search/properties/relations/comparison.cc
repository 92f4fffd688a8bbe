#include "conformance/search/properties/relations/comparison.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "oracle/model/status.h"
#include "oracle/rules/undefined_calls.h"
#include "oracle/state/key.h"
#include "oracle/state/state.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Call;
using oracle::Reply;
using oracle::RouteRow;
using oracle::Status;
using oracle::Step;

const RouteRow* row_that_is_kept(const oracle::Operation& operation) {
  const auto* call = std::get_if<oracle::RouteCall>(&operation);
  if (call == nullptr || !call->row) return nullptr;
  const bool kept = call->call == Call::create_route || call->call == Call::set_route;
  return kept ? &*call->row : nullptr;
}

bool is_short_lived(const RouteRow& row) {
  return row.valid_lifetime_s < oracle::state::script_time_limit_s;
}

// The members of a row that can be compared between two runs. Lifetimes can be what remains of them.
RouteRow comparable(RouteRow row, const LeftToTheStack& left) {
  row.destination.address = oracle::bare(row.destination.address);
  row.next_hop = oracle::bare(row.next_hop);
  row.destination.padding = {};
  row.padding = {};
  row.loopback = row.autoconfigure_address = row.publish = row.immortal = 0;
  row.age_s /= oracle::state::script_time_limit_s;
  if (left.metric) row.metric = 0;
  if (left.protocol) row.protocol = 0;
  if (left.site_prefix) row.site_prefix_length = 0;
  if (left.lifetimes) row.valid_lifetime_s = row.preferred_lifetime_s = 0;
  return row;
}

bool within_the_hour(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t distance = a < b ? b - a : a - b;
  const bool finite = a != oracle::infinite_lifetime_s && b != oracle::infinite_lifetime_s;
  return finite ? distance < oracle::state::script_time_limit_s : a == b;
}

bool equivalent(RouteRow a, RouteRow b, const LeftToTheStack& left) {
  a = comparable(a, left);
  b = comparable(b, left);
  if (!within_the_hour(a.valid_lifetime_s, b.valid_lifetime_s)) return false;
  if (!within_the_hour(a.preferred_lifetime_s, b.preferred_lifetime_s)) return false;
  b.valid_lifetime_s = a.valid_lifetime_s;
  b.preferred_lifetime_s = a.preferred_lifetime_s;
  return a == b;
}

bool equivalent(oracle::AnycastRow a, oracle::AnycastRow b, const LeftToTheStack&) {
  a.address = oracle::bare(a.address);
  b.address = oracle::bare(b.address);
  a.padding = b.padding = {};
  return a == b;
}

// A row of the first table without a match in the second, where each row matches once; nullptr: none.
template <class Row>
const Row* row_without_match(const std::vector<Row>& rows, std::vector<Row> others,
                             const LeftToTheStack& left) {
  for (const Row& row : rows) {
    const auto found =
        std::ranges::find_if(others, [&](const Row& other) { return equivalent(row, other, left); });
    if (found == others.end()) return &row;
    others.erase(found);
  }
  return nullptr;
}

template <class Row>
std::optional<RelationDifference> difference_of_rows(const std::vector<Row>& expected,
                                                     const std::vector<Row>& seen,
                                                     const LeftToTheStack& left) {
  if (const Row* row = row_without_match(expected, seen, left)) {
    return RelationDifference{"the table", oracle::words::describe(*row), "no such row"};
  }
  if (const Row* row = row_without_match(seen, expected, left)) {
    return RelationDifference{"the table", "no such row", oracle::words::describe(*row)};
  }
  return std::nullopt;
}

std::optional<RelationDifference> difference_of_tables(const oracle::TableReply& expected,
                                                       const oracle::TableReply& seen,
                                                       const LeftToTheStack& left) {
  if (auto routes = difference_of_rows(expected.routes, seen.routes, left)) return routes;
  return difference_of_rows(expected.anycasts, seen.anycasts, left);
}

// A Get without a key. It finds any route under one reading.
bool is_wildcard(const RouteRow& row) {
  return !oracle::is_ip(row.destination.address.family) || !oracle::is_ip(row.next_hop.family);
}

std::optional<RelationDifference> difference_of_best(const RouteRow& expected, const RouteRow& seen,
                                                     const LeftToTheStack& left) {
  const bool same_link = expected.luid == seen.luid;
  const bool metrics = !same_link || left.metric || expected.metric == seen.metric;
  if (metrics && expected.destination.length == seen.destination.length) return std::nullopt;
  return RelationDifference{"BestRoute", "a route as good as " + oracle::words::describe(expected),
                            oracle::words::describe(seen)};
}

bool same_but_for_flags(const oracle::LinkRow& one, oracle::LinkRow other) {
  other.connected = one.connected;
  other.disable_default_routes = one.disable_default_routes;
  return one == other;
}

std::optional<RelationDifference> difference_of_links(const oracle::LinkRow& expected,
                                                      const oracle::LinkRow& seen) {
  if (same_but_for_flags(expected, seen)) return std::nullopt;
  return RelationDifference{"Metric", std::to_string(expected.metric), std::to_string(seen.metric)};
}

template <class Row>
std::optional<RelationDifference> difference_of_read(const std::optional<Row>& expected,
                                                     const std::optional<Row>& seen,
                                                     const LeftToTheStack& left) {
  if (!expected || !seen || equivalent(*expected, *seen, left)) return std::nullopt;
  return RelationDifference{"the row", oracle::words::describe(*expected),
                            oracle::words::describe(*seen)};
}

// Compares the outputs of two successful calls.
std::optional<RelationDifference> difference_of_outputs(const Step& expected, const Step& seen,
                                                        const LeftToTheStack& left) {
  const Reply& a = expected.reply;
  const Reply& b = seen.reply;
  if (a.table && b.table) return difference_of_tables(*a.table, *b.table, left);
  switch (oracle::call_of(expected.operation)) {
    case Call::get_route: {
      const auto& row = std::get<oracle::RouteCall>(expected.operation).row;
      if (row && is_wildcard(*row)) return std::nullopt;
      return difference_of_read(a.route, b.route, left);
    }
    case Call::get_anycast:
      return difference_of_read(a.anycast, b.anycast, left);
    case Call::best_route:
      if (std::get<oracle::BestRouteCall>(expected.operation).source) return std::nullopt;
      if (!a.route || !b.route) return std::nullopt;
      return difference_of_best(*a.route, *b.route, left);
    case Call::get_link:
      return a.link && b.link ? difference_of_links(*a.link, *b.link) : std::nullopt;
    default:
      return std::nullopt;
  }
}

// The rule that a call breaks if its answer differs.
std::string rule_broken_by(Call call) {
  switch (call) {
    case Call::route_table:
    case Call::reread_table:
      return "route-table.complete";
    case Call::anycast_table:
      return "anycast-table.complete";
    case Call::get_route:
      return "route-get.keeps-members";
    case Call::get_anycast:
      return "anycast-get.key-members";
    case Call::best_route:
      return "best-route.existing-route";
    case Call::get_link:
      return "link-metric.metric";
    default:
      return "call.refuses-only-as-documented";
  }
}

bool is_ordinary(const oracle::SocketAddress& address, const oracle::Host& host) {
  return oracle::classify(address) == oracle::AddressClass::ordinary &&
         std::ranges::none_of(
             host.links, [&](const oracle::Link& link) { return oracle::has_address(link, address); });
}

bool moves_the_clock(const oracle::Operation& operation) {
  const auto* advance = std::get_if<oracle::AdvanceCall>(&operation);
  return advance != nullptr && advance->seconds > 0;
}

}  // namespace

LeftToTheStack left_to_the_stack(const oracle::Script& script) {
  LeftToTheStack left;
  for (const oracle::Operation& operation : script.operations) {
    const RouteRow* row = row_that_is_kept(operation);
    if (row == nullptr) continue;
    left.metric |= row->metric == oracle::unused_metric;
    left.protocol |= !oracle::is_protocol(row->protocol);
    left.site_prefix |= row->site_prefix_length > row->destination.length;
    left.lifetimes |= row->preferred_lifetime_s > row->valid_lifetime_s;
  }
  return left;
}

bool is_steady(const oracle::Script& script) {
  return std::ranges::all_of(script.operations, [](const oracle::Operation& operation) {
    const RouteRow* row = row_that_is_kept(operation);
    return oracle::rules::why_undefined(operation).empty() && !moves_the_clock(operation) &&
           (row == nullptr || !is_short_lived(*row));
  });
}

bool is_steady(const oracle::Trace& trace) {
  if (!trace.skipped.empty()) return false;
  if (std::ranges::any_of(trace.initial_routes, is_short_lived)) return false;
  return std::ranges::all_of(trace.steps, [](const Step& step) {
    if (step.reply.ending == oracle::Ending::unavailable) return true;
    const Status status = oracle::meaning_of(step.reply.status);
    return step.reply.ending == oracle::Ending::returned && status != Status::other &&
           status != Status::not_enough_memory && status != Status::access_denied;
  });
}

std::vector<std::size_t> own_steps(const oracle::Trace& trace) {
  std::vector<std::size_t> steps;
  for (std::size_t step = 0; step < trace.steps.size(); ++step) {
    if (!trace.steps[step].probe) steps.push_back(step);
  }
  return steps;
}

oracle::Script with_a_last_look(oracle::Script script) {
  for (const oracle::CallInfo& info : oracle::call_table) {
    if (!oracle::returns_table(info.call)) continue;
    script.operations.emplace_back(oracle::TableCall{.call = info.call});
  }
  return script;
}

bool succeeded(const Reply& reply) {
  return reply.ending == oracle::Ending::returned && oracle::meaning_of(reply.status) == Status::success;
}

std::optional<RelationDifference> difference(const Step& expected, const Step& seen,
                                             const LeftToTheStack& left) {
  const Reply& a = expected.reply;
  const Reply& b = seen.reply;
  if (a.ending == oracle::Ending::unavailable || b.ending == oracle::Ending::unavailable)
    return std::nullopt;
  if (succeeded(a) != succeeded(b)) {
    const auto name = [](const Reply& reply) {
      return std::string(oracle::name_of(oracle::meaning_of(reply.status)));
    };
    return RelationDifference{"the status", name(a), name(b)};
  }
  return succeeded(a) ? difference_of_outputs(expected, seen, left) : std::nullopt;
}

std::optional<Broken> first_difference(const oracle::Trace& expected,
                                       const std::vector<std::size_t>& expected_steps,
                                       const oracle::Trace& seen,
                                       const std::vector<std::size_t>& seen_steps,
                                       const LeftToTheStack& left) {
  const std::size_t count = std::min(expected_steps.size(), seen_steps.size());
  for (std::size_t number = 0; number < count; ++number) {
    const Step& wanted = expected.steps[expected_steps[number]];
    const auto found = difference(wanted, seen.steps[seen_steps[number]], left);
    if (!found) continue;
    return Broken{.rule = rule_broken_by(oracle::call_of(wanted.operation)),
                  .observation = 0,
                  .step = seen_steps[number],
                  .member = found->member,
                  .allowed = found->expected,
                  .observed = found->seen};
  }
  return std::nullopt;
}

bool is_plain(const RouteRow& row, const oracle::Host& host) {
  const oracle::SocketAddress& to = row.destination.address;
  const oracle::SocketAddress& via = row.next_hop;
  if (!oracle::is_ip(to.family) || via.family != to.family) return false;
  if (row.destination.length > oracle::address_bits(to.family)) return false;
  if (oracle::state::has_host_bits(row.destination) || to != oracle::bare(to) ||
      via != oracle::bare(via))
    return false;
  const auto kind = oracle::classify(to, row.destination.length);
  const bool default_route = row.destination.length == 0;
  const bool ordinary = kind == oracle::PrefixClass{} || default_route;
  const bool on_link = oracle::classify(via) == oracle::AddressClass::unspecified;
  if (!ordinary || !(on_link || is_ordinary(via, host))) return false;
  return row.site_prefix_length <= row.destination.length && row.metric != oracle::unused_metric &&
         oracle::is_protocol(row.protocol) && row.preferred_lifetime_s <= row.valid_lifetime_s &&
         !is_short_lived(row);
}

bool is_plain(const oracle::AnycastRow& row, const oracle::Host& host) {
  return oracle::is_ip(row.address.family) && row.address == oracle::bare(row.address) &&
         is_ordinary(row.address, host);
}

}  // namespace netioconf::conformance::search::properties::relations
