#include "fuzz/feedback/signals.h"

#include <algorithm>

#include "oracle/model/hash.h"

namespace netioconf::fuzz::feedback {
namespace {

using oracle::Call;
using oracle::Status;

// libFuzzer defines the name of the section.
[[gnu::section("__libfuzzer_extra_counters")]] std::uint8_t counters[signal_count];

// What a signal is about.
enum class SignalKind : std::uint8_t { answers, difference };

class Signal {
 public:
  explicit Signal(SignalKind kind) { add(kind); }

  // A number or an enumerator.
  template <class Small>
  Signal& add(Small value) {
    static_assert(sizeof(value) == 1);
    hash_ = oracle::mix(hash_, static_cast<std::uint64_t>(value));
    return *this;
  }

  // The count does not matter: a script that does the same twice shows nothing more.
  void set() const { counters[hash_ % signal_count] = 1; }

 private:
  std::uint64_t hash_ = 0;
};

}  // namespace

void signal(const JudgedInput& judged) {
  for (const auto& [instance, open] : judged.judge.decided())
    Signal{SignalKind::answers}.add(instance).add(open).set();
}

void signal_difference(Call call, Status one, Status other) {
  Signal{SignalKind::difference}.add(call).add(one).add(other).set();
}

std::span<const std::uint8_t> signals() { return counters; }

void clear_signals() { std::fill(std::begin(counters), std::end(counters), std::uint8_t{0}); }

}  // namespace netioconf::fuzz::feedback
