#include "fuzz/signals.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <vector>

namespace netioconf::fuzz {
namespace {

using oracle::Call;
using oracle::Status;

// The name of the section is libFuzzer's.
[[gnu::section("__libfuzzer_extra_counters")]] std::uint8_t counters[signal_count];

// What a signal is about; signals of different kinds are never the same.
enum class Kind : std::uint8_t { reply, rule, allowed, read_back, callbacks, difference, answers };

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

  // How often is of no interest: a script that does the same twice shows nothing more.
  void set() const { counters[(hash_ >> 20U) % signal_count] = 1; }

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

void signal_rules(const oracle::Finding& finding) {
  const bool alone = finding.because.size() == 1;
  for (const std::string_view rule : finding.because) {
    Hash{Kind::rule}.add(rule).add(finding.observed).add(alone ? 1 : 0).set();
  }
}

void signal_allowed(const oracle::Finding& finding) {
  Hash hash{Kind::allowed};
  hash.add(finding.call).add(finding.observed);
  for (std::size_t status = 0; status < oracle::status_count; ++status) {
    hash.add(finding.allowed.contains(static_cast<Status>(status)) ? 1 : 0);
  }
  hash.set();
}

void signal_callbacks(const oracle::Reply& reply) {
  for (const oracle::Notification& notification : reply.notifications) {
    Hash{Kind::callbacks}.add(std::min(notification.registration, 3U)).add(notification.type).set();
  }
}

// The members of a row that was read that are not as they were given: what the implementation made of a
// metric, of host bits, of flags, of a link's other name.
std::uint64_t changes(const oracle::RouteRow& given, const oracle::RouteRow& read) {
  std::uint64_t mask = 0;
  const auto note = [&mask](bool same) { mask = mask << 1U | (same ? 0U : 1U); };
  note(given.luid == read.luid);
  note(given.index == read.index);
  note(given.destination.address == read.destination.address);
  note(given.destination.length == read.destination.length);
  note(given.next_hop == read.next_hop);
  note(given.site_prefix_length == read.site_prefix_length);
  note(given.valid_lifetime_s == read.valid_lifetime_s);
  note(given.preferred_lifetime_s == read.preferred_lifetime_s);
  note(given.metric == read.metric);
  note(given.protocol == read.protocol);
  note(given.loopback == read.loopback && given.publish == read.publish &&
       given.autoconfigure_address == read.autoconfigure_address && given.immortal == read.immortal);
  note(given.origin == read.origin);
  return mask;
}

// Of the rows of a table the one that is nearest to what was given.
std::uint64_t least_changes(const oracle::RouteRow& given, const std::vector<oracle::RouteRow>& rows) {
  std::uint64_t least = ~std::uint64_t{0};
  for (const oracle::RouteRow& row : rows) {
    const std::uint64_t mask = changes(given, row);
    if (std::popcount(mask) < std::popcount(least)) least = mask;
  }
  return least;
}

void signal_read_back(const oracle::Step& step, const oracle::RouteRow* given) {
  const oracle::Call call = oracle::call_of(step.operation);
  const auto* asked = std::get_if<oracle::RouteCall>(&step.operation);
  if (asked != nullptr && asked->row && step.reply.route) {
    Hash{Kind::read_back}.add(call).add(changes(*asked->row, *step.reply.route)).set();
  } else if (given != nullptr && step.reply.route) {
    Hash{Kind::read_back}.add(call).add(changes(*given, *step.reply.route)).set();
  } else if (given != nullptr && step.reply.table && !step.reply.table->routes.empty()) {
    Hash{Kind::read_back}.add(call).add(least_changes(*given, step.reply.table->routes)).set();
  }
}

// How the implementation was seen to decide where the documents leave it a choice.
void signal_answers(const Trial& trial) {
  for (const oracle::Followed& followed : trial.judge.followed()) {
    if (!followed.decided) continue;
    Hash hash{Kind::answers};
    hash.add(followed.question).add(followed.subject);
    for (const std::string& answer : followed.answers) hash.add(answer);
    hash.set();
  }
}

}  // namespace

void signal(const Trial& trial) {
  Seen seen;
  const oracle::RouteRow* given = nullptr;
  for (const oracle::Finding& finding : trial.judgement.findings) {
    const oracle::Step& step = trial.trace.steps[finding.step];
    const std::uint64_t state = seen.state();
    const auto verdict = static_cast<std::uint64_t>(finding.verdict);
    Hash{Kind::reply}.add(finding.call).add(finding.observed).add(verdict).add(state).set();
    signal_rules(finding);
    signal_allowed(finding);
    signal_callbacks(step.reply);
    signal_read_back(step, given);
    seen.look(step);
    if (step.probe) continue;
    if (const auto* route = std::get_if<oracle::RouteCall>(&step.operation);
        route != nullptr && route->row && finding.call != Call::get_route &&
        finding.observed == Status::success) {
      given = &*route->row;
    }
  }
  signal_answers(trial);
}

void signal_difference(Call call, Status one, Status other) {
  Hash{Kind::difference}.add(call).add(one).add(other).set();
}

std::span<const std::uint8_t> signals() { return counters; }

void clear_signals() { std::fill(std::begin(counters), std::end(counters), std::uint8_t{0}); }

}  // namespace netioconf::fuzz
