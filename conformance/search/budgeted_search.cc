#include "conformance/search/budgeted_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/deviation_sink.h"
#include "conformance/search/schedule/pick_runner.h"
#include "conformance/search/schedule/run_picks.h"
#include "conformance/search/schedule/schedule.h"
#include "conformance/search/sweep/space.h"

namespace netioconf::conformance::search {
namespace {

using schedule::Part;
using schedule::Pick;
using schedule::PickResult;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// A search that has found a kind of deviation ends when it finds no other kind for so many calls, or
// when it has found `kinds_max` kinds.
constexpr std::uint64_t calls_until_enough = 50'000;
constexpr std::size_t kinds_max = 50;
constexpr milliseconds no_time_limit = std::chrono::hours{24 * 365};

// The runs of one part of the search.
struct Counts {
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;
  double seconds = 0;
};

class BudgetedSearch {
 public:
  BudgetedSearch(execution::Implementation& implementation, oracle::engine::Judge& judge,
                 reports::Summary& summary, const BudgetedSearchOptions& options)
      : judge_{judge},
        options_{options},
        schedule_{space_, options.shard, schedule::lookahead_for(implementation.callbacks())},
        search_options_{.seed = options.seed, .on_begin = options.on_begin},
        runner_{implementation, space_, search_options_},
        sink_{implementation,
              judge,
              summary,
              {.profile = options.profile,
               .out = options.out,
               .find_script = [this](const std::string& name) { return find_script(name); },
               .is_known = options.is_known,
               .time_left = [this] { return time_left(); }}} {}

  // False if a file cannot be written.
  [[nodiscard]] bool shorten(std::vector<execution::Execution> committed);
  [[nodiscard]] bool run_first(const std::string& name);
  // Searches until the budget is used up or enough was found. False if a file cannot be written.
  [[nodiscard]] bool search_until_done();

  [[nodiscard]] BudgetedSearchResult result() const;
  [[nodiscard]] const std::string& problem() const { return sink_.problem(); }

