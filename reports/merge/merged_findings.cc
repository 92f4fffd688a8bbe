#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "reports/merge/keys.h"
#include "reports/merge/merged_parts.h"

namespace netioconf::reports::merge {
namespace {

// Shorter examples come first: operations, length of their description, origin, name, content.
using Length = std::tuple<int, std::size_t, Origin::Value, std::string, std::string, std::uint32_t>;

Length length_of(const ScriptResult& script, std::uint32_t step) {
  int operations = 0;
  std::size_t description = 0;
  for (const StepResult& result : script.findings()) {
    if (result.probe()) continue;
    ++operations;
    description += result.call().size();
  }
  return {operations, description, script.origin(), script.name(), script.SerializeAsString(), step};
}

struct MergedGroup {
  Group group;  // without the example
  std::map<std::string, double> committed;
  std::optional<Length> length;
  const ScriptResult* shortest = nullptr;
  std::uint32_t step = 0;

  void add(const Report& part, const Group& more) {
    group.set_rule(more.rule());
    group.set_reading(more.reading());
    group.set_function(more.function());
    group.set_observed(more.observed());
    group.set_findings(group.findings() + more.findings());
    group.set_generated_findings(group.generated_findings() + more.generated_findings());
    for (const Occurrence& script : more.scripts()) committed[script.name()] += script.findings();
    const ScriptResult& script = shortest_script(part, more);
    Length other = length_of(script, more.shortest().step());
    if (length && *length <= other) return;
    length = std::move(other);
    shortest = &script;
    step = more.shortest().step();
  }
};

int gravity_of(const ScriptResult& script) {
  switch (script.verdict()) {
    case Verdict::deviates:
      return 0;
    case Verdict::undecided:
      return 1;
    case Verdict::skipped:
      return 2;
    default:
      return 3;
  }
}

// The results of one committed script: each that deviates, else the gravest.
struct Results {
  std::map<std::pair<int, std::string>, const ScriptResult*> by_gravity;

  void add(const ScriptResult& script) {
    by_gravity.emplace(std::pair{gravity_of(script), script.SerializeAsString()}, &script);
  }
  [[nodiscard]] std::vector<const ScriptResult*> shown() const {
    std::vector<const ScriptResult*> shown;
    for (const auto& [key, script] : by_gravity) {
      if (shown.empty() || script->verdict() == Verdict::deviates) shown.push_back(script);
    }
    return shown;
  }
};

// The scripts of a merged report, each with its index.
class ScriptIndices {
 public:
  explicit ScriptIndices(Report& report) : report_{report} {}

  std::uint32_t index_of(const ScriptResult& script) {
    const auto [place, is_new] =
        indices_.try_emplace(script.SerializeAsString(), report_.scripts_size());
    if (is_new) *report_.add_scripts() = script;
    return static_cast<std::uint32_t>(place->second);
  }

 private:
  Report& report_;
  std::map<std::string, int> indices_;
};

}  // namespace

void merge_findings(const PartSet& parts, Report& report) {
  std::map<std::pair<std::string, std::string>, Results> committed;
  std::map<Kind, MergedGroup> groups;
  for (const auto& [name, part] : parts.reports) {
    for (const ScriptResult& script : part.scripts()) {
      if (script.origin() == Origin::committed) committed[{script.name(), script.path()}].add(script);
    }
    for (const Group& group : part.groups()) groups[kind_of(group)].add(part, group);
  }
  ScriptIndices scripts{report};
  for (const auto& [key, results] : committed) {
    for (const ScriptResult* script : results.shown()) (void)scripts.index_of(*script);
  }
  for (const auto& [kind, merged] : groups) {
    Group& group = *report.add_groups();
    group = merged.group;
    for (const auto& [script, findings] : merged.committed) {
      Occurrence& occurrence = *group.add_scripts();
      occurrence.set_name(script);
      occurrence.set_findings(findings);
    }
    group.mutable_shortest()->set_script(merged.shortest->name());
    group.mutable_shortest()->set_index(scripts.index_of(*merged.shortest));
    group.mutable_shortest()->set_step(merged.step);
  }
}

}  // namespace netioconf::reports::merge
