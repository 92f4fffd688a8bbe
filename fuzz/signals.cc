#include "fuzz/signals.h"

#include <algorithm>
#include <string_view>

#include "oracle/partition.h"

namespace netioconf::fuzz {
namespace {

using oracle::Call;
using oracle::Status;

// The name of the section is libFuzzer's.
[[gnu::section("__libfuzzer_extra_counters")]] std::uint8_t counters[signal_count];

// What a signal is about; signals of different kinds are never the same.
enum class Kind : std::uint8_t { reply, rule, input, allowed, sequence, answer, callbacks, difference };

// Two entries or more make no further difference to the documents, and hardly any to an implementation.
constexpr std::size_t several = 2;

class Hash {
 public:
  explicit Hash(Kind kind) { add(static_cast<std::uint64_t>(kind)); }

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

  void count() const {
    std::uint8_t& counter = counters[(hash_ >> 20U) % signal_count];
    if (counter != 0xff) ++counter;
  }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

// What was last seen in the tables.
struct Seen {
  std::size_t routes = 0;
  std::size_t anycasts = 0;

  [[nodiscard]] std::uint64_t state() const {
    return std::min(routes, several) * (several + 1) + std::min(anycasts, several);
  }

  void look(const oracle::Step& step) {
    const auto* table = std::get_if<oracle::TableCall>(&step.operation);
    if (table == nullptr || table->family != oracle::unspecified_family || !step.reply.table) return;
    if (table->call == Call::route_table) routes = step.reply.table->routes.size();
    if (table->call == Call::anycast_table) anycasts = step.reply.table->anycasts.size();
  }
};

void signal_rules(const oracle::Finding& finding, std::uint64_t state) {
  const bool alone = finding.because.size() == 1;
  for (const std::string& rule : finding.because) {
    Hash{Kind::rule}.add(rule).add(finding.observed).add(alone ? 1 : 0).add(state).count();
  }
}

void signal_allowed(const oracle::Finding& finding) {
  Hash hash{Kind::allowed};
  hash.add(finding.call).add(finding.observed);
  for (std::size_t status = 0; status < oracle::status_count; ++status) {
    hash.add(finding.allowed.contains(static_cast<Status>(status)) ? 1 : 0);
  }
  hash.count();
}

void signal_callbacks(const oracle::Reply& reply) {
  for (const oracle::Notification& notification : reply.notifications) {
    Hash{Kind::callbacks}.add(std::min(notification.registration, 3U)).add(notification.type).count();
  }
}

void signal_answers(const Trial& trial) {
  std::uint64_t slot = 0;
  for (const oracle::Followed& followed : trial.judge.followed()) {
    ++slot;
    if (!followed.decided) continue;
    Hash hash{Kind::answer};
    hash.add(slot);
    for (const std::string& answer : followed.answers) hash.add(answer);
    hash.count();
  }
}

}  // namespace

void signal(const Trial& trial) {
  Seen seen;
  const oracle::Finding* before = nullptr;
  for (const oracle::Finding& finding : trial.judgement.findings) {
    const oracle::Step& step = trial.trace.steps[finding.step];
    const std::uint64_t state = seen.state();
    const auto verdict = static_cast<std::uint64_t>(finding.verdict);
    Hash{Kind::reply}.add(finding.call).add(finding.observed).add(verdict).add(state).count();
    signal_rules(finding, state);
    signal_allowed(finding);
    signal_callbacks(step.reply);
    seen.look(step);
    if (step.probe) continue;
    Hash{Kind::input}
        .add(finding.call)
        .add(finding.observed)
        .add(oracle::partition_of(step.operation))
        .count();
    if (before != nullptr) {
      Hash{Kind::sequence}
          .add(before->call)
          .add(before->observed)
          .add(finding.call)
          .add(finding.observed)
          .count();
    }
    before = &finding;
  }
  signal_answers(trial);
}

void signal_difference(Call call, Status one, Status other) {
  Hash{Kind::difference}.add(call).add(one).add(other).count();
}

std::span<const std::uint8_t> signals() { return counters; }

void clear_signals() { std::fill(std::begin(counters), std::end(counters), std::uint8_t{0}); }

}  // namespace netioconf::fuzz
