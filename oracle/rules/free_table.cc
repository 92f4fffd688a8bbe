#include "oracle/rules/call_rules.h"
#include "oracle/rules/promises.h"

// FreeMibTable.
namespace netioconf::oracle::rules {
namespace {

constexpr auto effects = of_call(
    Call::free_table,
    std::to_array<Rule>({effect(
        "free-table.keeps-the-others", {"FreeMibTable", "Remarks", {2}},
        {Promise::keeps_the_others, "freeing a table releases that table and changes nothing else"})}));

}  // namespace

Effects free_table_effects() { return effects; }

}  // namespace netioconf::oracle::rules
