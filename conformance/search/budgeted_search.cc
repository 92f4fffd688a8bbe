#include "conformance/search/budgeted_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/execution/progress.h"
#include "conformance/search/deviation_sink.h"
#include "conformance/search/sweep/rounds.h"

namespace netioconf::conformance::search {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// A search that has found a kind of deviation ends when it finds no other kind for so many calls, or
// when it has found `kinds_max` kinds.
constexpr std::uint64_t calls_until_enough = 50'000;
constexpr std::size_t kinds_max = 50;
// A call that hangs takes the whole time limit, so a search ends after this many.
constexpr std::size_t hangs_max = 3;

// One of the searches that take turns. The next one is the one with the least cost for its share.
struct Turn {
  std::uint64_t share;
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;
  std::uint64_t cost = 0;
  double seconds = 0;
  bool over = false;

  [[nodiscard]] bool comes_before(const Turn& other) const {
    if (over != other.over) return other.over;
    return cost * other.share < other.cost * share;
  }
};

bool any_hung(const oracle::Trace& trace) {
  return std::any_of(trace.steps.begin(), trace.steps.end(),
                     [](const oracle::Step& step) { return step.reply.ending == oracle::Ending::hung; });
}

class Scheduler {
 public:
  Scheduler(execution::Implementation& implementation, oracle::engine::Judge& judge,
            reports::Summary& summary, const BudgetedSearchOptions& options)
      : implementation_{implementation},
        judge_{judge},
        options_{options},
        search_{implementation, judge, {.seed = options.seed, .on_begin = options.on_begin}},
        findings_{implementation,
                  judge,
                  summary,
                  {.profile = options.profile,
                   .out = options.out,
                   .find_script = [this](const std::string& name) { return find_script(name); },
                   .is_known = options.is_known,
                   .time_left = [this] { return time_left(); }}} {}

  // False if a file cannot be written.
  [[nodiscard]] bool shorten(std::vector<execution::Execution> committed) {
    const auto length = [](const execution::Execution& attempt) {
      return std::pair{attempt.script.operations.size(), std::string_view{attempt.script.name}};
    };
    std::sort(committed.begin(), committed.end(),
              [&](const execution::Execution& a, const execution::Execution& b) {
                return length(a) < length(b);
              });
    const bool written = std::all_of(
        committed.begin(), committed.end(),
        [this](const execution::Execution& attempt) { return findings_.add_committed(attempt); });
    note_kinds();
    return written;
  }

  [[nodiscard]] bool begin_with(const std::string& name) {
    if (name.empty()) return true;
    const std::size_t kinds = findings_.kinds();
    const auto number = sweep::number_of_name(name);
    if (number) {
      if (!sweep_one(sweep_, *number)) return false;
    } else if (const auto trial = search_.repeat(name); trial && properties::fails(*trial)) {
      if (!findings_.add(search_, *trial)) return false;
    }
    if (findings_.kinds() == kinds) options_.on_first_conforms();
    note_kinds();
    return true;
  }

  // Searches until `is_enough` or the end of the budget. False if a file cannot be written.
  [[nodiscard]] bool go_on() {
    while (time_left().count() > 0 && !is_enough()) {
      if (!take_turn()) return false;
      progress_.show(sweep_.scripts + waiting_.scripts + properties_.scripts, time_left());
    }
    return true;
  }

  [[nodiscard]] BudgetedSearchResult result() const;
  [[nodiscard]] const std::string& problem() const { return findings_.problem(); }

 private:
  [[nodiscard]] milliseconds time_left() const {
    return options_.budget - std::chrono::duration_cast<milliseconds>(steady_clock::now() - start_);
  }
  [[nodiscard]] std::uint64_t calls() const { return sweep_.calls + waiting_.calls + properties_.calls; }
  [[nodiscard]] bool is_enough() const {
    return hangs_ >= hangs_max || kinds_ >= kinds_max || is_quiet();
  }
  // The required silence grows with the number of calls before the last kind.
  [[nodiscard]] bool is_quiet() const {
    const std::uint64_t quiet = calls() - calls_at_last_kind_;
    return kinds_ > 0 && quiet >= calls_until_enough + calls_at_last_kind_ / 4;
  }
  void note_kinds() {
    if (findings_.kinds() == kinds_) return;
    kinds_ = findings_.kinds();
    calls_at_last_kind_ = calls();
  }

  [[nodiscard]] bool take_turn();
  [[nodiscard]] bool sweep_one(Turn& turn, std::uint64_t number);
  [[nodiscard]] bool try_one();
  [[nodiscard]] std::optional<oracle::Script> find_script(const std::string& name);
  [[nodiscard]] std::string reason() const;

