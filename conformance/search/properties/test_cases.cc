#include "conformance/search/properties/test_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "conformance/execution/shrink/deviation.h"
#include "conformance/search/properties/available_hosts.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;
using oracle::Script;

rc::Gen<Script> scripts_for(const TestCaseKind& kind, const rc::Gen<oracle::Host>& hosts) {
  const auto about = [&](Theme theme) { return script_about(theme, hosts); };
  if (kind.theme) return about(*kind.theme);
  if (kind.relation->name == "best_of_the_table") return about(Theme::best_routes);
  return gen::oneOf(about(Theme::routes), about(Theme::routes), about(Theme::anycasts),
                    about(Theme::best_routes));
}

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

std::uint64_t cost_of(const TestCase& test_case, implementations::Callbacks callbacks) {
  std::uint64_t cost = 0;
  for (const execution::Execution& execution : test_case.executions)
    cost += cost_of(execution.trace, callbacks);
  return cost;
}

bool fails(const TestCase& test_case) {
  return test_case.broken || std::ranges::any_of(test_case.executions, execution::deviates);
}

struct TestCases::Generators {
  execution::Implementation& implementation;
  SearchOptions options;
  std::vector<TestCaseKind> kinds = test_case_kinds();
  std::vector<rc::Gen<Script>> scripts = {};  // of each kind

  [[nodiscard]] Script make(const TestCaseId& id) const {
    const rc::Random random(rc::Random::Key{options.seed, id.kind, id.number, 0});
    Script script = scripts[id.kind](random, rc::kNominalSize).value();
    script.name = fmt::format("{}/{}", kinds[id.kind].name, id.number);
    return script;
  }

  [[nodiscard]] std::optional<TestCaseId> find(const TestCaseName& name) const {
    const auto kind = std::ranges::find(kinds, name.kind, &TestCaseKind::name);
    if (kind == kinds.end()) return std::nullopt;
    return TestCaseId{.kind = static_cast<std::size_t>(kind - kinds.begin()), .number = name.number};
  }

  const oracle::Trace& execute(Script script, TestCase& test_case, oracle::engine::Judge& judge) const {
    if (test_case.relation != nullptr) {
      script.name =
          fmt::format("{}/{}/{}", test_case.property, test_case.number, test_case.executions.size());
    }
    test_case.executions.push_back(
        execution::shrink::run_and_judge(implementation, judge, std::move(script)));
    return test_case.executions.back().trace;
  }
};

TestCases::TestCases(execution::Implementation& implementation, SearchOptions options)
    : generators_(new Generators{.implementation = implementation, .options = std::move(options)}) {
  const rc::Gen<oracle::Host> hosts = hosts_for(implementation);
  for (const TestCaseKind& kind : generators_->kinds)
    generators_->scripts.push_back(scripts_for(kind, hosts));
}
TestCases::~TestCases() = default;

implementations::Callbacks TestCases::callbacks() const {
  return generators_->implementation.callbacks();
}

TestCase TestCases::carry_out(const TestCaseId& id, oracle::engine::Judge& judge) {
  const TestCaseKind& kind = generators_->kinds[id.kind];
  TestCase test_case{.property = kind.name, .number = id.number, .relation = kind.relation};
  test_case.script = generators_->make(id);
  generators_->options.on_begin(test_case.script.name);
  if (kind.relation == nullptr) {
    generators_->execute(test_case.script, test_case, judge);
  } else {
    test_case.broken =
        kind.relation->check(test_case.script, [&](const Script& script) -> const oracle::Trace& {
          return generators_->execute(script, test_case, judge);
        });
  }
  return test_case;
}

std::optional<TestCaseId> TestCases::find(const std::string& text) const {
  const std::optional<TestCaseName> name = parse(text);
  return name ? generators_->find(*name) : std::nullopt;
}

std::optional<Script> TestCases::script(const std::string& text) {
  const std::optional<TestCaseName> name = parse(text);
  const std::optional<TestCaseId> id = name ? generators_->find(*name) : std::nullopt;
  if (!id) return std::nullopt;
  const relations::Relation* const relation = generators_->kinds[id->kind].relation;
  const Script script = generators_->make(*id);
  if (relation == nullptr) return script;
  std::deque<std::pair<Script, oracle::Trace>> executions;
  (void)relation->check(script, [&](const Script& variant) -> const oracle::Trace& {
    executions.emplace_back(variant, generators_->implementation.observe(variant));
    return executions.back().second;
  });
  if (name->execution >= executions.size()) return std::nullopt;
  return executions[name->execution].first;
}

}  // namespace netioconf::conformance::search::properties
