#include "conformance/search/check_scripts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "conformance/repository/repository_paths.h"
#include "oracle/engine/attribution.h"
#include "reports/words/phrases.h"

namespace netioconf::conformance::search {
namespace {

using corpora::text::LoadedScript;

// Whether a script is in the folder of a rule of one of these calls.
bool is_about(const std::vector<oracle::Call>& calls, const std::string& script) {
  const oracle::Rule* rule = oracle::engine::rule_under_test(script);
  return rule != nullptr && std::ranges::find(calls, rule->call) != calls.end();
}

// Also those of other shards.
std::expected<std::vector<LoadedScript>, std::string> read_whole(const CheckOptions& options) {
  if (options.inputs) return options.inputs->scripts;
  return corpora::text::load_scripts(repository::scripts_named(options.scripts));
}

}  // namespace

std::expected<std::vector<LoadedScript>, std::string> read_scripts(const CheckOptions& options) {
  auto scripts = read_whole(options);
  if (!scripts) return scripts;
  if (!options.only.empty())
    std::erase_if(*scripts,
                  [&](const auto& script) { return !is_about(options.only, script.script.name); });
  std::uint64_t position = 0;
  std::erase_if(*scripts, [&](const auto&) { return !options.shard.has(position++); });
  if (options.own_scripts.empty()) return scripts;
  auto own = corpora::text::load_scripts(options.own_scripts);
  if (!own) return own;
  std::ranges::move(*own, std::back_inserter(*scripts));
  return scripts;
}

bool leaves_out_scripts(const CheckOptions& options) {
  if (options.inputs || !options.only.empty()) return true;
  if (options.scripts.empty()) return false;
  const auto scripts = corpora::text::load_scripts(options.scripts);
  std::set<std::string> names;
  if (scripts)
    for (const LoadedScript& script : *scripts) names.insert(script.script.name);
  return is_partial(names);
}

WhySkipped why_skipped(const CheckOptions& options) {
  if (!options.inputs) return not_skipped;
  return [&inputs = *options.inputs](const oracle::Script& script) -> std::string {
    const bool is_nothing = script.operations.empty() && inputs.incomplete.contains(script.name);
    return is_nothing ? "the input does not decode as a script" : "";
  };
}

std::string words_for(const FuzzInputs& inputs) {
  return fmt::format("{}, of which {} not decode to the end (the calls before that place are run)",
                     reports::words::count_text(inputs.scripts.size(), "input"),
                     inputs.incomplete.size() == 1 ? std::string{"1 does"}
                                                   : fmt::format("{} do", inputs.incomplete.size()));
}

}  // namespace netioconf::conformance::search
