#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants of GetIpForwardTable2, GetAnycastIpAddressTable and FreeMibTable.
namespace netioconf::conformance::mutants::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace table_mutants {

constexpr emulator::Call routes_call = emulator::Call::route_table;
constexpr emulator::Call anycasts_call = emulator::Call::anycast_table;
using rows::Row;
using AnycastRows = std::vector<MIB_ANYCASTIPADDRESS_ROW>;

// check: bool (std::uint16_t asked, std::uint16_t family)
template <emulator::Call only, auto check>
emulator::Behaviour listing() {
  return replaced<&emulator::Behaviour::listed, [](emulator::Call call, std::uint16_t asked,
                                                   std::uint16_t family) {
    return call == only ? check(asked, family) : emulator::common().listed(call, asked, family);
  }>();
}

template <emulator::Call only>
emulator::Behaviour demanding_both_stacks() {
  return replaced<&emulator::Behaviour::stack, [](emulator::Call call, const netioconf_host& host,
                                                  std::uint16_t family) {
    const bool lacking = call == only && (host.ipv4 == 0 || host.ipv6 == 0);
    return lacking ? emulator::Status::not_supported : emulator::common().stack(call, host, family);
  }>();
}

template <emulator::Call only>
emulator::Behaviour refusing_unspecified() {
  return replaced<&emulator::Behaviour::table_family, [](emulator::Call call, std::uint16_t family) {
    const bool refused = call == only && family == emulator::unspecified;
    return refused ? emulator::Status::invalid_parameter : emulator::common().table_family(call, family);
  }>();
}

bool lists_all(std::uint16_t, std::uint16_t) { return true; }

bool lists_ipv4_for_unspecified(std::uint16_t asked, std::uint16_t family) {
  return asked == emulator::unspecified ? family == emulator::ipv4 : asked == family;
}

bool lists_the_other(std::uint16_t asked, std::uint16_t family) { return asked != family; }

// Removes nothing if the pointer is NULL.
template <auto edit>
emulator::Behaviour freeing() {
  return replaced<&emulator::Behaviour::after_free, [](const void* memory, emulator::Tables& tables) {
    if (memory != nullptr) edit(tables);
  }>();
}

constexpr Mutant list[] = {
    {"table-null-succeeds", "route-table.null-table", "returns success for a NULL table pointer",
     forgetting<&emulator::Behaviour::null_argument, table_mutants::routes_call>},
    {"table-null-not-found", "route-table.null-table", "returns not found for a NULL table pointer",
     refusing_with<&emulator::Behaviour::null_argument, table_mutants::routes_call,
                   emulator::Status::not_found>},
    {"table-family-not-supported", "route-table.family", "returns not supported for an unknown family",
     refusing_with<&emulator::Behaviour::table_family, table_mutants::routes_call,
                   emulator::Status::not_supported>},
    {"table-unspecified-family-refused", "route-table.family", "refuses to list both families",
     table_mutants::refusing_unspecified<table_mutants::routes_call>},
    {"table-stack-demanded-for-both", "route-table.stack", "refuses unless the machine has both stacks",
     table_mutants::demanding_both_stacks<table_mutants::routes_call>},
    {"table-stack-of-the-other-family", "route-table.stack", "checks the stack of the other family",
     asking_for_the_other_stack<table_mutants::routes_call>},
    {"table-ignores-family", "route-table.only-its-family", "always lists both families",
     table_mutants::listing<table_mutants::routes_call, table_mutants::lists_all>},
    {"table-unspecified-lists-ipv4-only", "route-table.complete",
     "lists only IPv4 if both families are requested",
     table_mutants::listing<table_mutants::routes_call, table_mutants::lists_ipv4_for_unspecified>},
    {"table-lists-the-other-family", "route-table.only-its-family", "lists only the other family",
     table_mutants::listing<table_mutants::routes_call, table_mutants::lists_the_other>},
    {"table-misses-last-row", "route-table.complete", "omits the last of several rows",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<table_mutants::Row>& rows) {
                if (1 < rows.size()) rows.pop_back();
              }>},
    {"table-misses-default-route", "route-table.complete", "omits default routes",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<table_mutants::Row>& rows) {
                std::erase_if(rows, [](const table_mutants::Row& row) {
                  return row.DestinationPrefix.PrefixLength == 0;
                });
              }>},
    {"table-row-twice", "route-table.each-entry-once", "lists the first row again at the end",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<table_mutants::Row>& rows) {
                if (!rows.empty()) rows.push_back(table_mutants::Row(rows.front()));
              }>},
    {"table-row-of-zeroes", "route-table.complete", "appends a row of zeros",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<table_mutants::Row>& rows) { rows.push_back(table_mutants::Row{}); }>},
    {"table-of-64-rows", "route-table.complete", "lists at most 64 rows",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<table_mutants::Row>& rows) {
                if (64 < rows.size()) rows.resize(64);
              }>},
    {"table-count-in-eight-bits", "route-table.complete", "keeps the number of rows in eight bits",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<table_mutants::Row>& rows) { rows.resize(rows.size() & 0xff); }>},
    {"table-spoilt-beyond-1024-rows", "route-table.keeps-members",
     "changes the protocol of the first of more than 1024 rows",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<table_mutants::Row>& rows) {
                if (1024 < rows.size()) rows.front().Protocol = 1;
              }>},
    {"empty-table-invalid-parameter", "route-table.empty",
     "returns invalid parameter for an empty table",
     refusing_with<&emulator::Behaviour::empty_table, table_mutants::routes_call,
                   emulator::Status::invalid_parameter>},
    {"empty-table-not-supported", "route-table.empty", "returns not supported for an empty table",
     refusing_with<&emulator::Behaviour::empty_table, table_mutants::routes_call,
                   emulator::Status::not_supported>},
    {"table-shows-no-metric", "route-table.metric", "lists a metric of zero",
     reading<table_mutants::routes_call, [](table_mutants::Row& row) { row.Metric = 0; }>},
    {"table-shows-no-next-hop", "route-table.key-members", "lists every next hop as all zero",
     reading<table_mutants::routes_call,
             [](table_mutants::Row& row) {
               row.NextHop = emulator::socket_address_of({row.NextHop.si_family, {}});
             }>},
    {"table-index-not-filled", "route-table.both-identifiers", "lists an index of zero",
     reading<table_mutants::routes_call, [](table_mutants::Row& row) { row.InterfaceIndex = 0; }>},
    {"table-luid-not-filled", "route-table.both-identifiers", "lists a LUID of zero",
     reading<table_mutants::routes_call, [](table_mutants::Row& row) { row.InterfaceLuid.Value = 0; }>},

    {"anycast-table-null-succeeds", "anycast-table.null-table",
     "returns success for a NULL table pointer",
     forgetting<&emulator::Behaviour::null_argument, table_mutants::anycasts_call>},
    {"anycast-table-null-not-found", "anycast-table.null-table",
     "returns not found for a NULL table pointer",
     refusing_with<&emulator::Behaviour::null_argument, table_mutants::anycasts_call,
                   emulator::Status::not_found>},
    {"anycast-table-family-not-supported", "anycast-table.family",
     "returns not supported for an unknown family",
     refusing_with<&emulator::Behaviour::table_family, table_mutants::anycasts_call,
                   emulator::Status::not_supported>},
    {"anycast-table-unspecified-family-refused", "anycast-table.family", "refuses to list both families",
     table_mutants::refusing_unspecified<table_mutants::anycasts_call>},
    {"anycast-table-stack-demanded-for-both", "anycast-table.stack",
     "refuses unless the machine has both stacks",
     table_mutants::demanding_both_stacks<table_mutants::anycasts_call>},
    {"anycast-table-stack-of-the-other-family", "anycast-table.stack",
     "checks the stack of the other family", asking_for_the_other_stack<table_mutants::anycasts_call>},
    {"anycast-table-ignores-family", "anycast-table.only-its-family", "always lists both families",
     table_mutants::listing<table_mutants::anycasts_call, table_mutants::lists_all>},
    {"anycast-table-unspecified-lists-ipv4-only", "anycast-table.complete",
     "lists only IPv4 if both families are requested",
     table_mutants::listing<table_mutants::anycasts_call, table_mutants::lists_ipv4_for_unspecified>},
    {"anycast-table-misses-last-row", "anycast-table.complete", "omits the last of several rows",
     replaced<&emulator::Behaviour::anycast_rows,
              [](table_mutants::AnycastRows& rows) {
                if (1 < rows.size()) rows.pop_back();
              }>},
    {"anycast-table-row-twice", "anycast-table.each-entry-once", "lists the first row again at the end",
     replaced<&emulator::Behaviour::anycast_rows,
              [](table_mutants::AnycastRows& rows) {
                if (!rows.empty()) rows.push_back(MIB_ANYCASTIPADDRESS_ROW(rows.front()));
              }>},
    {"anycast-table-count-in-eight-bits", "anycast-table.complete",
     "keeps the number of rows in eight bits",
     replaced<&emulator::Behaviour::anycast_rows,
              [](table_mutants::AnycastRows& rows) { rows.resize(rows.size() & 0xff); }>},
    {"anycast-table-misses-row-beyond-1024", "anycast-table.complete",
     "omits the first of more than 1024 rows",
     replaced<&emulator::Behaviour::anycast_rows,
              [](table_mutants::AnycastRows& rows) {
                if (1024 < rows.size()) rows.erase(rows.begin());
              }>},
    {"anycast-empty-table-invalid-parameter", "anycast-table.empty",
     "returns invalid parameter for an empty table",
     refusing_with<&emulator::Behaviour::empty_table, table_mutants::anycasts_call,
                   emulator::Status::invalid_parameter>},
    {"anycast-empty-table-not-supported", "anycast-table.empty",
     "returns not supported for an empty table",
     refusing_with<&emulator::Behaviour::empty_table, table_mutants::anycasts_call,
                   emulator::Status::not_supported>},

    {"free-table-clears-routes", "free-table.keeps-the-others", "empties the route table",
     table_mutants::freeing<[](emulator::Tables& tables) { tables.routes.clear(); }>},
    {"free-table-clears-anycasts", "free-table.keeps-the-others", "empties the anycast table",
     table_mutants::freeing<[](emulator::Tables& tables) { tables.anycasts.clear(); }>},
    {"free-table-removes-oldest-route", "free-table.keeps-the-others", "deletes the first route",
     table_mutants::freeing<[](emulator::Tables& tables) {
       const auto any = [](const emulator::RouteKey&) { return true; };
       const emulator::RouteEntry* entry = finders::first_route(tables.routes, any);
       if (entry != nullptr) tables.routes.erase(entry->key());
     }>},
};

}  // namespace table_mutants

std::span<const Mutant> table() { return table_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
