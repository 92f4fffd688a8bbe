#include "conformance/search/properties/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "conformance/execution/shrink/deviation.h"
#include "conformance/search/properties/available_hosts.h"
#include "conformance/search/properties/scripts.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;
using oracle::Script;
using std::chrono::steady_clock;

double seconds_since(steady_clock::time_point start) {
  return std::chrono::duration<double>(steady_clock::now() - start).count();
}

// Scripts of one theme, or scripts for one relation.
struct TestCaseKind {
  std::string name;
  const relations::Relation* relation;
  rc::Gen<Script> scripts;
  int weight;
  int credit = 0;
  std::uint64_t next = 0;
  std::uint64_t cost = 0;
};

struct Share {
  Theme theme;
  int weight;
};
constexpr std::array shares = {
    Share{Theme::routes, 12}, Share{Theme::best_routes, 8}, Share{Theme::anycasts, 8},
    Share{Theme::tables, 4},  Share{Theme::links, 3},       Share{Theme::notifications, 5},
    Share{Theme::time, 4},    Share{Theme::crowds, 1},      Share{Theme::anything, 4}};
static_assert(shares.size() == theme_count, "a theme without a share is never searched");
constexpr int weight_of_relation = 1;

rc::Gen<Script> scripts_for(const relations::Relation& relation, const rc::Gen<oracle::Host>& hosts) {
  const auto about = [&](Theme theme) { return script_about(theme, hosts); };
  if (relation.name == "best_of_the_table") return about(Theme::best_routes);
  return gen::oneOf(about(Theme::routes), about(Theme::routes), about(Theme::anycasts),
                    about(Theme::best_routes));
}

std::vector<TestCaseKind> all_kinds(const rc::Gen<oracle::Host>& hosts) {
  std::vector<TestCaseKind> kinds;
  for (const auto& [theme, weight] : shares) {
    kinds.push_back({std::string(name_of(theme)), nullptr, script_about(theme, hosts), weight});
  }
  for (const relations::Relation& relation : relations::relations()) {
    kinds.push_back(
        {std::string(relation.name), &relation, scripts_for(relation, hosts), weight_of_relation});
  }
  return kinds;
}

// Waiting for callbacks that may not come takes long, so notifications get at most a quarter of the
// cost.
constexpr std::uint64_t share_of_notifications = 4;

// For example "routes/17" or "link_names/3/1".
struct TestCaseName {
  std::string kind;
  std::uint64_t number = 0;
  std::size_t execution = 0;
};

std::optional<TestCaseName> parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  TestCaseName name{.kind = std::string(text.substr(0, slash))};
  const std::string_view numbers = text.substr(slash + 1);
  const char* end = numbers.data() + numbers.size();
  const auto [after_number, error] = std::from_chars(numbers.data(), end, name.number);
  if (error != std::errc{}) return std::nullopt;
  if (after_number == end) return name;
  const auto [last, second_error] = std::from_chars(after_number + 1, end, name.execution);
  return *after_number == '/' && second_error == std::errc{} && last == end ? std::optional(name)
                                                                            : std::nullopt;
}

}  // namespace

std::uint64_t cost_of(const oracle::Trace& trace, implementations::Callbacks callbacks) {
  constexpr std::uint64_t calls_in_a_grace = 10'000;
  constexpr std::uint64_t calls_in_timeout = 500'000;
  std::uint64_t cost = trace.steps.size();
  if (callbacks == implementations::Callbacks::at_once) return cost;
  for (const oracle::Step& step : trace.steps) {
    const auto* collect = std::get_if<oracle::CollectCall>(&step.operation);
    if (collect == nullptr) continue;
    const bool timed_out = step.reply.notifications.size() < collect->at_least;
    cost += timed_out ? calls_in_timeout : calls_in_a_grace;
  }
  return cost;
}

bool fails(const TestCase& test_case) {
  return test_case.broken ||
         std::any_of(test_case.executions.begin(), test_case.executions.end(), execution::deviates);
}

struct Search::Progress {
  execution::Implementation& implementation;
  oracle::engine::Judge& judge;
  SearchOptions options;
  std::vector<TestCaseKind> kinds;
  Tally tally;
  std::uint64_t cost = 0;

  [[nodiscard]] Script make(const TestCaseKind& kind, std::uint64_t number) const {
    const auto position = static_cast<std::uint64_t>(&kind - kinds.data());
    const rc::Random random(rc::Random::Key{options.seed, position, number, 0});
    Script script = kind.scripts(random, rc::kNominalSize).value();
    script.name = fmt::format("{}/{}", kind.name, number);
    return script;
  }