 private:
  [[nodiscard]] milliseconds time_left() const {
    const auto used = std::chrono::duration_cast<milliseconds>(steady_clock::now() - start_);
    return options_.budget.time.value_or(no_time_limit) - used;
  }
  [[nodiscard]] std::uint64_t sum_of(std::uint64_t Counts::* count) const {
    return std::accumulate(
        counts_.begin(), counts_.end(), std::uint64_t{0},
        [count](std::uint64_t sum, const Counts& counts) { return sum + counts.*count; });
  }
  [[nodiscard]] std::uint64_t calls() const { return sum_of(&Counts::calls); }
  [[nodiscard]] bool is_out_of_calls() const {
    return options_.budget.calls && calls() >= *options_.budget.calls;
  }
  [[nodiscard]] bool has_enough() const {
    return time_left().count() <= 0 || is_out_of_calls() || kinds_ >= kinds_max || finds_nothing_new();
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

  // False if a file cannot be written.
  [[nodiscard]] bool take(Part part, const PickResult& result);
  void show_progress();
  [[nodiscard]] std::optional<oracle::Script> find_script(const std::string& name);
  [[nodiscard]] std::string reason() const;

  oracle::engine::Judge& judge_;
  const BudgetedSearchOptions& options_;
  steady_clock::time_point start_ = steady_clock::now();
  const sweep::Space space_{sweep::depth_max};
  schedule::Schedule schedule_;
  const properties::SearchOptions search_options_;
  schedule::PickRunner runner_;
  DeviationSink sink_;
  std::array<Counts, schedule::part_count> counts_;
  std::array<std::uint64_t, sweep::depth_max + 1> done_{};  // scripts of the sweep, by their depth
  std::size_t kinds_ = 0;
  std::uint64_t calls_at_last_kind_ = 0;
  execution::Progress progress_{"generated scripts", 0};
};

bool BudgetedSearch::shorten(std::vector<execution::Execution> committed) {
  const auto length = [](const execution::Execution& execution) {
    return std::pair{execution.script.operations.size(), std::string_view{execution.script.name}};
  };
  std::ranges::sort(committed, {}, length);
  const bool written = std::ranges::all_of(committed, [this](const execution::Execution& execution) {
    return sink_.add(execution, reports::Origin::committed);
  });
  note_kinds();
  return written;
}

bool BudgetedSearch::run_first(const std::string& name) {
  if (name.empty()) return true;
  const std::size_t kinds = sink_.kinds();
  Pick pick;
  if (const auto number = sweep::number_of_name(name)) {
    pick.script.number = *number;
  } else if (const auto test_case = runner_.test_cases().find(name)) {
    pick = {.part = Part::properties, .test_case = *test_case};
  } else {
    options_.on_first_conforms();
    return true;
  }
  schedule::Kinds seen;
  const schedule::PickResult result = runner_.run(pick, judge_, seen);
  if (!take(pick.part, result)) return false;
  if (sink_.kinds() == kinds && result.all_went_on) options_.on_first_conforms();
  return true;
}

bool BudgetedSearch::search_until_done() {
  bool written = true;
  const schedule::PickSink sink{.has_enough = [this] { return has_enough(); },
                                .take =
                                    [&](const Pick& pick, const PickResult& result) {
                                      if (pick.part != Part::properties) ++done_[pick.script.depth];
                                      written = take(pick.part, result);
                                      show_progress();
                                      return written;
                                    }};
  if (options_.on_threads.empty()) {
    schedule::run_picks(schedule_, runner_, judge_, sink);
  } else {
    schedule::run_picks_on_threads(schedule_, runner_, judge_, sink,
                                   {options_.on_threads, space_, search_options_});
  }
  return written;
}

bool BudgetedSearch::take(Part part, const PickResult& result) {
  const auto begin = steady_clock::now();
  Counts& counts = counts_[static_cast<std::size_t>(part)];
  counts.scripts += result.scripts;
  counts.calls += result.calls;
  counts.seconds +=
      result.seconds / static_cast<double>(std::max<std::size_t>(1, options_.on_threads.size()));
  if (!result.failure) return true;
  const bool written = sink_.add(result.failure->test_case, result.failure->known);
  counts.seconds += std::chrono::duration<double>(steady_clock::now() - begin).count();
  note_kinds();
  return written;
}

void BudgetedSearch::show_progress() {
  progress_.show(sum_of(&Counts::scripts),
                 options_.budget.time ? std::optional{time_left()} : std::nullopt);
}

std::optional<oracle::Script> BudgetedSearch::find_script(const std::string& name) {
  if (const auto number = sweep::number_of_name(name)) {
    oracle::Script script;
    space_.write(*number, script);
    return script;
  }
  auto script = runner_.test_cases().script(name);
  return script ? script : options_.find_script(name);
}

std::string BudgetedSearch::reason() const {
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

BudgetedSearchResult BudgetedSearch::result() const {
  BudgetedSearchResult found;
  const auto add = [&](const char* by, const Counts& counts) -> reports::Searched& {
    reports::Searched& searched = found.searches.emplace_back();
    searched.set_by(by);
    searched.set_scripts(static_cast<double>(counts.scripts));
    searched.set_calls(static_cast<double>(counts.calls));
    searched.set_seconds(counts.seconds);
    searched.set_scripts_folder(sink_.folder());
    return searched;
  };
  const auto& [quick, waiting, properties] = counts_;
  add("sweep", {.scripts = quick.scripts + waiting.scripts,
                .calls = quick.calls + waiting.calls,
                .seconds = quick.seconds + waiting.seconds});
  add("properties", properties).set_seed(options_.seed);
  for (unsigned depth = 1; depth <= sweep::depth_max; ++depth) {
    std::uint64_t size = 0;
    for (const sweep::Placed& placed : space_.regions())
      size += placed.depth == depth ? placed.region.size : 0;
    const std::uint64_t done = done_[depth];
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
  BudgetedSearch search{implementation, judge, summary, options};
  const bool written =
      search.shorten(committed) && search.run_first(options.first) && search.search_until_done();
  if (!written) return std::unexpected(search.problem());
  return search.result();
}

}  // namespace netioconf::conformance::search
