#include "conformance/search/budgeted_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/deviation_sink.h"
#include "conformance/search/scheduled_search.h"
#include "conformance/search/sweep/rounds.h"

namespace netioconf::conformance::search {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// A search that has found a kind of deviation ends when it finds no other kind for so many calls, or
// when it has found `kinds_max` kinds.
constexpr std::uint64_t calls_until_enough = 50'000;
constexpr std::size_t kinds_max = 50;
constexpr milliseconds no_time_limit = std::chrono::hours{24 * 365};

class Scheduler {
 public:
  Scheduler(execution::Implementation& implementation, oracle::engine::Judge& judge,
            reports::Summary& summary, const BudgetedSearchOptions& options)
      : implementation_{implementation},
        judge_{judge},
        options_{options},
        search_{implementation, judge, {.seed = options.seed, .on_begin = options.on_begin}},
        sink_{implementation,
              judge,
              summary,
              {.profile = options.profile,
               .out = options.out,
               .find_script = [this](const std::string& name) { return find_script(name); },
               .is_known = options.is_known,
               .time_left = [this] { return time_left(); }}} {}

  // False if a file cannot be written.
  [[nodiscard]] bool shorten(std::vector<execution::Execution> committed) {
    const auto length = [](const execution::Execution& execution) {
      return std::pair{execution.script.operations.size(), std::string_view{execution.script.name}};
    };
    std::sort(committed.begin(), committed.end(),
              [&](const execution::Execution& a, const execution::Execution& b) {
                return length(a) < length(b);
              });
    const bool written = std::all_of(
        committed.begin(), committed.end(),
        [this](const execution::Execution& execution) { return sink_.add_committed(execution); });
    note_kinds();
    return written;
  }

  [[nodiscard]] bool run_first(const std::string& name) {
    if (name.empty()) return true;
    const std::size_t kinds = sink_.kinds();
    const auto number = sweep::number_of_name(name);
    if (number) {
      if (!sweep_one(sweep_, *number)) return false;
    } else if (const auto test_case = search_.repeat(name); test_case && properties::fails(*test_case)) {
      if (!sink_.add(search_, *test_case)) return false;
    }
    if (sink_.kinds() == kinds) options_.on_first_conforms();
    note_kinds();
    return true;
  }

  // Searches until the budget is used up or enough was found. False if a file cannot be written.
  [[nodiscard]] bool search_until_done() {
    while (time_left().count() > 0 && !has_enough()) {
      if (!run_next()) return false;
      const auto left = options_.budget.time ? std::optional{time_left()} : std::nullopt;
      progress_.show(sweep_.scripts + waiting_.scripts + properties_.scripts, left);
    }
    return true;
  }

  [[nodiscard]] BudgetedSearchResult result() const;
  [[nodiscard]] const std::string& problem() const { return sink_.problem(); }

 private:
  [[nodiscard]] milliseconds time_left() const {
    const auto used = std::chrono::duration_cast<milliseconds>(steady_clock::now() - start_);
    return options_.budget.time.value_or(no_time_limit) - used;
  }
  [[nodiscard]] std::uint64_t calls() const { return sweep_.calls + waiting_.calls + properties_.calls; }
  [[nodiscard]] bool is_out_of_calls() const {
    return options_.budget.calls && calls() >= *options_.budget.calls;
  }
  [[nodiscard]] bool has_enough() const {
    return implementations::child::interruption() != 0 || is_out_of_calls() || kinds_ >= kinds_max ||
           finds_nothing_new();
  }
  // The more calls came before the last kind, the more must follow without a further one.
  [[nodiscard]] bool finds_nothing_new() const {
    const std::uint64_t since_last_kind = calls() - calls_at_last_kind_;
    return kinds_ > 0 && since_last_kind >= calls_until_enough + calls_at_last_kind_ / 4;
  }
  void note_kinds() {
    if (sink_.kinds() == kinds_) return;
    kinds_ = sink_.kinds();
    calls_at_last_kind_ = calls();
  }

  [[nodiscard]] bool run_next();
  [[nodiscard]] bool sweep_one(ScheduledSearch& search, std::uint64_t number);
  [[nodiscard]] bool try_test_case();
  [[nodiscard]] std::optional<oracle::Script> find_script(const std::string& name);
  [[nodiscard]] std::string reason() const;