  [[nodiscard]] bool has_used_its_share(const TestCaseKind& kind) const {
    return kind.name == name_of(Theme::notifications) && kind.next > 1 &&
           share_of_notifications * kind.cost > cost;
  }

  // Selects the kinds in proportion to their weights.
  [[nodiscard]] TestCaseKind& next_kind() {
    int all_weights = 0;
    for (TestCaseKind& kind : kinds) {
      kind.credit += kind.weight;
      all_weights += kind.weight;
    }
    const auto most = [](const TestCaseKind& a, const TestCaseKind& b) { return a.credit < b.credit; };
    for (;;) {
      TestCaseKind& kind = *std::max_element(kinds.begin(), kinds.end(), most);
      kind.credit -= all_weights;
      if (!has_used_its_share(kind)) return kind;
    }
  }

  const oracle::Trace& execute(Script script, TestCase& test_case) {
    if (test_case.relation != nullptr) {
      script.name =
          fmt::format("{}/{}/{}", test_case.property, test_case.number, test_case.executions.size());
    }
    execution::Execution judged =
        execution::shrink::judge_patiently(implementation, judge, std::move(script));
    tally.count(judged.script, judged.trace);
    cost += cost_of(judged.trace, implementation.callbacks());
    test_case.executions.push_back(
        {std::move(judged.script), std::move(judged.trace), std::move(judged.judgement)});
    return test_case.executions.back().trace;
  }

  [[nodiscard]] TestCase carry_out(TestCaseKind& kind, std::uint64_t number) {
    const std::uint64_t before = cost;
    TestCase test_case{.property = kind.name, .number = number, .relation = kind.relation};
    test_case.script = make(kind, number);
    options.on_begin(test_case.script.name);
    if (kind.relation == nullptr) {
      execute(test_case.script, test_case);
    } else {
      test_case.broken = kind.relation->check(
          test_case.script,
          [&](const Script& script) -> const auto& { return execute(script, test_case); });
    }
    if (!test_case.executions.empty()) ++tally.properties[kind.name];
    kind.cost += cost - before;
    return test_case;
  }
};

Search::Search(execution::Implementation& implementation, oracle::engine::Judge& judge,
               SearchOptions options)
    : progress_(new Progress{.implementation = implementation,
                             .judge = judge,
                             .options = std::move(options),
                             .kinds = all_kinds(hosts_for(implementation)),
                             .tally = {}}) {}
Search::~Search() = default;

const Tally& Search::tally() const { return progress_->tally; }

const oracle::engine::Judge& Search::judge() const { return progress_->judge; }

TestCase Search::next() {
  TestCaseKind& kind = progress_->next_kind();
  return progress_->carry_out(kind, kind.next++);
}

std::optional<TestCase> Search::repeat(const std::string& text) {
  const std::optional<TestCaseName> name = parse(text);
  if (!name) return std::nullopt;
  for (TestCaseKind& kind : progress_->kinds) {
    if (kind.name == name->kind) return progress_->carry_out(kind, name->number);
  }
  return std::nullopt;
}

std::optional<Script> Search::script(const std::string& text) {
  const std::optional<TestCaseName> name = parse(text);
  if (!name) return std::nullopt;
  for (const TestCaseKind& kind : progress_->kinds) {
    if (kind.name != name->kind) continue;
    const Script script = progress_->make(kind, name->number);
    if (kind.relation == nullptr) return script;
    std::deque<std::pair<Script, oracle::Trace>> executions;
    (void)kind.relation->check(script, [&](const Script& variant) -> const oracle::Trace& {
      executions.emplace_back(variant, progress_->implementation.observe(variant));
      return executions.back().second;
    });
    if (name->execution < executions.size()) return executions[name->execution].first;
  }
  return std::nullopt;
}

SearchResult check_properties(execution::Implementation& implementation, oracle::engine::Judge& judge,
                              const SearchBudget& budget, std::uint64_t seed,
                              const OnFailure& on_failure) {
  const auto start = steady_clock::now();
  Search search{implementation, judge, {.seed = seed}};
  SearchResult result;
  while (!budget.is_used_up(steady_clock::now() - start, search.tally().calls)) {
    const TestCase test_case = search.next();
    if (!fails(test_case) || on_failure(search, test_case)) continue;
    result.stopped = true;
    break;
  }
  result.tally = search.tally();
  result.seconds = seconds_since(start);
  return result;
}

}  // namespace netioconf::conformance::search::properties
