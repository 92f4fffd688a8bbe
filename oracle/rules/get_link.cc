#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/conditions/row_checks.h"
#include "oracle/rules/promises/promises_of_changes.h"

// GetIpInterfaceEntry. The examples start from a call for the IPv4 metric of the first link.
namespace netioconf::oracle::rules {
namespace {

using LinkExample = CallExample<LinkCall>;

constexpr Citation returns{"GetIpInterfaceEntry", "Return value"};
constexpr Citation remarks{"GetIpInterfaceEntry", "Remarks"};

void ask_for(LinkExample& example, std::uint16_t family) { example.call.row->family = family; }

constexpr Check<LinkSituation> family{
    .says = "a family other than IPv4 and IPv6 is refused",
    .applies =
        [](const LinkSituation& situation) { return situation.row && !is_ip(situation.row->family); },
    .examples = {{[](LinkExample& example) { ask_for(example, unspecified_family); },
                  [](LinkExample& example) { ask_for(example, ipv6_family); }},
                 {[](LinkExample& example) { ask_for(example, 7); }, unchanged}}};

constexpr Check<LinkSituation> link_stack{
    .says = "a link without a stack for the family is not an IP interface of that family",
    .applies =
        [](const LinkSituation& situation) {
          if (situation.link == nullptr || !is_ip(situation.row->family)) return false;
          const std::uint16_t asked = situation.row->family;
          return !machine_has(situation.host, asked) || !link_has(*situation.link, asked);
        },
    .examples = {
        {[](LinkExample& example) {
           example.host = a_host_with(with(a_link(), &Link::ipv6, false));
           ask_for(example, ipv6_family);
         },
         [](LinkExample& example) { example.host = a_host_with(with(a_link(), &Link::ipv6, false)); }},
        {[](LinkExample& example) {
           example.host = a_host_without(ipv6_family);
           ask_for(example, ipv6_family);
         },
         [](LinkExample& example) { example.host = a_host_without(ipv6_family); }}}};

constexpr auto refusals = of_call(
    Call::get_link,
    std::to_array<Refusal<LinkSituation>>({
        refusal("link-metric.null-row", returns[7], null_row<LinkSituation>, is_invalid),
        refusal("link-metric.family", returns[7], family, is_invalid),
        refusal("link-metric.link-unspecified", returns[7], link_unspecified<LinkSituation>,
                no_link_is_named),
        refusal("link-metric.link-known", returns[10], link_known<LinkSituation>, link_is_unknown),
        refusal("link-metric.link-stack", returns[9], link_stack, link_has_no_stack),
    }));

// The row for the IPv4 metric of the first link, with one member as given.
template <class Value>
Trace read_with(Value LinkRow::* member, std::type_identity_t<Value> value) {
  Step step = success(Call::get_link);
  step.reply.link = with(*step.reply.link, member, value);
  return trace_of({step});
}

constexpr PromiseWords both_identifiers{
    .promise = Promise::both_identifiers,
    .says = "the row names the link by its LUID and by its index",
    .examples = {{[](Call) { return read_with(&LinkRow::index, 0); },
                  [](Call) { return read_with(&LinkRow::index, 1); }}}};

constexpr PromiseWords family_kept{
    .promise = Promise::family_kept,
    .says = "the row keeps the requested family",
    .examples = {{[](Call) { return read_with(&LinkRow::family, ipv6_family); },
                  [](Call) { return read_with(&LinkRow::family, ipv4_family); }}}};

constexpr PromiseWords metric{.promise = Promise::metric,
                              .says = "Metric is the metric of the link for the family",
                              .examples = {{[](Call) { return read_with(&LinkRow::metric, 26); },
                                            [](Call) { return read_with(&LinkRow::metric, 25); }}}};

// The only link of the machine has a timeout of one minute.
Trace with_timeout(std::uint32_t seen_ms) {
  Trace trace = read_with(&LinkRow::path_mtu_timeout_ms, seen_ms);
  trace.host.links.front().path_mtu_timeout_ms = 60000;
  return trace;
}

constexpr PromiseWords path_mtu_timeout{
    .promise = Promise::path_mtu_timeout,
    .says = "PathMtuDiscoveryTimeout is the timeout of the link, in milliseconds",
    .examples = {{[](Call) { return with_timeout(60); }, [](Call) { return with_timeout(60000); }}}};

// A member of the row for the only link of a machine whose links are known in detail.
Trace read_in_detail(bool Link::* detail, bool is, std::optional<std::uint8_t> LinkRow::* member,
                     std::uint8_t seen) {
  Trace trace = read_with(member, seen);
  Link& link = trace.host.links.front();
  link.addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}};
  link.*detail = is;
  return trace;
}

Trace with_connection(bool is, std::uint8_t seen) {
  return read_in_detail(&Link::connected, is, &LinkRow::connected, seen);
}

constexpr PromiseWords connected{
    .promise = Promise::connected,
    .says = "Connected is TRUE if the link is connected, FALSE if it is not",
    .examples = {
        {[](Call) { return with_connection(false, 1); }, [](Call) { return with_connection(false, 0); }},
        {[](Call) { return with_connection(true, 0); }, [](Call) { return with_connection(true, 1); }}}};

Trace with_default_routes(bool ignored, std::uint8_t seen) {
  return read_in_detail(&Link::ignores_default_routes, ignored, &LinkRow::disable_default_routes, seen);
}

constexpr PromiseWords disable_default_routes{
    .promise = Promise::disable_default_routes,
    .says = "DisableDefaultRoutes is TRUE if the link ignores default routes, FALSE if it uses them",
    .examples = {{[](Call) { return with_default_routes(true, 0); },
                  [](Call) { return with_default_routes(true, 1); }},
                 {[](Call) { return with_default_routes(false, 1); },
                  [](Call) { return with_default_routes(false, 0); }}}};

constexpr auto effects =
    of_call(Call::get_link,
            std::to_array<Effect>({
                effect("link-metric.both-identifiers", remarks[6], both_identifiers),
                effect("link-metric.family-kept", remarks[2], family_kept),
                effect("link-metric.metric", {"MIB_IPINTERFACE_ROW", "Members", {59}}, metric),
                effect("link-metric.path-mtu-timeout", {"MIB_IPINTERFACE_ROW", "Members", {50}},
                       path_mtu_timeout),
                effect("link-metric.connected", {"MIB_IPINTERFACE_ROW", "Members", {62}}, connected),
                effect("link-metric.default-routes", {"MIB_IPINTERFACE_ROW", "Members", {73}},
                       disable_default_routes),
                effect("link-metric.luid-first", remarks[4], promised::luid_first),
            }));

}  // namespace

Refusals<LinkSituation> get_link_refusals() { return refusals; }
Effects get_link_effects() { return effects; }

}  // namespace netioconf::oracle::rules
