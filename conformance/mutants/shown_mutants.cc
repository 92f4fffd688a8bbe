#include <utility>

#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants that store correct values and return wrong ones, in the row of a Get or in a table.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace shown_mutants {

constexpr Call get_call = Call::route_get;
constexpr Call table_call = Call::route_table;
constexpr Call anycast_get = Call::anycast_get;
constexpr Call anycast_table = Call::anycast_table;
using rows::Row;
using AnycastRow = MIB_ANYCASTIPADDRESS_ROW;

void age_a_year(Row& row) { row.Age += 365 * 24 * 60 * 60; }

void age_never(Row& row) { row.Age = 0xffffffff; }

void origin_without_name(Row& row) { row.Origin = 99; }

void origin_by_metric(Row& row) { row.Origin = row.Metric % 2 == 0 ? 1 : 2; }

void no_next_hop(Row& row) { row.NextHop = socket_address_of({row.NextHop.si_family, {}}); }

void length_in_bytes(Row& row) { row.DestinationPrefix.PrefixLength &= 0xf8; }

void no_protocol(Row& row) { row.Protocol = 0; }

void lifetimes_exchanged(Row& row) { std::swap(row.ValidLifetime, row.PreferredLifetime); }

// Leaves a member of the caller's row unchanged.
template <auto member>
Behaviour leaving() {
  return writing_argument<get_call, [](Status verdict, Row& argument, const Row& stored) {
    if (verdict != Status::success) return;
    const auto kept = argument.*member;
    argument = stored;
    argument.*member = kept;
  }>();
}

template <Call only, TableHead head>
Behaviour heading() {
  return replaced<&Behaviour::table_head, [](Call call, std::size_t rows) {
    return call == only ? head : common().table_head(call, rows);
  }>();
}

constexpr TableHead no_table{.handed_out = false};
constexpr TableHead too_many_rows{.rows = 0x7fffffff};

// A machine that lacks one stack, or both.
template <Call only, bool one_suffices, Status instead>
Behaviour tables_without_stacks() {
  return replaced<&Behaviour::stack, [](Call call, const netioconf_host& host, std::uint16_t family) {
    const bool lacking =
        one_suffices ? host.ipv4 == 0 && host.ipv6 == 0 : host.ipv4 == 0 || host.ipv6 == 0;
    const bool refused = call == only && family == unspecified && lacking;
    return refused ? instead : common().stack(call, host, family);
  }>();
}

