#include "fuzz/feedback/signals.h"

#include <algorithm>

#include "corpora/text/fingerprint.h"

namespace netioconf::fuzz::feedback {
namespace {

using oracle::Call;
using oracle::Status;

// libFuzzer defines the name of the section.
[[gnu::section("__libfuzzer_extra_counters")]] std::uint8_t counters[signal_count];

// The kind of a signal. Signals of different kinds never collide.
enum class SignalKind : std::uint8_t { answers, difference };

class Signal {
 public:
  explicit Signal(SignalKind kind) { fingerprint_.add(static_cast<char>(kind)); }

  // A number, an enumerator: one byte.
  template <class Small>
  Signal& add(Small value) {
    static_assert(sizeof(value) == 1);
    fingerprint_.add(static_cast<char>(value));
    return *this;
  }

  // The count does not matter: a script that does the same twice shows nothing more.
  void set() const { counters[(fingerprint_.value() >> 20U) % signal_count] = 1; }

 private:
  corpora::text::Fingerprint fingerprint_;
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
