#include "fuzz/mutators/post_process.h"

#include "corpora/codec/codec.h"
#include "fuzz/mutators/metamorphic_mutators.h"
#include "fuzz/mutators/script_mutators.h"

namespace netioconf::fuzz::mutators {
namespace {

using ScriptMutator = void (*)(Rng&, oracle::Script&);

// Three calls (one changes state, one depends on it, one shows it), each in two forms.
constexpr std::size_t enough_operations = 6;

constexpr std::uint32_t times_max = 300;  // of a repeated operation

// The number of entries of a move is its weight.
constexpr ScriptMutator mutators[] = {
    &add_operation,         &add_operation,         &add_operation,    &echo_operation,
    &echo_operation,        &echo_operation,        &echo_operation,   &mutate_operation,
    &mutate_operation,      &mutate_operation,      &mutate_operation, &mutate_operation,
    &relink_operation,      &change_host,           &listen,           &repeat_with_variation,
    &repeat_with_variation, &repeat_with_variation, &renew_operation,  &nest_route,
    &rearrange_operations,  &let_time_pass};

// Long scripts find little for their time, so few scripts repeat an operation.
void limit_times(Rng& rng, corpora::proto::Script& message) {
  const bool keep = rng.one_in(64);
  for (corpora::proto::Operation& operation : *message.mutable_operations()) {
    if (!keep) operation.clear_times();
    if (operation.times() > times_max) operation.set_times(times_max);
  }
}

}  // namespace

void post_process(corpora::proto::Script& message, std::uint32_t seed) {
  Rng rng{seed};
  limit_times(rng, message);
  if (rng.one_in(4)) return;
  oracle::Script script = corpora::codec::decode(message);
  if (rng.one_in(6)) begin_anew(rng, script);
  do {
    rng.pick(mutators)(rng, script);
  } while (!rng.one_in(3));
  shorten(rng, script, enough_operations);
  if (script.operations.size() > post_processed_operation_count_max) {
    script.operations.resize(post_processed_operation_count_max);
  }
  message = corpora::codec::encode(script);
}

}  // namespace netioconf::fuzz::mutators
