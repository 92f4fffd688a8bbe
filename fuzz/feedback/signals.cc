#include "fuzz/feedback/signals.h"

#include <algorithm>
#include <string_view>

namespace netioconf::fuzz::feedback {
namespace {

using oracle::Call;
using oracle::Status;

// libFuzzer defines the name of the section.
[[gnu::section("__libfuzzer_extra_counters")]] std::uint8_t counters[signal_count];

// The kind of a signal. Signals of different kinds never collide.
enum class SignalKind : std::uint8_t { answers, difference };

class Hash {
 public:
  explicit Hash(SignalKind kind) { add(static_cast<std::uint64_t>(kind)); }

  Hash& add(std::uint64_t value) {
    hash_ = (hash_ ^ value) * 0x9e3779b97f4a7c15U;
    hash_ ^= hash_ >> 29U;
    return *this;
  }
  Hash& add(std::string_view text) {
    for (const char letter : text) {
      hash_ = (hash_ ^ static_cast<std::uint8_t>(letter)) * 0x100000001b3U;
    }
    return add(text.size());
  }
  Hash& add(Call call) { return add(static_cast<std::uint64_t>(call)); }
  Hash& add(Status status) { return add(static_cast<std::uint64_t>(status)); }

  // The count does not matter: a script that does the same twice shows nothing more.
  void set() const { counters[(hash_ >> 20U) % signal_count] = 1; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace

void signal(const JudgedInput& judged) {
  for (const oracle::Followed& followed : judged.judge.followed()) {
    if (!followed.decided) continue;
    Hash hash{SignalKind::answers};
    hash.add(followed.question).add(followed.subject);
    for (const std::string& answer : followed.answers) hash.add(answer);
    hash.set();
  }
}

void signal_difference(Call call, Status one, Status other) {
  Hash{SignalKind::difference}.add(call).add(one).add(other).set();
}

std::span<const std::uint8_t> signals() { return counters; }

void clear_signals() { std::fill(std::begin(counters), std::end(counters), std::uint8_t{0}); }

}  // namespace netioconf::fuzz::feedback
