#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/table_checks.h"
#include "oracle/rules/promises/promises_of_rows.h"
#include "oracle/rules/promises/promises_of_tables.h"

// GetAnycastIpAddressTable.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation parameters{"GetAnycastIpAddressTable", "Parameters"};
constexpr Citation returns{"GetAnycastIpAddressTable", "Return value"};
constexpr Citation remarks{"GetAnycastIpAddressTable", "Remarks"};

constexpr Check<TableSituation> empty{
    .says = table::empty_table_is_refused,
    .applies =
        [](const TableSituation& situation) {
          return !table::family_is_unknown(situation) &&
                 situation.state.anycast_count(situation.arguments.family) == 0;
        },
    .examples = table::empty_examples};

constexpr auto refusals = of_call(
    Call::anycast_table,
    std::to_array<Refusal<TableSituation>>({
        refusal("anycast-table.null-table", returns[7], table::null_table, is_invalid),
        refusal("anycast-table.family", returns[7], table::family, is_invalid),
        refusal("anycast-table.stack", returns[14], table::machine_stack, machine_has_no_stack),
        refusal("anycast-table.any-stack", returns[14], table::any_stack, table::has_no_stack_at_all),
        refusal("anycast-table.empty", returns[11], empty, table::is_empty),
    }));

constexpr auto effects =
    of_call(Call::anycast_table,
            std::to_array<Effect>({
                effect("anycast-table.both-identifiers", remarks[3], promised::both_identifiers),
                effect("anycast-table.scope-id", remarks[3], promised::scope_id),
                effect("anycast-table.readable", remarks[3], promised::readable),
                effect("anycast-table.complete", remarks[1], promised::complete),
                effect("anycast-table.only-its-family", parameters[8, 10], promised::only_its_family),
                effect("anycast-table.each-entry-once", remarks[3], promised::each_entry_once),
            }));

}  // namespace

Refusals<TableSituation> anycast_table_refusals() { return refusals; }
Effects anycast_table_effects() { return effects; }

}  // namespace netioconf::oracle::rules
