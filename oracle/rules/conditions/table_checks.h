#pragma once

#include "oracle/model/samples.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/conditions/query_situations.h"

// What both table calls check. The examples start from a call for every family, with a_route() and
// an_anycast() in the tables.
namespace netioconf::oracle::rules::inline conditions::table {

using TableExample = CallExample<TableCall>;

inline void ask_for(TableExample& example, std::uint16_t family) { example.call.family = family; }

// The family of which the table has an entry, and the other one.
[[nodiscard]] inline std::uint16_t family_with_entry(Call call) {
  return call == Call::route_table ? ipv4_family : ipv6_family;
}
[[nodiscard]] inline std::uint16_t family_without_entry(Call call) {
  return call == Call::route_table ? ipv6_family : ipv4_family;
}

inline void leave_other_table_empty(TableExample& example) {
  const Call other = example.call.call == Call::route_table ? Call::create_anycast : Call::create_route;
  std::erase_if(example.before,
                [other](const Operation& operation) { return call_of(operation) == other; });
}

inline void have_no_stack(TableExample& example, std::uint16_t family) {
  example.host = a_host_without(family);
  leave_other_table_empty(example);
}

[[nodiscard]] inline bool family_is_unknown(const TableSituation& situation) {
  const std::uint16_t family = situation.arguments.family;
  return family != unspecified_family && !is_ip(family);
}

inline constexpr Check<TableSituation> null_table{
    .says = "a NULL table pointer is refused",
    .applies = [](const TableSituation& situation) { return situation.arguments.null_table; },
    .examples = {{[](TableExample& example) { example.call.null_table = true; }, [](TableExample&) {}}}};

inline constexpr Check<TableSituation> family{
    .says = "a family other than IPv4, IPv6 and unspecified is refused",
    .applies = family_is_unknown,
    .examples = {
        {[](TableExample& example) { ask_for(example, 7); },
         [](TableExample& example) { ask_for(example, family_with_entry(example.call.call)); }}}};

inline constexpr Check<TableSituation> machine_stack{
    .says = "a family without a stack on the machine is not supported",
    .applies =
        [](const TableSituation& situation) {
          return is_ip(situation.arguments.family) &&
                 !machine_has(situation.host, situation.arguments.family);
        },
    .examples = {{[](TableExample& example) {
                    have_no_stack(example, family_without_entry(example.call.call));
                    ask_for(example, family_without_entry(example.call.call));
                  },
                  [](TableExample& example) {
                    have_no_stack(example, family_without_entry(example.call.call));
                    ask_for(example, family_with_entry(example.call.call));
                  }}}};

inline void have_no_stack_at_all(TableExample& example) {
  example.host = {.ipv4 = false, .ipv6 = false, .links = {a_link()}};
  example.before.clear();
}

inline constexpr Check<TableSituation> any_stack{
    .says = "a table for AF_UNSPEC is not supported on a machine without any IP stack",
    .applies =
        [](const TableSituation& situation) {
          return situation.arguments.family == unspecified_family && !situation.host.ipv4 &&
                 !situation.host.ipv6;
        },
    .examples = {{have_no_stack_at_all, [](TableExample& example) {
                    have_no_stack_at_all(example);
                    ask_for(example, family_with_entry(example.call.call));
                  }}}};

inline constexpr ExamplePairs<TableCall> empty_examples = {
    {[](TableExample& example) {
       leave_other_table_empty(example);
       ask_for(example, family_without_entry(example.call.call));
     },
     [](TableExample& example) {
       leave_other_table_empty(example);
       ask_for(example, family_with_entry(example.call.call));
     }}};
inline constexpr std::string_view empty_table_is_refused = "an empty table is answered with not found";

inline constexpr auto is_empty =
    under<readings::empty_table>({{readings::EmptyTable::not_found, Status::not_found}});
inline constexpr auto has_no_stack_at_all = under<readings::table_without_any_stack>(
    {{readings::TableWithoutAnyStack::not_supported, Status::not_supported}});

}  // namespace netioconf::oracle::rules::inline conditions::table
