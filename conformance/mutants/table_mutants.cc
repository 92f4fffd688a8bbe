#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants of GetIpForwardTable2, GetAnycastIpAddressTable and FreeMibTable.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace table_mutants {

constexpr Call routes_call = Call::route_table;
constexpr Call anycasts_call = Call::anycast_table;
using Row = MIB_IPFORWARD_ROW2;
using Rows = std::vector<MIB_IPFORWARD_ROW2>;
using AnycastRows = std::vector<MIB_ANYCASTIPADDRESS_ROW>;

// check: bool (std::uint16_t asked, std::uint16_t family)
template <Call only, auto check>
Behaviour listing() {
  return replaced<&Behaviour::listed, [](Call call, std::uint16_t asked, std::uint16_t family) {
    return call == only ? check(asked, family) : common().listed(call, asked, family);
  }>();
}

template <Call only>
Behaviour demanding_both_stacks() {
  return replaced<&Behaviour::stack, [](Call call, const netioconf_host& host, std::uint16_t family) {
    const bool lacking = call == only && (host.ipv4 == 0 || host.ipv6 == 0);
    return lacking ? Status::not_supported : common().stack(call, host, family);
  }>();
}

template <Call only>
Behaviour refusing_unspecified() {
  return replaced<&Behaviour::table_family, [](Call call, std::uint16_t family) {
    const bool refused = call == only && family == unspecified;
    return refused ? Status::invalid_parameter : common().table_family(call, family);
  }>();
}

bool lists_all(std::uint16_t, std::uint16_t) { return true; }

bool lists_ipv4_for_unspecified(std::uint16_t asked, std::uint16_t family) {
  return asked == unspecified ? family == ipv4 : asked == family;
}

bool lists_the_other(std::uint16_t asked, std::uint16_t family) { return asked != family; }

// Removes nothing if the pointer is NULL.
template <auto edit>
Behaviour freeing() {
  return replaced<&Behaviour::after_free, [](const void* memory, Tables& tables) {
    if (memory != nullptr) edit(tables);
  }>();
}

