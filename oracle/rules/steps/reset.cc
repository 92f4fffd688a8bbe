#include "oracle/rules/steps/reset.h"

#include <algorithm>

#include "oracle/rules/steps/step.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

// Any call has these rules.
Mismatch reset_mismatch(Promise promise, std::string member, std::string allowed, std::string observed) {
  return {.rule = broken(Call::create_route, promise),
          .member = std::move(member),
          .allowed = std::move(allowed),
          .observed = std::move(observed)};
}

bool is_before_script(const Trace& trace, std::size_t step) {
  const auto begin = trace.steps.begin();
  return std::all_of(begin, begin + static_cast<std::ptrdiff_t>(step) + 1,
                     [](const Step& each) { return each.probe; });
}

template <class Row>
void add_entries_left(const TableReply& table, const char* of, std::vector<Mismatch>& mismatches) {
  const std::vector<Row>& rows = table.*PlacesOf<Row>::in_table;
  if (rows.empty()) return;
  mismatches.push_back(reset_mismatch(Promise::empties_tables, of, "empty",
                                      std::to_string(rows.size()) +
                                          (rows.size() == 1 ? " entry: " : " entries, the first: ") +
                                          words::describe(rows.front())));
}

}  // namespace

std::vector<Mismatch> reset_mismatches(const Trace& trace, std::size_t step) {
  std::vector<Mismatch> mismatches;
  const Reply& reply = trace.steps[step].reply;
  if (reply.wrote_outside) return mismatches;
  if (trace.wanted_host && step == 0) {
    const bool is_readable = trace.bad_description.empty();
    mismatches.push_back(reset_mismatch(
        Promise::sets_up_host, is_readable ? "host" : "description", words::describe(*trace.wanted_host),
        is_readable ? words::describe(trace.host) : trace.bad_description));
  }
  if (!reply.table || !is_before_script(trace, step)) return mismatches;
  add_entries_left<RouteRow>(*reply.table, "route table", mismatches);
  add_entries_left<AnycastRow>(*reply.table, "anycast table", mismatches);
  return mismatches;
}

}  // namespace netioconf::oracle::rules::steps
