#include "conformance/cli/explain/subject.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <variant>

#include "oracle/model/calls.h"
#include "oracle/model/fields.h"
#include "oracle/rules/catalogue.h"
#include "oracle/rules/examples.h"

namespace netioconf::conformance::cli::explain {
namespace {

using oracle::Rule;
using oracle::readings::Reading;

struct Structure {
  std::string_view name;
  std::vector<std::string> members;
};

template <class Row>
Structure structure(std::string_view name) {
  Structure made{.name = name, .members = {}};
  Row row;
  oracle::for_each_field(row, [&](const auto& field, const auto&) {
    if (field.role != oracle::Role::padding) made.members.emplace_back(field.name);
  });
  return made;
}

const std::vector<Structure>& structures() {
  static const std::vector<Structure> all = {structure<oracle::RouteRow>("MIB_IPFORWARD_ROW2"),
                                             structure<oracle::AnycastRow>("MIB_ANYCASTIPADDRESS_ROW"),
                                             structure<oracle::LinkRow>("MIB_IPINTERFACE_ROW")};
  return all;
}

// The members of the row in which two calls differ.
std::vector<std::string_view> differing_members(const oracle::Operation& one,
                                                const oracle::Operation& other) {
  std::vector<std::string_view> members;
  const auto compare = [&]<class CallOnRow>(const CallOnRow& call) {
    if constexpr (requires { call.row->luid; }) {
      const auto* second = std::get_if<CallOnRow>(&other);
      if (second == nullptr || !call.row || !second->row) return;
      oracle::for_each_field(*call.row, [&](const auto& field, const auto& member) {
        if (!(member == field.of(*second->row))) members.push_back(field.name);
      });
    }
  };
  std::visit(compare, one);
  return members;
}

// "PreferredLifetime" is "preferred lifetime".
std::string phrase_for(std::string_view member) {
  std::string words;
  for (const char c : member) {
    if (std::isupper(static_cast<unsigned char>(c)) != 0 && !words.empty()) words += ' ';
    words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return words;
}

bool contains_word(std::string_view text, std::string_view word) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  }
  return false;
}

bool names_member(std::string_view name, std::string_view member) {
  return name == member || member.ends_with("." + std::string{name}) ||
         member.starts_with(std::string{name} + ".");
}

bool mentions(std::string_view text, std::string_view member) {
  return contains_word(text, member) || contains_word(text, phrase_for(member));
}

// The rules with an example that differs from its counterpart in this member.
std::set<std::string_view> rules_by_examples(std::string_view name) {
  std::set<std::string_view> found;
  const oracle::rules::RuleExample* beyond = nullptr;
  static const std::vector<oracle::rules::RuleExample> examples = oracle::rules::examples();
  for (const oracle::rules::RuleExample& example : examples) {
    if (example.side == oracle::rules::Side::beyond) beyond = &example;
    if (beyond == nullptr || beyond->rule != example.rule) continue;
    for (const std::string_view member : differing_members(beyond->call, example.call)) {
      if (names_member(name, member)) found.insert(example.rule->id);
    }
  }
  return found;
}

template <class Wanted>
std::vector<const Rule*> rules_where(Wanted wanted) {
  std::vector<const Rule*> found;
  for (const Rule& rule : oracle::rules::rules()) {
    if (wanted(rule)) found.push_back(&rule);
  }
  return found;
}

template <class Wanted>
std::vector<const Reading*> readings_where(const std::vector<const Rule*>& rules, Wanted wanted) {
  std::vector<const Reading*> found;
  for (const Reading& reading : oracle::readings::readings()) {
    const bool under =
        std::ranges::any_of(rules, [&](const Rule* rule) { return rule->reading == reading.id; });
    if (under || wanted(reading)) found.push_back(&reading);
  }
  return found;
}

bool has_subject(const Reading& reading, std::string_view name) {
  return std::ranges::find(reading.subjects, name) != reading.subjects.end();
}

bool cites(const Reading& reading, std::string_view page) {
  return std::ranges::any_of(reading.answers, [&](const oracle::readings::Answer& answer) {
    return contains_word(answer.source, page);
  });
}

Subject about_function(const oracle::CallInfo& call) {
  const std::string_view function = call.function;
  Subject subject{.what = std::string{function} + ", a function",
                  .members = {},
                  .statuses = oracle::named_statuses(call.call),
                  .rules = rules_where([&](const Rule& rule) { return rule.call == call.call; }),
                  .readings = {}};
  subject.readings = readings_where(
      subject.rules, [&](const Reading& reading) { return has_subject(reading, function); });
  return subject;
}

Subject about_structure(const std::string& name, std::vector<std::string> members) {
  Subject subject{.what = name + ", a structure",
                  .members = std::move(members),
                  .statuses = {},
                  .rules = rules_where([&](const Rule& rule) { return rule.source.page == name; }),
                  .readings = {}};
  subject.readings =
      readings_where(subject.rules, [&](const Reading& reading) { return cites(reading, name); });
  return subject;
}

Subject about_member(std::string what, std::string_view member) {
  const std::set<std::string_view> examples = rules_by_examples(member);
  Subject subject{.what = std::move(what),
                  .members = {},
                  .statuses = {},
                  .rules = rules_where([&](const Rule& rule) {
                    return examples.contains(rule.id) || mentions(rule.says, member);
                  }),
                  .readings = {}};
  subject.readings = readings_where(subject.rules, [&](const Reading& reading) {
    return mentions(reading.asks, member) || has_subject(reading, member);
  });
  return subject;
}

Subject about_group(const std::string& name) {
  Subject subject{
      .what = name + ", a group of rules",
      .members = {},
      .statuses = {},
      .rules = rules_where([&](const Rule& rule) { return rule.id.starts_with(name + "."); }),
      .readings = {}};
  subject.readings = readings_where(subject.rules, [](const Reading&) { return false; });
  return subject;
}

// The member of that name in this structure, if the name is "MIB_IPFORWARD_ROW2.Metric" or "Metric".
std::optional<std::string> member_of(const Structure& structure, std::string_view name) {
  const std::string prefix = std::string{structure.name} + ".";
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  for (const std::string& member : structure.members) {
    if (names_member(name, member)) return std::string{name};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Subject> find_subject(std::string_view name) {
  const std::string text{name};
  for (const oracle::CallInfo& call : oracle::call_table) {
    if (name == call.function || name == call.name) return about_function(call);
  }
  for (const Structure& structure : structures()) {
    if (name == structure.name) return about_structure(text, structure.members);
  }
  std::string owners;
  std::string member;
  for (const Structure& structure : structures()) {
    const auto found = member_of(structure, name);
    if (!found) continue;
    member = *found;
    owners += (owners.empty() ? "" : " and ") + std::string{structure.name};
  }
  if (!owners.empty()) return about_member(member + ", a member of " + owners, member);
  if (Subject group = about_group(text); !group.rules.empty()) return group;
  if (Subject page = about_structure(text, {}); !page.rules.empty()) return page;
  return std::nullopt;
}

std::vector<std::string> subject_names() {
  std::vector<std::string> names;
  for (const oracle::CallInfo& call : oracle::call_table) names.emplace_back(call.function);
  for (const Structure& structure : structures()) {
    names.emplace_back(structure.name);
    names.insert(names.end(), structure.members.begin(), structure.members.end());
  }
  return names;
}

}  // namespace netioconf::conformance::cli::explain
