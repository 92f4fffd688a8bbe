#include <utility>

#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants that store correct values and return wrong ones, in the row of a Get or in a table.
namespace netioconf::conformance::mutants::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace read_row_mutants {

constexpr emulator::Call get_call = emulator::Call::route_get;
constexpr emulator::Call table_call = emulator::Call::route_table;
constexpr emulator::Call anycast_get = emulator::Call::anycast_get;
constexpr emulator::Call anycast_table = emulator::Call::anycast_table;
using rows::Row;

void age_a_year(Row& row) { row.Age += 365 * 24 * 60 * 60; }

void age_never(Row& row) { row.Age = 0xffffffff; }

void origin_without_name(Row& row) { row.Origin = 99; }

void origin_by_metric(Row& row) { row.Origin = row.Metric % 2 == 0 ? 1 : 2; }

void no_next_hop(Row& row) { row.NextHop = emulator::socket_address_of({row.NextHop.si_family, {}}); }

void length_in_bytes(Row& row) { row.DestinationPrefix.PrefixLength &= 0xf8; }

void no_protocol(Row& row) { row.Protocol = 0; }

void lifetimes_exchanged(Row& row) { std::swap(row.ValidLifetime, row.PreferredLifetime); }

// Leaves a member of the caller's row unchanged.
template <auto member>
emulator::Behaviour leaving() {
  return writing_argument<read_row_mutants::get_call,
                          [](emulator::Status verdict, Row& argument, const Row& stored) {
                            if (verdict != emulator::Status::success) return;
                            const auto kept = argument.*member;
                            argument = stored;
                            argument.*member = kept;
                          }>();
}

template <emulator::Call only, emulator::TableHead head>
emulator::Behaviour heading() {
  return replaced<&emulator::Behaviour::table_head, [](emulator::Call call, std::size_t rows) {
    return call == only ? head : emulator::common().table_head(call, rows);
  }>();
}

constexpr emulator::TableHead no_table{.handed_out = false};
constexpr emulator::TableHead too_many_rows{.rows = 0x7fffffff};

// A machine that lacks one stack, or both.
template <emulator::Call only, bool one_suffices, emulator::Status instead>
emulator::Behaviour tables_without_stacks() {
  return replaced<&emulator::Behaviour::stack,
                  [](emulator::Call call, const netioconf_host& host, std::uint16_t family) {
                    const bool lacking = one_suffices ? host.ipv4 == 0 && host.ipv6 == 0
                                                      : host.ipv4 == 0 || host.ipv6 == 0;
                    const bool refused = call == only && family == emulator::unspecified && lacking;
                    return refused ? instead : emulator::common().stack(call, host, family);
                  }>();
}

constexpr Mutant list[] = {
    {"get-shows-age-of-a-year", "route-get.age", "returns an age that is one year too high",
     reading<read_row_mutants::get_call, read_row_mutants::age_a_year>},
    {"stale-age-returned-by-get", "route-get.age", "leaves the age of the caller's row unchanged",
     read_row_mutants::leaving<&Row::Age>},
    {"get-shows-unknown-origin", "route-get.origin", "returns an undefined origin",
     reading<read_row_mutants::get_call, read_row_mutants::origin_without_name>},
    {"stale-origin-returned-by-get", "route-get.origin",
     "leaves the origin of the caller's row unchanged", read_row_mutants::leaving<&Row::Origin>},
    {"get-shows-no-next-hop", "route-get.key-members", "returns an all-zero next hop",
     reading<read_row_mutants::get_call, read_row_mutants::no_next_hop>},
    {"get-shows-length-in-bytes", "route-get.key-members",
     "returns a prefix length rounded down to whole bytes",
     reading<read_row_mutants::get_call, read_row_mutants::length_in_bytes>},

    {"table-shows-age-of-a-year", "route-table.age", "lists ages that are one year too high",
     reading<read_row_mutants::table_call, read_row_mutants::age_a_year>},
    {"table-shows-endless-age", "route-table.age", "lists an age of 0xffffffff",
     reading<read_row_mutants::table_call, read_row_mutants::age_never>},
    {"table-shows-unknown-origin", "route-table.origin", "lists an undefined origin",
     reading<read_row_mutants::table_call, read_row_mutants::origin_without_name>},
    {"table-shows-origin-by-metric", "route-table.origin", "lists an origin that depends on the metric",
     reading<read_row_mutants::table_call, read_row_mutants::origin_by_metric>},
    {"table-shows-no-protocol", "route-table.keeps-members", "lists a protocol of zero",
     reading<read_row_mutants::table_call, read_row_mutants::no_protocol>},
    {"table-swaps-lifetimes", "route-table.keeps-members", "lists the two lifetimes swapped",
     reading<read_row_mutants::table_call, read_row_mutants::lifetimes_exchanged>},
    {"table-shows-length-in-bytes", "route-table.key-members",
     "lists prefix lengths rounded down to whole bytes",
     reading<read_row_mutants::table_call, read_row_mutants::length_in_bytes>},
    {"table-shows-metric-plus-one", "route-table.metric", "lists a metric that is one too high",
     reading<read_row_mutants::table_call, [](Row& row) { ++row.Metric; }>},
    {"table-last-row-twice", "route-table.each-entry-once", "lists the last of several rows twice",
     replaced<&emulator::Behaviour::route_rows,
              [](std::vector<Row>& rows) {
                if (1 < rows.size()) rows.push_back(Row(rows.back()));
              }>},
    {"table-not-handed-out", "route-table.readable", "returns success and leaves the pointer NULL",
     read_row_mutants::heading<read_row_mutants::table_call, read_row_mutants::no_table>},
    {"table-claims-too-many-rows", "route-table.readable", "returns a NumEntries that is too large",
     read_row_mutants::heading<read_row_mutants::table_call, read_row_mutants::too_many_rows>},
    {"table-of-both-demands-both-stacks", "route-table.any-stack",
     "refuses a table of both families unless the machine has both stacks",
     read_row_mutants::tables_without_stacks<read_row_mutants::table_call, false,
                                             emulator::Status::not_supported>},
    {"table-without-any-stack-invalid-parameter", "route-table.any-stack",
     "returns invalid parameter for a machine without any stack",
     read_row_mutants::tables_without_stacks<read_row_mutants::table_call, true,
                                             emulator::Status::invalid_parameter>},

    {"anycast-get-shows-no-address", "anycast-get.key-members", "returns an all-zero address",
     reading_anycast<read_row_mutants::anycast_get,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) {
                       row.Address = emulator::socket_address_of({row.Address.si_family, {}});
                     }>},
    {"anycast-get-shows-the-next-address", "anycast-get.key-members",
     "returns an address that is one too high",
     reading_anycast<read_row_mutants::anycast_get,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) {
                       emulator::Address address = emulator::address_of(row.Address);
                       ++address.bytes[address.family == emulator::ipv6 ? 15 : 3];
                       row.Address = emulator::socket_address_of(address);
                     }>},
    {"stale-scope-id-returned-by-anycast-get", "anycast-get.scope-id",
     "leaves the ScopeId of the caller's row unchanged",
     writing_anycast<read_row_mutants::anycast_get,
                     [](emulator::Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                        const MIB_ANYCASTIPADDRESS_ROW& stored) {
                       if (verdict != emulator::Status::success) return;
                       const SCOPE_ID kept = argument.ScopeId;
                       argument = stored;
                       argument.ScopeId = kept;
                     }>},
    {"anycast-table-index-not-filled", "anycast-table.both-identifiers", "lists an index of zero",
     reading_anycast<read_row_mutants::anycast_table,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) { row.InterfaceIndex = 0; }>},
    {"anycast-table-luid-not-filled", "anycast-table.both-identifiers", "lists a LUID of zero",
     reading_anycast<read_row_mutants::anycast_table,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) { row.InterfaceLuid.Value = 0; }>},
    {"anycast-table-shows-another-scope-id", "anycast-table.scope-id",
     "lists another ScopeId than Get returns",
     reading_anycast<read_row_mutants::anycast_table,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) { row.ScopeId.Value ^= 0x0fffffff; }>},
    {"anycast-table-shows-scope-id-of-the-address", "anycast-table.scope-id",
     "lists a ScopeId that depends on the address",
     reading_anycast<read_row_mutants::anycast_table,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) {
                       const emulator::Address address = emulator::address_of(row.Address);
                       row.ScopeId.Value = 1U + address.bytes[address.family == emulator::ipv6 ? 15 : 3];
                     }>},
    {"anycast-table-last-row-twice", "anycast-table.each-entry-once",
     "lists the last of several rows twice",
     replaced<&emulator::Behaviour::anycast_rows,
              [](std::vector<MIB_ANYCASTIPADDRESS_ROW>& rows) {
                if (1 < rows.size()) rows.push_back(MIB_ANYCASTIPADDRESS_ROW(rows.back()));
              }>},
    {"anycast-table-lists-the-other-family", "anycast-table.only-its-family",
     "lists only the other family",
     replaced<&emulator::Behaviour::listed,
              [](emulator::Call call, std::uint16_t asked, std::uint16_t family) {
                return call == read_row_mutants::anycast_table
                           ? asked != family
                           : emulator::common().listed(call, asked, family);
              }>},
    {"anycast-table-not-handed-out", "anycast-table.readable",
     "returns success and leaves the pointer NULL",
     read_row_mutants::heading<read_row_mutants::anycast_table, read_row_mutants::no_table>},
    {"anycast-table-claims-too-many-rows", "anycast-table.readable",
     "returns a NumEntries that is too large",
     read_row_mutants::heading<read_row_mutants::anycast_table, read_row_mutants::too_many_rows>},
    {"anycast-table-of-both-demands-both-stacks", "anycast-table.any-stack",
     "refuses a table of both families unless the machine has both stacks",
     read_row_mutants::tables_without_stacks<read_row_mutants::anycast_table, false,
                                             emulator::Status::not_supported>},
    {"anycast-table-without-any-stack-invalid-parameter", "anycast-table.any-stack",
     "returns invalid parameter for a machine without any stack",
     read_row_mutants::tables_without_stacks<read_row_mutants::anycast_table, true,
                                             emulator::Status::invalid_parameter>},
};

}  // namespace read_row_mutants

std::span<const Mutant> read_row() { return read_row_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
