#include "conformance/compare/since.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "corpora/files/files.h"
#include "reports/writers/json.h"

namespace netioconf::conformance::compare {
namespace {

using nlohmann::json;

// The verdict of a script and its cause.
struct Verdict {
  std::string word;   // "conforms"
  std::string rule;   // of a deviation
  std::string where;  // "step 2: create route …"
  std::string why;    // of an undecided one
};

struct Earlier {
  std::map<std::string, Verdict> scripts;
  std::map<std::string, std::string> rules;  // id and words
  std::string version;
  std::string profile;
};

Verdict verdict_of(const json& script) {
  Verdict verdict{.word = script.at("verdict"), .rule = "", .where = "", .why = script.at("skipped")};
  for (const json& finding : script.at("findings")) {
    if (finding.at("verdict") != verdict.word) continue;
    verdict.rule = finding.at("rule");
    verdict.where =
        fmt::format("{}: {}: {}", finding.at("place").get<std::string>(),
                    finding.at("call").get<std::string>(), finding.at("reply").get<std::string>());
    verdict.why = finding.at("why");
    break;
  }
  return verdict;
}

Earlier read(const json& report) {
  Earlier read{
      .scripts = {}, .rules = {}, .version = report.at("version"), .profile = report.at("profile")};
  for (const json& script : report.at("scripts")) read.scripts[script.at("name")] = verdict_of(script);
  for (const json& rule : report.at("rules")) {
    read.rules[rule.at("id")] =
        fmt::format("{} ({}, {})", rule.at("says").get<std::string>(),
                    rule.at("page").get<std::string>(), rule.at("section").get<std::string>());
  }
  return read;
}

std::expected<Earlier, std::string> read_file(const std::filesystem::path& path) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(path, ignored);
  const std::filesystem::path file = is_folder ? path / "report.json" : path;
  const auto text = corpora::files::read_file(file);
  if (!text) return std::unexpected(corpora::files::describe(text.error()));
  try {
    return read(json::parse(*text));
  } catch (const json::exception&) {
    return std::unexpected(
        file.string() +
        ": it is not a report.json of this version (netioconf judge --out DIR writes one)");
  }
}

std::string changed_rules(const Earlier& before, const Earlier& after) {
  std::string text;
  for (const auto& [id, words] : after.rules) {
    const auto found = before.rules.find(id);
    if (found == before.rules.end()) {
      text += fmt::format("  new rule      {}: {}\n", id, words);
    } else if (found->second != words) {
      text += fmt::format("  changed rule  {}: {}; before: {}\n", id, words, found->second);
    }
  }
  for (const auto& [id, words] : before.rules) {
    if (!after.rules.contains(id)) text += fmt::format("  removed rule  {}: {}\n", id, words);
  }
  return text;
}

// The rule that changed the verdict: that of the present deviation, else that of the earlier one.
std::string cause(const Verdict& before, const Verdict& after) {
  if (!after.rule.empty()) return after.rule;
  if (!before.rule.empty()) return before.rule;
  return after.why.empty() ? before.why : after.why;
}

std::string in_words(const Verdict& verdict) {
  std::string words = verdict.word;
  if (!verdict.rule.empty()) words += " from " + verdict.rule;
  return words;
}

}  // namespace

std::expected<std::string, std::string> changes_since(const std::filesystem::path& earlier,
                                                      const reports::Report& now) {
  const auto before = read_file(earlier);
  if (!before) return std::unexpected(before.error());
  const Earlier after = read(json::parse(reports::writers::json(now)));
  std::map<std::string, std::vector<std::string>> by_cause;
  std::size_t changed = 0;
  std::size_t only_now = 0;
  for (const auto& [name, verdict] : after.scripts) {
    const auto found = before->scripts.find(name);
    if (found == before->scripts.end()) {
      ++only_now;
      continue;
    }
    const Verdict& was = found->second;
    if (was.word == verdict.word && was.rule == verdict.rule) continue;
    ++changed;
    by_cause[cause(was, verdict)].push_back(
        fmt::format("    {}: {}, before {}\n      {}\n", name, in_words(verdict), in_words(was),
                    verdict.where.empty() ? was.where : verdict.where));
  }
  std::size_t only_before = 0;
  for (const auto& [name, verdict] : before->scripts)
    only_before += after.scripts.contains(name) ? 0U : 1U;
  std::string text = fmt::format("Since {}: {} of {} verdicts changed\n", earlier.string(), changed,
                                 after.scripts.size() - only_now);
  if (only_now + only_before != 0) {
    text += fmt::format("  not compared: {} only now, {} only before\n", only_now, only_before);
  }
  if (before->profile != after.profile) {
    text += fmt::format("  the profile was {} before and is {} now\n", before->profile, after.profile);
  }
  text += changed_rules(*before, after);
  for (const auto& [rule, scripts] : by_cause) {
    text += fmt::format("  because of {}\n", rule.empty() ? "no rule" : rule);
    for (const std::string& script : scripts) text += script;
  }
  return text;
}

}  // namespace netioconf::conformance::compare
