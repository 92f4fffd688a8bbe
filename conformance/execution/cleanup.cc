#include "conformance/execution/cleanup.h"

#include <algorithm>

#include "oracle/model/calls.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::Call;
using oracle::Operation;

// A table with more rows to delete is not restored row by row.
constexpr std::size_t most_deletes = 4096;

bool succeeded(const oracle::Reply& reply) {
  return reply.ending == oracle::Ending::returned && reply.status == 0;
}

bool same_named_entry(const oracle::RouteRow& one, const oracle::RouteRow& other) {
  return one.luid == other.luid && one.index == other.index && one.destination == other.destination &&
         one.next_hop == other.next_hop;
}

bool same_named_entry(const oracle::AnycastRow& one, const oracle::AnycastRow& other) {
  return one.luid == other.luid && one.index == other.index && one.address == other.address;
}

// Adds the given call for everything of a numbered kind that remains.
template <class NumberedCall>
std::vector<Operation> for_each_left(const std::vector<bool>& left, NumberedCall call,
                                     std::uint32_t NumberedCall::* number) {
  std::vector<Operation> operations;
  for (std::size_t position = 0; position < left.size(); ++position) {
    call.*number = static_cast<std::uint32_t>(position);
    if (left[position]) operations.push_back(call);
  }
  return operations;
}

}  // namespace

std::vector<Operation> tables_to_free(const oracle::Trace& trace) {
  std::vector<bool> left;
  for (const oracle::Step& step : trace.steps) {
    const auto* table = std::get_if<oracle::TableCall>(&step.operation);
    if (table != nullptr && table->keep) {
      left.push_back(succeeded(step.reply) && step.reply.table && !step.reply.table->null_pointer &&
                     step.reply.table->readable);
    }
    const auto* kept = std::get_if<oracle::KeptTableCall>(&step.operation);
    if (kept != nullptr && kept->call == Call::free_table && kept->table < left.size()) {
      left[kept->table] = false;
    }
  }
  return for_each_left(left, oracle::KeptTableCall{.call = Call::free_table},
                       &oracle::KeptTableCall::table);
}

std::vector<Operation> registrations_to_cancel(const oracle::Trace& trace) {
  std::vector<bool> left;
  for (const oracle::Step& step : trace.steps) {
    const auto* notify = std::get_if<oracle::NotifyCall>(&step.operation);
    if (notify != nullptr) left.push_back(succeeded(step.reply) && !notify->null_handle);
    const auto* cancel = std::get_if<oracle::CancelCall>(&step.operation);
    if (cancel != nullptr && succeeded(step.reply) && cancel->registration < left.size()) {
      left[cancel->registration] = false;
    }
  }
  return for_each_left(left, oracle::CancelCall{}, &oracle::CancelCall::registration);
}

template <class Row>
std::vector<Operation> to_delete(const std::vector<Row>& before, const std::vector<Row>& after) {
  std::vector<Operation> operations;
  for (const Row& row : after) {
    if (operations.size() == most_deletes) break;
    const bool old =
        std::ranges::any_of(before, [&](const Row& other) { return same_named_entry(row, other); });
    if (!old) operations.push_back(oracle::CallOn<Row>{.call = oracle::delete_call<Row>, .row = row});
  }
  return operations;
}
template std::vector<Operation> to_delete(const std::vector<oracle::RouteRow>&,
                                          const std::vector<oracle::RouteRow>&);
template std::vector<Operation> to_delete(const std::vector<oracle::AnycastRow>&,
                                          const std::vector<oracle::AnycastRow>&);

template <class Row>
std::vector<Operation> created_to_delete(const oracle::Trace& trace) {
  std::vector<Operation> operations;
  for (const oracle::Step& step : trace.steps) {
    const auto* call = std::get_if<oracle::CallOn<Row>>(&step.operation);
    if (call == nullptr || !oracle::creates(call->call) || !succeeded(step.reply)) continue;
    operations.push_back(oracle::CallOn<Row>{.call = oracle::delete_call<Row>, .row = call->row});
  }
  return operations;
}
template std::vector<Operation> created_to_delete<oracle::RouteRow>(const oracle::Trace&);
template std::vector<Operation> created_to_delete<oracle::AnycastRow>(const oracle::Trace&);

}  // namespace netioconf::conformance::execution
