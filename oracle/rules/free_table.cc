#include "oracle/model/samples.h"
#include "oracle/rules/call_rules.h"

// FreeMibTable.
namespace netioconf::oracle::rules {
namespace {

Step kept_table() {
  Step step = table_of({a_route()});
  std::get<TableCall>(step.operation).keep = true;
  return step;
}

Step of_kept_table(Call call, std::uint32_t table) {
  return answered(KeptTableCall{.call = call, .table = table}, number::success);
}

// Two tables with one route were returned. After the first one is freed, the second one has these rows.
Trace second_table_has(const RouteRows& rows) {
  Step reread = of_kept_table(Call::reread_table, 1);
  reread.reply.table = table_of(rows).reply.table;
  return trace_of(
      {created(a_route()), kept_table(), kept_table(), of_kept_table(Call::free_table, 0), reread});
}

constexpr PromiseWords keeps_the_others{
    .promise = Promise::keeps_the_others,
    .says = "freeing a table releases that table and changes nothing else",
    .examples = {{[](Call) { return second_table_has({}); },
                  [](Call) { return second_table_has({a_route()}); }}}};

constexpr auto effects = of_call(
    Call::free_table,
    std::to_array<Effect>(
        {effect("free-table.keeps-the-others", {"FreeMibTable", "Remarks", {2}}, keeps_the_others)}));

}  // namespace

Effects free_table_effects() { return effects; }

}  // namespace netioconf::oracle::rules
