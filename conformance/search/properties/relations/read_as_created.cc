#include <fmt/format.h>

#include "conformance/search/properties/relations/comparison.h"
#include "oracle/model/steps.h"
#include "oracle/state/key.h"
#include "oracle/state/state.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Operation;

// A Get with only the members that name the entry.
std::optional<Operation> look_at(const Operation& operation, const oracle::Host& host) {
  if (const auto* route = created_row<oracle::RouteRow>(operation); route && is_plain(*route, host)) {
    return oracle::get(oracle::RouteRow{.luid = route->luid,
                                        .index = route->index,
                                        .destination = route->destination,
                                        .next_hop = route->next_hop});
  }
  const auto* anycast = created_row<oracle::AnycastRow>(operation);
  if (anycast == nullptr || !is_plain(*anycast, host)) return std::nullopt;
  return oracle::get(*anycast);
}

std::optional<RelationDifference> compare(std::string_view member, std::uint64_t wanted,
                                          std::uint64_t seen) {
  if (wanted == seen) return std::nullopt;
  return RelationDifference{std::string(member), std::to_string(wanted), std::to_string(seen)};
}

bool is_left_of(std::uint32_t seen, std::uint32_t given) {
  if (given == oracle::infinite_lifetime_s || seen > given) return seen == given;
  return given - seen < oracle::state::script_time_limit_s;
}

// Whether it is the given offset, or its sum with the metric of the link. The sum may not fit.
bool is_metric_of(std::uint32_t seen, std::uint32_t given, std::uint32_t of_link) {
  return seen == given || seen == given + of_link || (given + of_link < given);
}

std::optional<RelationDifference> difference(const oracle::Link& link, const oracle::RouteRow& given,
                                             const oracle::RouteRow& seen) {
  if (auto luid = compare("InterfaceLuid", link.luid, seen.luid)) return luid;
  if (auto index = compare("InterfaceIndex", link.index, seen.index)) return index;
  const bool same_key = seen.destination.length == given.destination.length &&
                        oracle::bare(seen.destination.address) == given.destination.address &&
                        oracle::bare(seen.next_hop) == given.next_hop;
  if (!same_key)
    return RelationDifference{"the key", oracle::words::describe(given), oracle::words::describe(seen)};
  if (auto site = compare("SitePrefixLength", given.site_prefix_length, seen.site_prefix_length))
    return site;
  const bool lifetimes = is_left_of(seen.valid_lifetime_s, given.valid_lifetime_s) &&
                         is_left_of(seen.preferred_lifetime_s, given.preferred_lifetime_s);
  if (!lifetimes)
    return RelationDifference{"the lifetimes", oracle::words::describe(given),
                              oracle::words::describe(seen)};
  const std::uint32_t of_link = oracle::link_metric(link, given.destination.address.family);
  if (!is_metric_of(seen.metric, given.metric, of_link))
    return compare("Metric", given.metric, seen.metric);
  if (auto protocol = compare("Protocol", given.protocol, seen.protocol)) return protocol;
  if (seen.age_s > oracle::state::script_time_limit_s) return compare("Age", 0, seen.age_s);
  return seen.origin > 4 ? compare("Origin", 0, seen.origin) : std::nullopt;
}

std::optional<RelationDifference> difference(const oracle::Link& link, const oracle::AnycastRow& given,
                                             const oracle::AnycastRow& seen) {
  if (auto luid = compare("InterfaceLuid", link.luid, seen.luid)) return luid;
  if (auto index = compare("InterfaceIndex", link.index, seen.index)) return index;
  if (oracle::bare(seen.address) == given.address) return std::nullopt;
  return RelationDifference{"Address", oracle::words::describe(given.address),
                            oracle::words::describe(seen.address)};
}

template <class Row>
std::optional<RelationDifference> difference(const oracle::Host& host, const Row& given,
                                             const std::optional<Row>& seen,
                                             const oracle::Reply& reply) {
  if (reply.ending == oracle::Ending::unavailable) return std::nullopt;
  if (!succeeded(reply) || !seen)
    return RelationDifference{"the entry", oracle::words::describe(given), "not found"};
  const oracle::Link* link = oracle::named_link(host, given.luid, given.index);
  return link == nullptr ? std::nullopt : difference(*link, given, *seen);
}

std::optional<RelationDifference> difference(const oracle::Trace& trace, const oracle::Step& created,
                                             const oracle::Step& looked) {
  if (const auto* route = std::get_if<oracle::RouteCall>(&created.operation))
    return difference(trace.host, *route->row, looked.reply.route, looked.reply);
  const auto& anycast = std::get<oracle::AnycastCall>(created.operation);
  return difference(trace.host, *anycast.row, looked.reply.anycast, looked.reply);
}

}  // namespace

std::optional<Broken> read_as_created(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script)) return std::nullopt;
  oracle::Script looking = script;
  looking.operations.clear();
  std::vector<std::size_t> looks;
  for (const Operation& operation : script.operations) {
    looking.operations.push_back(operation);
    const std::optional<Operation> look = look_at(operation, script.host);
    if (!look) continue;
    looks.push_back(looking.operations.size());
    looking.operations.push_back(*look);
  }
  if (looks.empty()) return std::nullopt;
  const oracle::Trace& trace = observe(looking);
  const std::vector<std::size_t> own = own_steps(trace);
  if (!is_steady(trace) || own.size() != looking.operations.size()) return std::nullopt;
  for (const std::size_t look : looks) {
    const oracle::Step& created = trace.steps[own[look - 1]];
    if (!succeeded(created.reply)) continue;
    const auto found = difference(trace, created, trace.steps[own[look]]);
    if (!found) continue;
    const bool route = std::holds_alternative<oracle::RouteCall>(created.operation);
    return Broken{.rule = route ? "route-get.keeps-members" : "anycast-get.key-members",
                  .observation = 0,
                  .step = own[look],
                  .member = found->member,
                  .allowed = found->expected,
                  .observed = found->seen};
  }
  return std::nullopt;
}

}  // namespace netioconf::conformance::search::properties::relations
