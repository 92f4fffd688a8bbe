#include "conformance/execution/observe.h"

#include <algorithm>
#include <optional>

#include "conformance/execution/cleanup.h"
#include "conformance/execution/map_links.h"
#include "conformance/execution/probes.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::Call;
using oracle::Operation;

void append(std::vector<Operation>& operations, const std::vector<Operation>& more) {
  operations.insert(operations.end(), more.begin(), more.end());
}

template <class Row>
void note_rows(oracle::Trace& trace, oracle::TableReply& table) {
  auto& rows = table.*oracle::PlacesOf<Row>::in_table;
  if (!rows.empty()) trace.*oracle::PlacesOf<Row>::in_trace = std::move(rows);
}

// The initial content of the tables is part of the trace. A read that failed becomes a step, so that it
// can be judged. So does one that shows what a reset left, or that is the first after a reset to another
// host.
void note_initial(oracle::Trace& trace, const Operation& operation, oracle::Reply reply,
                  bool after_reset) {
  const bool unreadable = reply.table && !reply.table->readable;
  const bool failed = !oracle::goes_on(reply.ending) || unreadable || reply.wrote_outside;
  const bool shows_rows = reply.table && !(reply.table->routes.empty() && reply.table->anycasts.empty());
  const bool shows_reset = after_reset && (shows_rows || (trace.wanted_host && trace.steps.empty()));
  if (failed || shows_reset) trace.steps.push_back({operation, reply, true});
  if (failed || !reply.table) return;
  note_rows<oracle::RouteRow>(trace, *reply.table);
  note_rows<oracle::AnycastRow>(trace, *reply.table);
}

class Observation {
 public:
  Observation(implementations::Transport& transport, const oracle::Script& script,
              const AfterReset& after_reset = {})
      : transport_{transport}, resets_{transport.has_reset()}, wanted_host_{script.host} {
    reset_is_trusted_ = resets_ && after_reset == AfterReset{};
    trace_.script = script.name;
    trace_.host = script.host;
    if (after_reset.described) trace_.host = *after_reset.described;
    trace_.bad_description = after_reset.bad_description;
    if (after_reset.described || !trace_.bad_description.empty()) trace_.wanted_host = script.host;
  }

  oracle::Trace carry_out(const std::vector<Operation>& operations) {
    const Has has = [this](Call call) { return transport_.has(call); };
    run(insert_probes(operations, reset_is_trusted_ ? TablesBefore::empty : TablesBefore::unknown, has));
    if (alive_) free_tables();
    if (alive_ && !reset_is_trusted_) restore_tables();
    if (!implementations::can_clean_up(has, resets_)) transport_.renew();
    return std::move(trace_);
  }

  // An available host, if no operation of the script was begun.
  const std::optional<oracle::Host>& other_host() const { return other_host_; }

 private:
  void run(std::vector<PlannedStep> steps) {
    implementations::Batch batch{
        .start = resets_ ? implementations::Start::reset : implementations::Start::fresh,
        .host = wanted_host_};
    batch.operations.reserve(steps.size());
    for (const PlannedStep& step : steps) batch.operations.push_back(step.operation);
    implementations::Outcome outcome = transport_.run(batch);
    trace_.skipped = outcome.refused;
    other_host_ = std::move(outcome.other_host);
    alive_ = outcome.refused.empty();
    trace_.steps.reserve(outcome.replies.size());
    for (std::size_t position = 0; position < outcome.replies.size(); ++position) {
      auto& [operation, role] = steps[position];
      oracle::Reply& reply = outcome.replies[position];
      alive_ = oracle::goes_on(reply.ending);
      if (role == Role::initial) {
        note_initial(trace_, operation, std::move(reply), resets_);
      } else {
        trace_.steps.emplace_back(std::move(operation), std::move(reply), role == Role::probe);
      }
    }
  }

  // Operations that are not part of the script appear in the trace only if they end the implementation.
  std::vector<oracle::Reply> run_outside_script(const std::vector<Operation>& operations) {
    if (operations.empty() || !alive_) return {};
    implementations::Outcome outcome =
        transport_.run({.start = implementations::Start::resume, .operations = operations});
    if (!outcome.replies.empty() && !oracle::goes_on(outcome.replies.back().ending)) {
      trace_.steps.push_back(
          {operations[outcome.replies.size() - 1], std::move(outcome.replies.back()), true});
      alive_ = false;
    }
    return alive_ ? std::move(outcome.replies) : std::vector<oracle::Reply>{};
  }

  void free_tables() {
    if (transport_.has(Call::free_table)) run_outside_script(tables_to_free(trace_));
  }

  void restore_tables() {
    std::vector<Operation> operations = registrations_to_cancel(trace_);
    restore_table<oracle::RouteRow>(operations);
    restore_table<oracle::AnycastRow>(operations);
    run_outside_script(operations);
  }

  template <class Row>
  void restore_table(std::vector<Operation>& operations) {
    constexpr Call table = oracle::table_call<Row>;
    if (transport_.has(table)) {
      using Places = oracle::PlacesOf<Row>;
      // A reset must leave nothing, so its leftovers are deleted too.
      const std::vector<Row> before = resets_ ? std::vector<Row>{} : trace_.*Places::in_trace;
      append(operations, to_delete(before, read_table(table).*Places::in_table));
    } else {
      append(operations, created_to_delete<Row>(trace_));
    }
  }

  oracle::TableReply read_table(Call table) {
    const auto replies = run_outside_script({oracle::TableCall{.call = table}});
    if (replies.empty() || !replies.front().table) return {};
    return *replies.front().table;
  }

  implementations::Transport& transport_;
  bool resets_;
  bool reset_is_trusted_ = false;
  const oracle::Host& wanted_host_;
  bool alive_ = true;
  std::optional<oracle::Host> other_host_;
  oracle::Trace trace_;
};

}  // namespace

oracle::Trace skipped(const oracle::Script& script, std::string why) {
  oracle::Trace trace;
  trace.script = script.name;
  trace.host = script.host;
  trace.skipped = std::move(why);
  return trace;
}

oracle::Trace observe(implementations::Transport& transport, const oracle::Script& script,
                      const AfterReset& after_reset) {
  std::expected<oracle::Host, std::string> existing = script.host;
  if (transport.has_reset()) {
    Observation observation{transport, script, after_reset};
    oracle::Trace trace = observation.carry_out(script.operations);
    if (!observation.other_host()) return trace;
    existing = *observation.other_host();
  } else {
    existing = transport.host();
  }
  if (!existing) return skipped(script, existing.error());
  const auto mapped = map_links(script, *existing);
  if (!mapped) return skipped(script, mapped.error());
  return Observation{transport, *mapped}.carry_out(mapped->operations);
}

}  // namespace netioconf::conformance::execution
