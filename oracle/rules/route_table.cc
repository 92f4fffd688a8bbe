#include <algorithm>

#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/table_checks.h"
#include "oracle/rules/promises/promises_of_rows.h"
#include "oracle/rules/promises/promises_of_tables.h"

// GetIpForwardTable2.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation parameters{"GetIpForwardTable2", "Parameters"};
constexpr Citation returns{"GetIpForwardTable2", "Return value"};
constexpr Citation remarks{"GetIpForwardTable2", "Remarks"};

bool has_anycast(const state::State& state, std::uint16_t family) {
  return std::ranges::any_of(state.anycasts(), [family](const auto& each) {
    return family == unspecified_family || each.first.address.family == family;
  });
}

constexpr Check<TableSituation> empty{
    .says = table::empty_table_is_refused,
    // If the only routes may have expired, or may have come with an anycast address, the table may or
    // may not be empty.
    .applies =
        [](const TableSituation& situation) {
          const std::uint16_t family = situation.arguments.family;
          if (table::family_is_unknown(situation) || situation.state.lasting_routes(family) != 0)
            return false;
          const bool is_certain =
              situation.state.expiring_routes(family) == 0 && !has_anycast(situation.state, family);
          return is_certain || situation.choices.nondeterministic();
        },
    .examples = table::empty_examples};

constexpr auto refusals = of_call(
    Call::route_table,
    std::to_array<Refusal<TableSituation>>({
        refusal("route-table.null-table", returns[7], table::null_table, is_invalid),
        refusal("route-table.family", returns[7], table::family, is_invalid),
        refusal("route-table.stack", returns[14], table::machine_stack, machine_has_no_stack),
        refusal("route-table.any-stack", returns[14], table::any_stack, table::has_no_stack_at_all),
        refusal("route-table.empty", returns[11], empty, table::is_empty),
    }));

constexpr auto effects =
    of_call(Call::route_table,
            std::to_array<Effect>({
                effect("route-table.both-identifiers", remarks[3], promised::both_identifiers),
                effect("route-table.key-members", remarks[3], promised::key_members),
                effect("route-table.keeps-members", remarks[3], promised::keeps_members),
                effect("route-table.metric", remarks[3], promised::metric),
                effect("route-table.age", remarks[3], promised::age),
                effect("route-table.origin", remarks[3], promised::origin),
                effect("route-table.readable", remarks[3], promised::readable),
                effect("route-table.complete", remarks[1], promised::complete),
                effect("route-table.only-its-family", parameters[8, 10], promised::only_its_family),
                effect("route-table.each-entry-once", remarks[3], promised::each_entry_once),
            }));

}  // namespace

Refusals<TableSituation> route_table_refusals() { return refusals; }
Effects route_table_effects() { return effects; }

}  // namespace netioconf::oracle::rules