constexpr Mutant list[] = {
    {"get-shows-age-of-a-year", "route-get.age", "returns an age that is one year too high",
     reading<get_call, age_a_year>},
    {"stale-age-returned-by-get", "route-get.age", "leaves the age of the caller's row unchanged",
     leaving<&Row::Age>},
    {"get-shows-unknown-origin", "route-get.origin", "returns an undefined origin",
     reading<get_call, origin_without_name>},
    {"stale-origin-returned-by-get", "route-get.origin",
     "leaves the origin of the caller's row unchanged", leaving<&Row::Origin>},
    {"get-shows-no-next-hop", "route-get.key-members", "returns an all-zero next hop",
     reading<get_call, no_next_hop>},
    {"get-shows-length-in-bytes", "route-get.key-members",
     "returns a prefix length rounded down to whole bytes", reading<get_call, length_in_bytes>},

    {"table-shows-age-of-a-year", "route-table.age", "lists ages that are one year too high",
     reading<table_call, age_a_year>},
    {"table-shows-endless-age", "route-table.age", "lists an age of 0xffffffff",
     reading<table_call, age_never>},
    {"table-shows-unknown-origin", "route-table.origin", "lists an undefined origin",
     reading<table_call, origin_without_name>},
    {"table-shows-origin-by-metric", "route-table.origin", "lists an origin that depends on the metric",
     reading<table_call, origin_by_metric>},
    {"table-shows-no-protocol", "route-table.keeps-members", "lists a protocol of zero",
     reading<table_call, no_protocol>},
    {"table-swaps-lifetimes", "route-table.keeps-members", "lists the two lifetimes swapped",
     reading<table_call, lifetimes_exchanged>},
    {"table-shows-length-in-bytes", "route-table.key-members",
     "lists prefix lengths rounded down to whole bytes", reading<table_call, length_in_bytes>},
    {"table-shows-metric-plus-one", "route-table.metric", "lists a metric that is one too high",
     reading<table_call, [](Row& row) { ++row.Metric; }>},
    {"table-last-row-twice", "route-table.each-entry-once", "lists the last of several rows twice",
     replaced<&Behaviour::route_rows,
              [](std::vector<Row>& rows) {
                if (1 < rows.size()) rows.push_back(Row(rows.back()));
              }>},
    {"table-not-handed-out", "route-table.readable", "returns success and leaves the pointer NULL",
     heading<table_call, no_table>},
    {"table-claims-too-many-rows", "route-table.readable", "returns a NumEntries that is too large",
     heading<table_call, too_many_rows>},
    {"table-of-both-demands-both-stacks", "route-table.any-stack",
     "refuses a table of both families unless the machine has both stacks",
     tables_without_stacks<table_call, false, Status::not_supported>},
    {"table-without-any-stack-invalid-parameter", "route-table.any-stack",
     "returns invalid parameter for a machine without any stack",
     tables_without_stacks<table_call, true, Status::invalid_parameter>},

    {"anycast-get-shows-no-address", "anycast-get.key-members", "returns an all-zero address",
     reading_anycast<anycast_get,
                     [](AnycastRow& row) {
                       row.Address = socket_address_of({row.Address.si_family, {}});
                     }>},
    {"anycast-get-shows-the-next-address", "anycast-get.key-members",
     "returns an address that is one too high",
     reading_anycast<anycast_get,
                     [](AnycastRow& row) {
                       Address address = address_of(row.Address);
                       ++address.bytes[address.family == ipv6 ? 15 : 3];
                       row.Address = socket_address_of(address);
                     }>},
    {"stale-scope-id-returned-by-anycast-get", "anycast-get.scope-id",
     "leaves the ScopeId of the caller's row unchanged",
     writing_anycast<anycast_get,
                     [](Status verdict, AnycastRow& argument, const AnycastRow& stored) {
                       if (verdict != Status::success) return;
                       const SCOPE_ID kept = argument.ScopeId;
                       argument = stored;
                       argument.ScopeId = kept;
                     }>},
    {"anycast-table-index-not-filled", "anycast-table.both-identifiers", "lists an index of zero",
     reading_anycast<anycast_table, [](AnycastRow& row) { row.InterfaceIndex = 0; }>},
    {"anycast-table-luid-not-filled", "anycast-table.both-identifiers", "lists a LUID of zero",
     reading_anycast<anycast_table, [](AnycastRow& row) { row.InterfaceLuid.Value = 0; }>},
    {"anycast-table-shows-another-scope-id", "anycast-table.scope-id",
     "lists another ScopeId than Get returns",
     reading_anycast<anycast_table, [](AnycastRow& row) { row.ScopeId.Value ^= 0x0fffffff; }>},
    {"anycast-table-shows-scope-id-of-the-address", "anycast-table.scope-id",
     "lists a ScopeId that depends on the address",
     reading_anycast<anycast_table,
                     [](AnycastRow& row) {
                       const Address address = address_of(row.Address);
                       row.ScopeId.Value = 1U + address.bytes[address.family == ipv6 ? 15 : 3];
                     }>},
    {"anycast-table-last-row-twice", "anycast-table.each-entry-once",
     "lists the last of several rows twice",
     replaced<&Behaviour::anycast_rows,
              [](std::vector<AnycastRow>& rows) {
                if (1 < rows.size()) rows.push_back(AnycastRow(rows.back()));
              }>},
    {"anycast-table-lists-the-other-family", "anycast-table.only-its-family",
     "lists only the other family",
     replaced<&Behaviour::listed,
              [](Call call, std::uint16_t asked, std::uint16_t family) {
                return call == anycast_table ? asked != family : common().listed(call, asked, family);
              }>},
    {"anycast-table-not-handed-out", "anycast-table.readable",
     "returns success and leaves the pointer NULL", heading<anycast_table, no_table>},
    {"anycast-table-claims-too-many-rows", "anycast-table.readable",
     "returns a NumEntries that is too large", heading<anycast_table, too_many_rows>},
    {"anycast-table-of-both-demands-both-stacks", "anycast-table.any-stack",
     "refuses a table of both families unless the machine has both stacks",
     tables_without_stacks<anycast_table, false, Status::not_supported>},
    {"anycast-table-without-any-stack-invalid-parameter", "anycast-table.any-stack",
     "returns invalid parameter for a machine without any stack",
     tables_without_stacks<anycast_table, true, Status::invalid_parameter>},
};

}  // namespace shown_mutants

std::span<const Mutant> shown() { return shown_mutants::list; }

}  // namespace netioconf::conformance::groups
