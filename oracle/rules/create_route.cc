#include <algorithm>

#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/route_checks.h"
#include "oracle/rules/conditions/route_failures.h"
#include "oracle/rules/promises/promises_of_changes.h"
#include "oracle/rules/promises/promises_of_rows.h"

// CreateIpForwardEntry2.
namespace netioconf::oracle::rules {
namespace {

using route::go_to;
using route::go_via;
using route::RouteExample;

constexpr Citation introduction{"CreateIpForwardEntry2", "Introduction"};
constexpr Citation parameters{"CreateIpForwardEntry2", "Parameters"};
constexpr Citation returns{"CreateIpForwardEntry2", "Return value"};
constexpr Citation remarks{"CreateIpForwardEntry2", "Remarks"};
constexpr Citation prefix_members{"IP_ADDRESS_PREFIX", "Members"};
constexpr Citation row_members{"MIB_IPFORWARD_ROW2", "Members"};

constexpr Check<RouteSituation> host_bits{.says = route::lookup_host_bits.says,
                                          .applies =
                                              [](const RouteSituation& situation) {
                                                return situation.row != nullptr &&
                                                       state::has_host_bits(situation.row->destination);
                                              },
                                          .examples = route::host_bits_examples};

// A class for each way to look at a destination.
struct DestinationClasses {
  AddressClass of_address;
  AddressClass of_network;
  PrefixClass of_prefix;