  execution::Implementation& implementation_;
  oracle::engine::Judge& judge_;
  const BudgetedSearchOptions& options_;
  steady_clock::time_point start_ = steady_clock::now();
  const sweep::Space space_{sweep::depth_max};
  sweep::SweepRounds quick_numbers_{space_, sweep::spaces::Pace::quick, options_.shard};
  sweep::SweepRounds waiting_numbers_{space_, sweep::spaces::Pace::waiting, options_.shard};
  properties::Search search_;
  DeviationSink sink_;
  ScheduledSearch sweep_{.share = share_of_sweep};
  ScheduledSearch waiting_{.share = share_of_waiting};
  ScheduledSearch properties_{.share = share_of_properties};
  oracle::Script script_;
  std::size_t kinds_ = 0;
  std::uint64_t calls_at_last_kind_ = 0;
  execution::Progress progress_{"generated scripts", 0};
};

bool Scheduler::run_next() {
  ScheduledSearch& next = waiting_.comes_before(sweep_) ? waiting_ : sweep_;
  const auto before = steady_clock::now();
  bool written = true;
  ScheduledSearch* search = &properties_;
  if (!properties_.comes_before(next) && !next.exhausted) {
    search = &next;
    sweep::SweepRounds& numbers = &next == &sweep_ ? quick_numbers_ : waiting_numbers_;
    const auto number = numbers.next();
    if (number) written = sweep_one(next, *number);
    next.exhausted = !number;
  } else {
    written = try_test_case();
  }
  search->seconds += std::chrono::duration<double>(steady_clock::now() - before).count();
  return written;
}

bool Scheduler::sweep_one(ScheduledSearch& search, std::uint64_t number) {
  space_.write(number, script_);
  options_.on_begin(script_.name);
  execution::Execution execution{
      .script = {}, .trace = implementation_.observe(script_), .judgement = {}};
  execution.judgement = judge_.judge(execution.trace);
  ++search.scripts;
  search.calls += execution.trace.steps.size();
  search.cost += 1 + properties::cost_of(execution.trace, implementation_.callbacks());
  if (oracle::first_deviation(execution.judgement) == nullptr) return true;
  execution.script = script_;
  const bool written = sink_.add(execution);
  note_kinds();
  return written;
}

bool Scheduler::try_test_case() {
  const properties::TestCase test_case = search_.next();
  ++properties_.cost;  // A test case can have no execution.
  for (const execution::Execution& execution : test_case.executions) {
    ++properties_.scripts;
    properties_.calls += execution.trace.steps.size();
    properties_.cost += properties::cost_of(execution.trace, implementation_.callbacks());
  }
  if (!properties::fails(test_case)) return true;
  const bool written = sink_.add(search_, test_case);
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
  if (implementations::child::interruption() != 0) return implementations::child::interruption_text();
  if (kinds_ >= kinds_max) return fmt::format("stopped after {} kinds of deviation", kinds_);
  if (finds_nothing_new()) {
    return fmt::format("stopped because {} calls found no other kind of deviation",
                       calls() - calls_at_last_kind_);
  }
  if (is_out_of_calls())
    return fmt::format("stopped at the end of its budget of {} calls", *options_.budget.calls);
  return fmt::format("stopped at the end of its budget of {:.1f} s",
                     static_cast<double>(options_.budget.time->count()) / 1000);
}

BudgetedSearchResult Scheduler::result() const {
  BudgetedSearchResult found;
  const auto add = [&](const char* by, const ScheduledSearch& search) -> reports::Searched& {
    reports::Searched& searched = found.searches.emplace_back();
    searched.set_by(by);
    searched.set_scripts(static_cast<double>(search.scripts));
    searched.set_calls(static_cast<double>(search.calls));
    searched.set_seconds(search.seconds);
    searched.set_scripts_folder(sink_.folder());
    return searched;
  };
  ScheduledSearch sweep = sweep_;
  sweep.scripts += waiting_.scripts;
  sweep.calls += waiting_.calls;
  sweep.seconds += waiting_.seconds;
  add("sweep", sweep);
  add("properties", properties_).set_seed(options_.seed);
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
  Scheduler scheduler{implementation, judge, summary, options};
  const bool written = scheduler.shorten(committed) && scheduler.run_first(options.first) &&
                       scheduler.search_until_done();
  if (!written) return std::unexpected(scheduler.problem());
  return scheduler.result();
}

}  // namespace netioconf::conformance::search
