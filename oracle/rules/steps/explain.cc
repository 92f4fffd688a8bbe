#include "oracle/rules/steps/explain.h"

namespace netioconf::oracle::rules::steps {
namespace {

bool is_create(Call call) { return call == Call::create_route || call == Call::create_anycast; }

// STATUS_DUPLICATE_OBJECTID and STATUS_OBJECTID_EXISTS. The code that the page prints is 5010 (Win32).
bool is_ntstatus(std::uint32_t status) { return status >= 0x80000000; }

bool number_fits(readings::Inquiry& inquiry, Call call, const Reply& reply) {
  if (!is_create(call) || meaning_of(reply.status) != Status::object_already_exists) return true;
  const auto number = inquiry.ask<readings::DuplicateNumber>(readings::Topic::duplicate_status, call);
  return (number == readings::DuplicateNumber::ntstatus) == is_ntstatus(reply.status);
}

void check_memory(const Reply& reply, state::Explanation& explanation) {
  if (!reply.wrote_outside) return;
  explanation.mismatch([&] {
    return Mismatch{.rule = "call.stays-in-row",
                    .member = "memory around the caller's structure",
                    .allowed = "untouched",
                    .observed = "written"};
  });
}

}  // namespace

bool succeeded(readings::Inquiry& inquiry, Call call, const Reply& reply,
               state::Explanation& explanation) {
  const Status status = meaning_of(reply.status);
  explanation.status_fits = explanation.allowed.contains(status) && number_fits(inquiry, call, reply);
  return explanation.status_fits && status == Status::success;
}

state::Explanation explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
                           const Step& step, state::Detail detail) {
  state::Explanation explanation;
  explanation.detail = detail;
  check_memory(step.reply, explanation);
  std::visit([&](const auto& call) { explain(inquiry, host, state, call, step.reply, explanation); },
             step.operation);
  return explanation;
}

}  // namespace netioconf::oracle::rules::steps