  [[nodiscard]] AddressClass first() const { return std::min({of_address, of_network, of_prefix.kind}); }
  [[nodiscard]] bool agree() const {
    return of_address == of_network && of_network == of_prefix.kind && !of_prefix.partly;
  }
};

DestinationClasses classes_of(const Prefix& prefix) {
  const SocketAddress network = masked(prefix.address, prefix.length);
  // With length 0 the all-zero address is the default route: MIB_IPFORWARD_ROW2, Remarks.
  const AddressClass of_network = prefix.length == 0 ? AddressClass::ordinary : classify(network);
  return {.of_address = network == prefix.address ? of_network : classify(prefix.address),
          .of_network = of_network,
          .of_prefix = prefix.length == 0 ? PrefixClass{} : classify(network, prefix.length)};
}

// A wide prefix that begins with the all-zero address. What an implementation checks of it gives one
// result for all prefixes of a subject.
std::optional<std::size_t> wide_part(const Prefix& prefix) {
  if (classify(prefix.address) != AddressClass::unspecified) return std::nullopt;
  if (prefix.address.family == ipv4_family)
    return prefix.length == 1 ? std::optional{readings::half_of_ipv4} : std::nullopt;
  const bool is_wide = prefix.length <= readings::longest_part_of_ipv6;
  return is_wide ? std::optional{readings::part_of_ipv6} : std::nullopt;
}

// nullopt: the prefix has host bits or is only partly of its class, or address and prefix have different
// classes, so that the result depends on which of them the implementation checks.
std::optional<std::size_t> class_of_destination(const RouteSituation& situation) {
  const Prefix& prefix = situation.row->destination;
  const DestinationClasses classes = classes_of(prefix);
  if (!classes.agree() || state::has_host_bits(prefix)) return wide_part(prefix);
  return static_cast<std::size_t>(classes.first());
}

constexpr Check<RouteSituation> destination_class{
    .says = "addresses of some classes are not valid destinations",
    .applies =
        [](const RouteSituation& situation) {
          return route::destination_is_ip(situation) &&
                 classes_of(situation.row->destination).first() < AddressClass::link_local;
        },
    .examples = {{[](RouteExample& example) { go_to(example, ipv4(0, 0, 0, 0), 1); },
                  [](RouteExample& example) { go_to(example, ipv4(0, 0, 0, 0), 0); }},
                 {[](RouteExample& example) { go_to(example, ipv4(0, 0, 0, 1), 32); },
                  [](RouteExample& example) { go_to(example, ipv4(1, 0, 0, 0), 32); }},
                 {[](RouteExample& example) { go_to(example, ipv4(127, 0, 0, 0), 8); },
                  [](RouteExample& example) { go_to(example, ipv4(126, 0, 0, 0), 8); }},
                 {[](RouteExample& example) { go_to(example, ipv4(224, 0, 0, 0), 4); },
                  [](RouteExample& example) { go_to(example, ipv4(223, 0, 0, 0), 8); }},
                 {[](RouteExample& example) { go_to(example, ipv4(240, 0, 0, 0), 4); },
                  [](RouteExample& example) { go_to(example, ipv4(169, 254, 0, 0), 16); }},
                 {[](RouteExample& example) { go_to(example, ipv4(255, 255, 255, 255), 32); },
                  [](RouteExample& example) { go_to(example, ipv4(128, 0, 0, 0), 8); }},
                 {[](RouteExample& example) {
                    example.call.row = to(an_ipv6_route(), ipv6(0, 0x0000ffff00000000), 96);
                  },
                  [](RouteExample& example) {
                    example.call.row = to(an_ipv6_route(), ipv6(0, 0x0000fffe00000000), 96);
                  }}}};

std::optional<std::size_t> class_of_next_hop(const RouteSituation& situation) {
  return static_cast<std::size_t>(classify(situation.row->next_hop));
}

constexpr Check<RouteSituation> next_hop_class{
    .says = "addresses of some classes are not valid next hops",
    .applies =
        [](const RouteSituation& situation) {
          return route::next_hop_is_ip(situation) &&
                 classify(situation.row->next_hop) < AddressClass::unspecified;
        },
    .examples = {{[](RouteExample& example) { go_via(example, ipv4(127, 0, 0, 1)); },
                  [](RouteExample& example) { go_via(example, ipv4(126, 0, 0, 1)); }},
                 {[](RouteExample& example) { go_via(example, ipv4(255, 255, 255, 255)); },
                  [](RouteExample& example) { go_via(example, ipv4(0, 0, 0, 0)); }}}};

void be_on_loopback(RouteExample& example, const SocketAddress& next_hop) {
  route::have_link(example, &Link::loopback, true);
  go_via(example, next_hop);
}

constexpr Check<RouteSituation> next_hop_on_loopback{
    .says = "the next hop of a loopback route is all zeros",
    .applies = route::next_hop_is_given_on_loopback,
    .examples = {{[](RouteExample& example) { be_on_loopback(example, ipv4(10, 0, 0, 1)); },
                  [](RouteExample& example) { be_on_loopback(example, ipv4(0, 0, 0, 0)); }},
                 {[](RouteExample& example) { be_on_loopback(example, ipv4(1, 0, 0, 0)); },
                  [](RouteExample& example) { be_on_loopback(example, no_family); }}}};

constexpr Check<RouteSituation> link_stack{
    .says = "a link without a stack for the destination's family accepts no such route",
    .applies = route::link_lacks_family,
    .examples = route::link_stack_examples};

// The same call follows on a call that added the route of the example.
void create_before(RouteExample& example) { example.before.push_back(example.call); }

constexpr Check<RouteSituation> duplicate{
    .says = "a route with the link, destination and next hop of an existing route is a duplicate",
    .applies = [](const RouteSituation& situation) { return situation.entry != nullptr; },
    .examples = {{create_before,
                  [](RouteExample& example) {
                    create_before(example);
                    example.call.row->destination.length = 9;
                  }},
                 {[](RouteExample& example) {
                    example.host = a_host_with_two_links();
                    create_before(example);
                    example.call.row = on(with(*example.call.row, &RouteRow::metric, 7), 0, 1);
                  },
                  [](RouteExample& example) {
                    example.host = a_host_with_two_links();
                    create_before(example);
                    name_link(example, second_luid, 2);
                  }}}};

constexpr Check<RouteSituation> duplicate_destination{
    .says = "a route with the link and destination of an existing route is a duplicate",
    .applies =
        [](const RouteSituation& situation) {
          if (situation.link == nullptr || situation.entry != nullptr) return false;
          if (!situation.state.leads_to(situation.key.to)) return false;
          // The routes to that destination may have expired.
          const bool some_may_be_gone = situation.state.expiring_routes(unspecified_family) != 0;
          return !(some_may_be_gone && situation.choices.nondeterministic());
        },
    .examples = {{[](RouteExample& example) {
                    create_before(example);
                    go_via(example, ipv4(10, 0, 0, 2));
                  },
                  [](RouteExample& example) {
                    create_before(example);
                    go_to(example, ipv4(10, 0, 0, 0), 9);
                  }},
                 {[](RouteExample& example) {
                    example.host = a_host_with_two_links();
                    create_before(example);
                    go_via(example, ipv4(10, 0, 0, 2));
                  },
                  [](RouteExample& example) {
                    example.host = a_host_with_two_links();
                    create_before(example);
                    go_via(example, ipv4(10, 0, 0, 2));
                    name_link(example, second_luid, 2);
                  }}}};

constexpr auto refusals = of_call(
    Call::create_route,
    std::to_array<Refusal<RouteSituation>>({
        refusal("route.null-row", returns[6], null_row<RouteSituation>, is_invalid),
        refusal("route.destination-unspecified", returns[7], route::destination_unspecified, is_invalid),
        refusal("route.destination-family", remarks[5], route::destination_family, is_invalid),
        refusal("route.destination-length", prefix_members[3, 4], route::destination_length, is_invalid),
        refusal("route.destination-host-bits", remarks[5], host_bits,
                under<readings::host_bits>({{readings::HostBits::refused, Status::invalid_parameter}})),
        refusal("route.destination-class", remarks[5], destination_class,
                may_be_invalid<readings::destination_class, class_of_destination>),
        refusal("route.next-hop-unspecified", returns[8], route::next_hop_unspecified,
                route::next_hop_is_missing),
        refusal("route.next-hop-family", remarks[6], route::next_hop_family, is_invalid),
        refusal("route.next-hop-other-family", remarks[6], route::next_hop_other_family,
                route::families_differ),
        refusal("route.next-hop-class", remarks[6], next_hop_class,
                may_be_invalid<readings::next_hop_class, class_of_next_hop>),
        refusal("route.next-hop-on-loopback", row_members[6, 7], next_hop_on_loopback,
                may_be_invalid<readings::loopback_link_next_hop>),
        refusal("route.stray-bytes", remarks[5, 6], route::stray_bytes, has_stray_bytes),
        refusal("route.link-unspecified", returns[9], link_unspecified<RouteSituation>,
                no_link_is_named),
        refusal("route.link-known", returns[15], link_known<RouteSituation>, is_not_found),
        refusal("route.link-routes", returns[17], route::link_routes, is_not_supported),
        refusal("route.stack", returns[18], route::machine_stack, machine_has_no_stack),
        refusal("route.link-stack", returns[17], link_stack, link_has_no_stack),
        refusal("route.lifetimes", returns[10], route::lifetimes, is_invalid),
        refusal("route.valid-lifetime-0", row_members[12], route::valid_lifetime_0,
                may_be_invalid<readings::valid_lifetime_0>),
        refusal("route.site-prefix", returns[11], route::site_prefix, is_invalid),
        refusal("route.site-prefix-255", returns[11], route::site_prefix_255,
                may_be_invalid<readings::site_prefix_sentinel>),
        refusal("route.duplicate", remarks[16], duplicate, already_exists),
        refusal("route.duplicate-destination", returns[20], duplicate_destination,
                under<readings::duplicate_key>(
                    {{readings::DuplicateKey::prefix, Status::object_already_exists}})),
    }));

constexpr auto effects =
    of_call(Call::create_route,
            std::to_array<Effect>({
                effect("route.takes-effect", introduction[1],
                       promised::takes_effect("after success the route is in the table")),
                effect("route.unchanged-on-failure", returns, promised::unchanged_on_failure),
                effect("route.exactly-one-change", introduction[1], promised::exactly_one_change),
                effect("route.luid-first", remarks[9], promised::luid_first),
                effect("route.row-untouched", parameters[1], promised::row_untouched),
                effect("route.both-identifiers", remarks[7], promised::both_identifiers),
                effect("route.key-members", remarks[5, 6], promised::key_members),
                effect("route.keeps-members", remarks[3], promised::keeps_members),
                effect("route.metric", remarks[11, 12], promised::metric),
                effect("route.age", remarks[14, 15], promised::age),
                effect("route.origin", remarks[14, 15], promised::origin),
            }));

}  // namespace

Refusals<RouteSituation> create_route_refusals() { return refusals; }
Effects create_route_effects() { return effects; }

}  // namespace netioconf::oracle::rules