constexpr Mutant list[] = {
    {"table-null-succeeds", "route-table.null-table", "returns success for a NULL table pointer",
     forgetting<&Behaviour::null_argument, routes_call>},
    {"table-null-not-found", "route-table.null-table", "returns not found for a NULL table pointer",
     refusing_with<&Behaviour::null_argument, routes_call, Status::not_found>},
    {"table-family-not-supported", "route-table.family", "returns not supported for an unknown family",
     refusing_with<&Behaviour::table_family, routes_call, Status::not_supported>},
    {"table-unspecified-family-refused", "route-table.family", "refuses to list both families",
     refusing_unspecified<routes_call>},
    {"table-stack-demanded-for-both", "route-table.stack", "refuses unless the machine has both stacks",
     demanding_both_stacks<routes_call>},
    {"table-stack-of-the-other-family", "route-table.stack", "checks the stack of the other family",
     asking_for_the_other_stack<routes_call>},
    {"table-ignores-family", "route-table.only-its-family", "always lists both families",
     listing<routes_call, lists_all>},
    {"table-unspecified-lists-ipv4-only", "route-table.complete",
     "lists only IPv4 if both families are requested", listing<routes_call, lists_ipv4_for_unspecified>},
    {"table-lists-the-other-family", "route-table.only-its-family", "lists only the other family",
     listing<routes_call, lists_the_other>},
    {"table-misses-last-row", "route-table.complete", "omits the last of several rows",
     replaced<&Behaviour::route_rows,
              [](Rows& rows) {
                if (1 < rows.size()) rows.pop_back();
              }>},
    {"table-misses-default-route", "route-table.complete", "omits default routes",
     replaced<&Behaviour::route_rows,
              [](Rows& rows) {
                std::erase_if(rows,
                              [](const Row& row) { return row.DestinationPrefix.PrefixLength == 0; });
              }>},
    {"table-row-twice", "route-table.each-entry-once", "lists the first row again at the end",
     replaced<&Behaviour::route_rows,
              [](Rows& rows) {
                if (!rows.empty()) rows.push_back(Row(rows.front()));
              }>},
    {"table-row-of-zeroes", "route-table.complete", "appends a row of zeros",
     replaced<&Behaviour::route_rows, [](Rows& rows) { rows.push_back(Row{}); }>},
    {"empty-table-invalid-parameter", "route-table.empty",
     "returns invalid parameter for an empty table",
     refusing_with<&Behaviour::empty_table, routes_call, Status::invalid_parameter>},
    {"empty-table-not-supported", "route-table.empty", "returns not supported for an empty table",
     refusing_with<&Behaviour::empty_table, routes_call, Status::not_supported>},
    {"table-shows-no-metric", "route-table.metric", "lists a metric of zero",
     reading<routes_call, [](Row& row) { row.Metric = 0; }>},
    {"table-shows-no-next-hop", "route-table.key-members", "lists every next hop as all zero",
     reading<routes_call,
             [](Row& row) { row.NextHop = socket_address_of({row.NextHop.si_family, {}}); }>},
    {"table-index-not-filled", "route-table.both-identifiers", "lists an index of zero",
     reading<routes_call, [](Row& row) { row.InterfaceIndex = 0; }>},
    {"table-luid-not-filled", "route-table.both-identifiers", "lists a LUID of zero",
     reading<routes_call, [](Row& row) { row.InterfaceLuid.Value = 0; }>},

    {"anycast-table-null-succeeds", "anycast-table.null-table",
     "returns success for a NULL table pointer", forgetting<&Behaviour::null_argument, anycasts_call>},
    {"anycast-table-null-not-found", "anycast-table.null-table",
     "returns not found for a NULL table pointer",
     refusing_with<&Behaviour::null_argument, anycasts_call, Status::not_found>},
    {"anycast-table-family-not-supported", "anycast-table.family",
     "returns not supported for an unknown family",
     refusing_with<&Behaviour::table_family, anycasts_call, Status::not_supported>},
    {"anycast-table-unspecified-family-refused", "anycast-table.family", "refuses to list both families",
     refusing_unspecified<anycasts_call>},
    {"anycast-table-stack-demanded-for-both", "anycast-table.stack",
     "refuses unless the machine has both stacks", demanding_both_stacks<anycasts_call>},
    {"anycast-table-stack-of-the-other-family", "anycast-table.stack",
     "checks the stack of the other family", asking_for_the_other_stack<anycasts_call>},
    {"anycast-table-ignores-family", "anycast-table.only-its-family", "always lists both families",
     listing<anycasts_call, lists_all>},
    {"anycast-table-unspecified-lists-ipv4-only", "anycast-table.complete",
     "lists only IPv4 if both families are requested",
     listing<anycasts_call, lists_ipv4_for_unspecified>},
    {"anycast-table-misses-last-row", "anycast-table.complete", "omits the last of several rows",
     replaced<&Behaviour::anycast_rows,
              [](AnycastRows& rows) {
                if (1 < rows.size()) rows.pop_back();
              }>},
    {"anycast-table-row-twice", "anycast-table.each-entry-once", "lists the first row again at the end",
     replaced<&Behaviour::anycast_rows,
              [](AnycastRows& rows) {
                if (!rows.empty()) rows.push_back(MIB_ANYCASTIPADDRESS_ROW(rows.front()));
              }>},
    {"anycast-empty-table-invalid-parameter", "anycast-table.empty",
     "returns invalid parameter for an empty table",
     refusing_with<&Behaviour::empty_table, anycasts_call, Status::invalid_parameter>},
    {"anycast-empty-table-not-supported", "anycast-table.empty",
     "returns not supported for an empty table",
     refusing_with<&Behaviour::empty_table, anycasts_call, Status::not_supported>},

    {"free-table-clears-routes", "free-table.keeps-the-others", "empties the route table",
     freeing<[](Tables& tables) { tables.routes.clear(); }>},
    {"free-table-clears-anycasts", "free-table.keeps-the-others", "empties the anycast table",
     freeing<[](Tables& tables) { tables.anycasts.clear(); }>},
    {"free-table-removes-oldest-route", "free-table.keeps-the-others", "deletes the first route",
     freeing<[](Tables& tables) {
       const auto any = [](const RouteKey&) { return true; };
       const RouteEntry* entry = finders::first_route(tables.routes, any);
       if (entry != nullptr) tables.routes.erase(entry->key);
     }>},
};

}  // namespace table_mutants

std::span<const Mutant> table() { return table_mutants::list; }

}  // namespace netioconf::conformance::groups
