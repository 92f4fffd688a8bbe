#include "oracle/model/samples.h"
#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/promises/promises_of_changes.h"
#include "oracle/rules/promises/promises_of_rows.h"

// GetBestRoute2. The examples start from a search for 10.1.2.3 on the first link, which finds a_route().
namespace netioconf::oracle::rules {
namespace {

using SearchExample = CallExample<BestRouteCall>;

constexpr Citation returns{"GetBestRoute2", "Return value"};
constexpr Citation remarks{"GetBestRoute2", "Remarks"};
constexpr Citation row_remarks{"MIB_IPFORWARD_ROW2", "Remarks"};

void search_for(SearchExample& example, const SocketAddress& destination) {
  example.call.destination = destination;
}
void name_link(SearchExample& example, std::optional<std::uint64_t> luid, std::uint32_t index) {
  example.call.luid = luid;
  example.call.index = index;
}
void unchanged(SearchExample&) {}

// A default route, which leads to every address.
void search_by_default_route(SearchExample& example, const SocketAddress& destination) {
  example.before = {RouteCall{.row = to(a_route(), ipv4(0, 0, 0, 0), 0)}};
  search_for(example, destination);
}

bool destination_is_ip(const BestRouteSituation& situation) {
  return situation.arguments.destination && is_ip(situation.arguments.destination->family);
}

bool no_link_is_named_by(const BestRouteSituation& situation) {
  return situation.arguments.luid.value_or(0) == 0 && situation.arguments.index == 0;
}

bool named_link_is_unknown(const BestRouteSituation& situation) {
  return situation.link == nullptr && !no_link_is_named_by(situation);
}

constexpr Check<BestRouteSituation> null_argument{
    .says = "NULL as destination or best route is refused",
    .applies =
        [](const BestRouteSituation& situation) {
          return !situation.arguments.destination || situation.arguments.null_best_route;
        },
    .examples = {{[](SearchExample& example) { example.call.destination.reset(); }, unchanged},
                 {[](SearchExample& example) { example.call.null_best_route = true; }, unchanged}}};

constexpr Check<BestRouteSituation> null_best_source{
    .says = "NULL as best source is refused",
    .applies = [](const BestRouteSituation& situation) { return situation.arguments.null_best_source; },
    .examples = {{[](SearchExample& example) { example.call.null_best_source = true; }, unchanged}}};

constexpr Check<BestRouteSituation> destination_family{
    .says = "a destination that is neither IPv4 nor IPv6 is refused",
    .applies =
        [](const BestRouteSituation& situation) {
          return situation.arguments.destination && !destination_is_ip(situation);
        },
    .examples = {{[](SearchExample& example) { search_for(example, no_family); }, unchanged},
                 {[](SearchExample& example) { search_for(example, unknown_family); }, unchanged}}};

constexpr Check<BestRouteSituation> destination_class{
    .says = "addresses of some classes are not valid destinations",
    .applies = [](const BestRouteSituation& situation) { return situation.destination.refused; },
    .examples = {
        {[](SearchExample& example) { search_by_default_route(example, ipv4(127, 0, 0, 1)); },
         [](SearchExample& example) { search_by_default_route(example, ipv4(126, 0, 0, 1)); }},
        {[](SearchExample& example) { search_by_default_route(example, ipv4(0, 0, 0, 0)); },
         [](SearchExample& example) { search_by_default_route(example, ipv4(169, 254, 0, 1)); }},
        {[](SearchExample& example) { search_by_default_route(example, ipv4(224, 0, 0, 1)); },
         [](SearchExample& example) { search_by_default_route(example, ipv4(223, 0, 0, 1)); }}}};

void come_from(SearchExample& example, const SocketAddress& source) { example.call.source = source; }

constexpr Check<BestRouteSituation> unusual_source{
    .says = "a source address that is not one of the host for the destination may be refused",
    .applies =
        [](const BestRouteSituation& situation) {
          return situation.source.kind || situation.source.has_stray_bytes;
        },
    .examples = {
        {[](SearchExample& example) { come_from(example, ipv4(10, 0, 0, 8)); }, unchanged},
        {[](SearchExample& example) { come_from(example, ipv6(0x20010db800000000, 9)); }, unchanged},
        {[](SearchExample& example) { come_from(example, with_port(ipv4(10, 0, 0, 8))); }, unchanged},
        {[](SearchExample& example) { come_from(example, ipv4(0, 0, 0, 0)); }, unchanged}}};

// A source with stray bytes may be refused for them, or because it is unusual without them, or because
// its link has no route. Only with the link that has it, it can be refused for nothing but these bytes.
// One of a link that is not connected may be refused, or the routes of that link are passed over. One of
// two kinds may be refused for either.
std::optional<std::size_t> kind_of_source(const BestRouteSituation& situation) {
  const auto position = [](readings::SourceKind kind) { return static_cast<std::size_t>(kind); };
  const auto& [link, kind, is_of_two_kinds, has_stray_bytes] = situation.source;
  if (is_of_two_kinds || kind == readings::SourceKind::of_unconnected_link) return std::nullopt;
  if (!has_stray_bytes) return position(*kind);
  const bool names_its_link =
      situation.link != nullptr && has_address(*situation.link, bare(*situation.arguments.source));
  if (kind || !names_its_link) return std::nullopt;
  return position(readings::SourceKind::with_stray_bytes);
}

// No page names a status.
constexpr auto source_is_refused = under<readings::unusual_source, kind_of_source>(
    {{readings::UnusualSource::refused, Status::invalid_parameter},
     {readings::UnusualSource::refused, Status::not_found},
     {readings::UnusualSource::refused, Status::file_not_found},
     {readings::UnusualSource::refused, Status::not_supported},
     {readings::UnusualSource::refused, Status::network_unreachable},
     {readings::UnusualSource::refused, Status::other}});

constexpr Check<BestRouteSituation> link_unspecified{
    .says = "a call with neither LUID nor index is refused",
    .applies = no_link_is_named_by,
    .examples = {{[](SearchExample& example) { name_link(example, 0, 0); },
                  [](SearchExample& example) { name_link(example, 0, 1); }},
                 {[](SearchExample& example) { name_link(example, std::nullopt, 0); }, unchanged}}};

constexpr Check<BestRouteSituation> link_known{
    .says = "a link that does not exist is not found",
    .applies = named_link_is_unknown,
    .examples = {{[](SearchExample& example) { name_link(example, first_luid + 1, 0); },
                  [](SearchExample& example) { name_link(example, first_luid, 99); }},
                 {[](SearchExample& example) { name_link(example, std::nullopt, 2); },
                  [](SearchExample& example) { name_link(example, std::nullopt, 1); }}}};

constexpr Check<BestRouteSituation> missing{
    .says = "a destination that no route matches has no best route",
    .applies =
        [](const BestRouteSituation& situation) {
          if (!destination_is_ip(situation)) return false;
          return situation.destination.no_route ||
                 (!named_link_is_unknown(situation) && !situation.some_route_matches);
        },
    .examples = {{[](SearchExample& example) { search_for(example, ipv4(11, 0, 0, 0)); },
                  [](SearchExample& example) { search_for(example, ipv4(10, 255, 255, 255)); }},
                 {[](SearchExample& example) { search_for(example, ipv6(0, 2)); }, unchanged}}};

// Windows has another status for a search that is restricted by a source address of the host or by a
// link that is not connected.
std::optional<std::size_t> is_restricted_by_nothing(const BestRouteSituation& situation) {
  const bool by_source =
      situation.arguments.source && !situation.source.kind && !situation.source.has_stray_bytes;
  const bool by_link = situation.link != nullptr && !situation.link->connected;
  return by_source || by_link ? std::nullopt : std::optional<std::size_t>{0};
}

constexpr auto no_route_is_found = under<readings::missing_route, is_restricted_by_nothing>(
    {{readings::MissingRoute::not_found, Status::not_found},
     {readings::MissingRoute::network_unreachable, Status::network_unreachable},
     {readings::MissingRoute::invalid_parameter, Status::invalid_parameter},
     {readings::MissingRoute::file_not_found, Status::file_not_found},
     {readings::MissingRoute::not_supported, Status::not_supported},
     {readings::MissingRoute::other, Status::other},
     {readings::MissingRoute::other, Status::object_already_exists},
     {readings::MissingRoute::other, Status::invalid_handle},
     {readings::MissingRoute::other, Status::access_denied}});

constexpr Check<BestRouteSituation> machine_stack{
    .says = "a family without a stack on the machine is not supported",
    .applies =
        [](const BestRouteSituation& situation) {
          return destination_is_ip(situation) &&
                 !machine_has(situation.host, situation.arguments.destination->family);
        },
    .examples = {{[](SearchExample& example) {
                    example.host = a_host_without(ipv6_family);
                    search_for(example, ipv6(0x20010db800000000, 1));
                  },
                  [](SearchExample& example) { example.host = a_host_without(ipv6_family); }}}};

constexpr Check<BestRouteSituation> link_stack{
    .says = "a link without a stack for the destination's family has no such route",
    .applies =
        [](const BestRouteSituation& situation) {
          return situation.link != nullptr && destination_is_ip(situation) &&
                 !link_has(*situation.link, situation.arguments.destination->family);
        },
    .examples = {{[](SearchExample& example) {
                    example.host = a_host_with(with(a_link(), &Link::ipv6, false));
                    search_for(example, ipv6(0x20010db800000000, 1));
                  },
                  [](SearchExample& example) {
                    example.host = a_host_with(with(a_link(), &Link::ipv6, false));
                  }}}};

constexpr auto refusals =
    of_call(Call::best_route,
            std::to_array<Refusal<BestRouteSituation>>({
                refusal("best-route.null-argument", returns[7], null_argument, is_invalid),
                refusal("best-route.null-best-source", returns[7], null_best_source,
                        under<readings::null_best_source>(
                            {{readings::NullBestSource::refused, Status::invalid_parameter}})),
                refusal("best-route.destination-family", returns[9], destination_family, is_invalid),
                refusal("best-route.destination-class", remarks[3], destination_class,
                        settled_by<readings::best_route_destination_class>(Status::invalid_parameter)),
                refusal("best-route.source", remarks[7], unusual_source, source_is_refused),
                refusal("best-route.link-unspecified", returns[8], link_unspecified,
                        under<readings::best_route_without_link>(
                            {{readings::WithoutLink::refused, Status::invalid_parameter}})),
                refusal("best-route.link-known", returns[12], link_known, link_is_unknown),
                refusal("best-route.missing", remarks[1], missing, no_route_is_found),
                refusal("best-route.stack", returns[15], machine_stack, machine_has_no_stack),
                refusal("best-route.link-stack", returns[15], link_stack, link_has_no_stack),
            }));

// After these routes were created, the search for 10.1.2.3 on the first of two links finds one of them.
Trace finds(const RouteRow& found, const RouteRows& existing) {
  Steps steps;
  for (const RouteRow& row : existing) steps.push_back(created(row));
  steps.push_back(found_best(best_route_to(ipv4(10, 1, 2, 3)), found));
  return trace_of(steps, a_host_with_two_links());
}

RouteRow wide() { return a_route(); }  // 10.0.0.0/8
RouteRow narrow() { return to(a_route(), ipv4(10, 1, 0, 0), 16); }
RouteRow elsewhere() { return to(a_route(), ipv4(10, 2, 0, 0), 16); }
RouteRow on_second_link() { return on(a_route(), second_luid, 2); }
RouteRow dearer() { return with(via(a_route(), ipv4(10, 0, 0, 2)), &RouteRow::metric, 1); }

constexpr PromiseWords existing_route{.promise = Promise::existing_route,
                                      .says = "the best route is an existing route",
                                      .examples = {{[](Call) { return finds(narrow(), {wide()}); },
                                                    [](Call) { return finds(wide(), {wide()}); }}}};

constexpr PromiseWords of_named_link{
    .promise = Promise::link,
    .says = "if a link is named, only its routes are searched",
    .examples = {{[](Call) { return finds(on_second_link(), {wide(), on_second_link()}); },
                  [](Call) { return finds(wide(), {wide(), on_second_link()}); }}}};

constexpr PromiseWords leads_there{
    .promise = Promise::leads_there,
    .says = "the prefix of the best route contains the destination",
    .examples = {{[](Call) { return finds(elsewhere(), {wide(), elsewhere()}); },
                  [](Call) { return finds(wide(), {wide(), elsewhere()}); }}}};

constexpr PromiseWords longest_prefix{
    .promise = Promise::longest_prefix,
    .says = "the best route has the longest matching prefix",
    .follows_from = "the page says only that it is the best route to the destination",
    .examples = {{[](Call) { return finds(wide(), {wide(), narrow()}); },
                  [](Call) { return finds(narrow(), {wide(), narrow()}); }}}};

constexpr PromiseWords complete_metric{
    .promise = Promise::complete_metric,
    .says = "among prefixes of equal length, the lowest sum of route offset and link metric is best",
    .follows_from =
        "the page says only that this sum is the complete metric, and decides the preference",
    .examples = {{[](Call) { return finds(dearer(), {wide(), dearer()}); },
                  [](Call) { return finds(wide(), {wide(), dearer()}); }}}};

// A search from the address of the second link passes over the only route, which is on the first link.
// The next one does the same, or it finds the route.
Trace searched_from_second_link(bool finds_it) {
  BestRouteCall search = std::get<BestRouteCall>(best_route_to(ipv4(10, 1, 2, 3), 0));
  search.source = ipv4(192, 0, 2, 9);
  const Step passed_over = answered(search, number::not_found);
  Trace trace =
      trace_of({created(wide()), passed_over, finds_it ? found_best(search, wide()) : passed_over},
               a_host_with_two_links());
  trace.host.links.back().addresses = {{.address = ipv4(192, 0, 2, 9), .length = 24}};
  return trace;
}

constexpr PromiseWords source_link{
    .promise = Promise::source_link,
    .says = "if a source address is passed, only the routes of its link are searched",
    .reading = readings::links_of_source.id,
    .examples = {{[](Call) { return searched_from_second_link(true); },
                  [](Call) { return searched_from_second_link(false); }}}};

// The first search for 10.1.2.3 on a second link with this property passes over its only route. The next
// one does the same, or it finds the route.
Trace searched_twice(const RouteRow& row, bool Link::* property, bool value, bool finds_it) {
  const Operation search = best_route_to(ipv4(10, 1, 2, 3), second_luid);
  const Step passed_over = answered(search, number::not_found);
  Trace trace = trace_of({created(row), passed_over, finds_it ? found_best(search, row) : passed_over},
                         a_host_with_two_links());
  trace.host.links.back().*property = value;
  return trace;
}

Trace searched_without_connection(bool finds_it) {
  return searched_twice(on_second_link(), &Link::connected, false, finds_it);
}

Trace searched_for_default_route(bool finds_it) {
  return searched_twice(to(on_second_link(), ipv4(0, 0, 0, 0), 0), &Link::ignores_default_routes, true,
                        finds_it);
}

constexpr PromiseWords connected_link{
    .promise = Promise::connected_link,
    .says = "routes of a link that is not connected are passed over",
    .reading = readings::unconnected_link.id,
    .examples = {{[](Call) { return searched_without_connection(true); },
                  [](Call) { return searched_without_connection(false); }}}};

constexpr PromiseWords default_routes{
    .promise = Promise::default_routes,
    .says = "default routes of a link that ignores them are passed over",
    .reading = readings::ignored_default_routes.id,
    .examples = {{[](Call) { return searched_for_default_route(true); },
                  [](Call) { return searched_for_default_route(false); }}}};

// The best route to 10.1.2.3 on a link with the address 10.0.0.9, from this address.
Trace sends_from(const SocketAddress& source) {
  Trace trace = finds(wide(), {wide()});
  trace.host.links.front().addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}};
  trace.steps.back().reply.best_source = source;
  return trace;
}