  execution::Implementation& implementation_;
  oracle::engine::Judge& judge_;
  const BudgetedSearchOptions& options_;
  steady_clock::time_point start_ = steady_clock::now();
  const sweep::Space space_{sweep::depth_max};
  sweep::SweepRounds quick_numbers_{space_, sweep::spaces::Pace::quick};
  sweep::SweepRounds waiting_numbers_{space_, sweep::spaces::Pace::waiting};
  properties::Search search_;
  DeviationSink findings_;
  // A call of the properties takes three times as long as a call of the quick sweep.
  Turn sweep_{.share = 3};
  Turn waiting_{.share = 1};
  Turn properties_{.share = 1};
  oracle::Script script_;
  std::size_t hangs_ = 0;
  std::size_t kinds_ = 0;
  std::uint64_t calls_at_last_kind_ = 0;
  execution::Progress progress_{"generated scripts", 0};
};

bool Scheduler::take_turn() {
  Turn& next = waiting_.comes_before(sweep_) ? waiting_ : sweep_;
  const auto before = steady_clock::now();
  bool written = true;
  Turn* turn = &properties_;
  if (!properties_.comes_before(next) && !next.over) {
    turn = &next;
    sweep::SweepRounds& numbers = &next == &sweep_ ? quick_numbers_ : waiting_numbers_;
    const auto number = numbers.next();
    if (number) written = sweep_one(next, *number);
    next.over = !number;
  } else {
    written = try_one();
  }
  turn->seconds += std::chrono::duration<double>(steady_clock::now() - before).count();
  return written;
}

bool Scheduler::sweep_one(Turn& turn, std::uint64_t number) {
  space_.write(number, script_);
  options_.on_begin(script_.name);
  execution::Execution attempt{.script = {}, .trace = implementation_.observe(script_), .judgement = {}};
  attempt.judgement = judge_.judge(attempt.trace);
  ++turn.scripts;
  turn.calls += attempt.trace.steps.size();
  turn.cost += 1 + properties::cost_of(attempt.trace, implementation_.callbacks());
  if (oracle::first_deviation(attempt.judgement) == nullptr) return true;
  if (any_hung(attempt.trace)) ++hangs_;
  attempt.script = script_;
  const bool written = findings_.add(attempt);
  note_kinds();
  return written;
}

bool Scheduler::try_one() {
  const properties::TestCase trial = search_.next();
  ++properties_.cost;  // A trial can have no attempt.
  for (const execution::Execution& attempt : trial.attempts) {
    ++properties_.scripts;
    properties_.calls += attempt.trace.steps.size();
    properties_.cost += properties::cost_of(attempt.trace, implementation_.callbacks());
    if (any_hung(attempt.trace)) ++hangs_;
  }
  if (!properties::fails(trial)) return true;
  const bool written = findings_.add(search_, trial);
  note_kinds();
  return written;
}

std::optional<oracle::Script> Scheduler::find_script(const std::string& name) {
  if (const auto number = sweep::number_of_name(name)) {
    oracle::Script script;
    space_.write(*number, script);
    return script;
  }
  auto script = search_.script(name);
  return script ? script : options_.find_script(name);
}

std::string Scheduler::reason() const {
  if (hangs_ >= hangs_max) return fmt::format("stopped after {} calls that hung", hangs_);
  if (kinds_ >= kinds_max) return fmt::format("stopped after {} kinds of deviation", kinds_);
  if (is_quiet()) {
    return fmt::format("stopped because {} calls found no other kind of deviation",
                       calls() - calls_at_last_kind_);
  }
  return fmt::format("stopped at the end of its budget of {:.1f} s",
                     static_cast<double>(options_.budget.count()) / 1000);
}

BudgetedSearchResult Scheduler::result() const {
  BudgetedSearchResult found;
  found.searches.push_back({.by = "sweep",
                            .scripts = sweep_.scripts + waiting_.scripts,
                            .calls = sweep_.calls + waiting_.calls,
                            .seconds = sweep_.seconds + waiting_.seconds,
                            .seed = 0,
                            .scripts_folder = findings_.folder()});
  found.searches.push_back({.by = "properties",
                            .scripts = properties_.scripts,
                            .calls = properties_.calls,
                            .seconds = properties_.seconds,
                            .seed = options_.seed,
                            .scripts_folder = findings_.folder()});
  for (unsigned depth = 1; depth <= sweep::depth_max; ++depth) {
    std::uint64_t size = 0;
    for (const sweep::Placed& placed : space_.regions())
      size += placed.depth == depth ? placed.region.size : 0;
    const std::uint64_t done = quick_numbers_.done(depth) + waiting_numbers_.done(depth);
    found.space.push_back(done == size ? fmt::format("depth {}: all {} scripts", depth, size)
                                       : fmt::format("depth {}: {} of {} scripts", depth, done, size));
  }
  found.space.push_back(reason());
  return found;
}

}  // namespace

std::expected<BudgetedSearchResult, std::string> budgeted_search(
    execution::Implementation& implementation, oracle::engine::Judge& judge, reports::Summary& summary,
    const std::vector<execution::Execution>& committed, const BudgetedSearchOptions& options) {
  Scheduler turns{implementation, judge, summary, options};
  const bool written = turns.shorten(committed) && turns.begin_with(options.first) && turns.go_on();
  if (!written) return std::unexpected(turns.problem());
  return turns.result();
}

}  // namespace netioconf::conformance::search
