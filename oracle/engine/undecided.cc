#include "oracle/engine/undecided.h"

#include <algorithm>
#include <variant>

namespace netioconf::oracle::engine {
namespace {

// Whether only the scope id of a link-local destination may name the link of a search.
bool may_name_link_by_scope(const Operation& operation) {
  const auto* search = std::get_if<BestRouteCall>(&operation);
  if (search == nullptr || !search->destination || search->luid.value_or(0) != 0 || search->index != 0)
    return false;
  const SocketAddress& destination = *search->destination;
  return destination.family == ipv6_family && classify(destination) == AddressClass::link_local &&
         destination != bare(destination);
}

// "CreateIpForwardEntry2 ran out of memory with 64 entries in its table"
std::string out_of_memory(Call call, const state::State& state) {
  const std::size_t entries =
      is_about(call, Entries::routes) ? state.routes().size() : state.anycasts().size();
  return std::string{function_name(call)} + " ran out of memory with " + std::to_string(entries) +
         (entries == 1 ? " entry" : " entries") + " in its table";
}

// The route that the step found, changed or met; nullptr: none.
const RouteRow* route_reached(const Step& step, Status observed) {
  const Call call = call_of(step.operation);
  if (call == Call::get_route || call == Call::best_route)
    return observed == Status::success && step.reply.route ? &*step.reply.route : nullptr;
  const auto* change = std::get_if<RouteCall>(&step.operation);
  if (change == nullptr || !change->row || call == Call::initialize_route) return nullptr;
  const Status reached = creates(call) ? Status::object_already_exists : Status::success;
  return observed == reached ? &*change->row : nullptr;
}

// Whether the step reached a route that the script did not create and that may have come with an anycast
// address (finding A20). A table or a callback may show such a route, so every call may reach it.
bool reached_route_of_anycast(const Trace& trace, const Finding& finding, const state::State& state) {
  const RouteRow* row = route_reached(trace.steps[finding.step], finding.observed);
  if (row == nullptr || !is_ip(row->destination.address.family)) return false;
  return std::ranges::any_of(trace.host.links, [&](const Link& link) {
    const state::RouteKey key{.to = {.luid = link.luid,
                                     .destination = bare(row->destination.address),
                                     .length = row->destination.length},
                              .next_hop = bare(row->next_hop)};
    return state::may_come_with_anycast(state, key) && state.find(key) == nullptr;
  });
}

bool is_broadcast_of(const Prefix& subnet, const SocketAddress& address) {
  constexpr std::uint8_t longest_with_broadcast = 30;  // RFC 3021
  if (subnet.address.family != ipv4_family || address.family != ipv4_family) return false;
  if (subnet.length > longest_with_broadcast ||
      masked(bare(address), subnet.length) != masked(bare(subnet.address), subnet.length))
    return false;
  const IpBytes bytes = ip_bytes(address);
  for (unsigned bit = subnet.length; bit < address_bits(ipv4_family); ++bit) {
    if ((bytes[bit / 8] >> (7 - bit % 8) & 1) == 0) return false;
  }
  return true;
}

// Whether the step is refused, or finds no route, and names the broadcast address of a subnet of the
// host. It is no unicast address, but no document says which calls know that.
bool is_refusal_of_broadcast(const Trace& trace, const Finding& finding) {
  const auto is_broadcast = [&](const SocketAddress& address) {
    return std::ranges::any_of(trace.host.links, [&](const Link& link) {
      return std::ranges::any_of(link.addresses,
                                 [&](const Prefix& subnet) { return is_broadcast_of(subnet, address); });
    });
  };
  const Operation& operation = trace.steps[finding.step].operation;
  if (const auto* search = std::get_if<BestRouteCall>(&operation)) {
    const bool none_found = finding.observed == Status::invalid_parameter ||
                            finding.observed == Status::not_found ||
                            finding.observed == Status::network_unreachable;
    return none_found && search->destination && is_broadcast(*search->destination);
  }
  if (finding.observed != Status::invalid_parameter) return false;
  if (const auto* route = std::get_if<RouteCall>(&operation); route != nullptr && route->row) {
    const Prefix& to = route->row->destination;
    return is_broadcast(route->row->next_hop) ||
           (to.length == address_bits(ipv4_family) && is_broadcast(to.address));
  }
  const auto* anycast = std::get_if<AnycastCall>(&operation);
  return anycast != nullptr && anycast->row && is_broadcast(anycast->row->address);
}

}  // namespace

std::string why_undecided(const Trace& trace, const Finding& finding, const state::State& state) {
  if (may_name_link_by_scope(trace.steps[finding.step].operation))
    return "the documents don't say whether the scope of a destination names a link";
  // Memory may be needed before the arguments are checked.
  if (creates(finding.call) && finding.observed == Status::not_enough_memory)
    return out_of_memory(finding.call, state);
  if (reached_route_of_anycast(trace, finding, state))
    return "the documents don't say whether a route comes with an anycast address";
  if (is_refusal_of_broadcast(trace, finding))
    return "the documents don't say where the broadcast address of a subnet is refused";
  return "";
}

}  // namespace netioconf::oracle::engine