constexpr PromiseWords best_source{
    .promise = Promise::best_source,
    .says = "the best source is an address of the host, and a loopback address only for loopback",
    .follows_from = "the page says only that it is the best source address",
    .examples = {{[](Call) { return sends_from(ipv4(10, 0, 0, 8)); },
                  [](Call) { return sends_from(ipv4(10, 0, 0, 9)); }},
                 {[](Call) { return sends_from(ipv4(127, 0, 0, 1)); },
                  [](Call) { return sends_from(ipv4(10, 0, 0, 9)); }}}};

constexpr auto effects = of_call(
    Call::best_route,
    std::to_array<Effect>({
        effect("best-route.both-identifiers", remarks[8], promised::both_identifiers),
        effect("best-route.key-members", remarks[8], promised::key_members),
        effect("best-route.keeps-members", remarks[8], promised::keeps_members),
        effect("best-route.metric", remarks[8], promised::metric),
        effect("best-route.age", remarks[8], promised::age),
        effect("best-route.origin", remarks[8], promised::origin),
        effect("best-route.existing-route", remarks[8], existing_route),
        effect("best-route.link", remarks[5], of_named_link),
        effect("best-route.leads-there", remarks[1], leads_there),
        effect("best-route.longest-prefix", remarks[1], longest_prefix),
        effect("best-route.complete-metric", row_remarks[11], complete_metric),
        effect("best-route.source-link", {"MIB_IPINTERFACE_ROW", "Remarks", {25}}, source_link),
        effect("best-route.connected-link", {"MIB_IPINTERFACE_ROW", "Members", {62}}, connected_link),
        effect("best-route.default-routes", {"MIB_IPINTERFACE_ROW", "Members", {73}}, default_routes),
        effect("best-route.best-source", {"GetBestRoute2", "Parameters", {10}}, best_source),
        effect("best-route.luid-first", remarks[5], promised::luid_first),
    }));

}  // namespace

Refusals<BestRouteSituation> best_route_refusals() { return refusals; }
Effects best_route_effects() { return effects; }

}  // namespace netioconf::oracle::rules
