#include "oracle/rules/steps/step.h"

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::oracle::rules::steps {
namespace {

// STATUS_DUPLICATE_OBJECTID and STATUS_OBJECTID_EXISTS. The code that the page prints is 5010 (Win32).
bool is_ntstatus(std::uint32_t status) { return status >= 0x80000000; }

bool number_fits(readings::ChoiceEnumerator& choices, Call call, const Reply& reply) {
  if (!creates(call) || meaning_of(reply.status) != Status::object_already_exists) return true;
  return choices.keep<readings::duplicate_status>(call, [&](readings::DuplicateNumber number) {
    return (number == readings::DuplicateNumber::ntstatus) == is_ntstatus(reply.status);
  });
}

void check_memory(const Reply& reply, state::StepOutcome& outcome) {
  if (!reply.wrote_outside) return;
  outcome.mismatch([&] {
    return Mismatch{.rule = broken(Call::create_route, Promise::stays_in_row),
                    .member = "memory around the caller's structure",
                    .allowed = "untouched",
                    .observed = "written"};
  });
}

}  // namespace

std::string broken(Call call, Promise promise) { return std::string{rule_of(call, promise).id}; }

bool succeeded(readings::ChoiceEnumerator& choices, Call call, const Reply& reply,
               state::StepOutcome& outcome) {
  const Status status = meaning_of(reply.status);
  outcome.status_fits = outcome.allowed.contains(status) && number_fits(choices, call, reply);
  return outcome.status_fits && status == Status::success;
}

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const Step& recorded, state::StepOutcome& outcome) {
  check_memory(recorded.reply, outcome);
  std::visit([&](const auto& call) { step(choices, host, state, call, recorded.reply, outcome); },
             recorded.operation);
}

}  // namespace netioconf::oracle::rules::steps
