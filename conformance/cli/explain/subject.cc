#include "conformance/cli/explain/subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "conformance/cli/explain/documented_names.h"
#include "conformance/cli/explain/mentions.h"
#include "oracle/model/calls.h"
#include "oracle/rules/examples.h"
#include "oracle/state/pending.h"

namespace netioconf::conformance::cli::explain {
namespace {

using oracle::Rule;
using oracle::readings::Reading;

constexpr std::string_view notification_type = "MIB_NOTIFICATION_TYPE";

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

// Those under the rules only.
std::vector<const Reading*> readings_under(const std::vector<const Rule*>& rules) {
  return readings_where(rules, [](const Reading&) { return false; });
}

oracle::StatusSet statuses_of(const std::vector<const Rule*>& rules) {
  oracle::StatusSet statuses;
  for (const Rule* rule : rules) statuses.insert(oracle::rules::promised_statuses(*rule));
  return statuses;
}

bool has_subject(const Reading& reading, std::string_view name) {
  return std::ranges::find(reading.subjects, name) != reading.subjects.end();
}

bool cites(const Reading& reading, std::string_view page) {
  return std::ranges::any_of(reading.answers, [&](const oracle::readings::Answer& answer) {
    return contains_word(answer.source, page);
  });
}

// "a, b and c"
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

Subject about_function(const oracle::CallInfo& call) {
  const std::string_view function = call.function;
  Subject subject{.what = std::string{function} + ", a function",
                  .parts_are = "parameters",
                  .statuses = oracle::named_statuses(call.call),
                  .rules = rules_where([&](const Rule& rule) { return rule.call == call.call; })};
  for (const Parameter& parameter : parameters()) {
    if (parameter.owner == function) subject.parts.emplace_back(parameter.name);
  }
  subject.readings = readings_where(
      subject.rules, [&](const Reading& reading) { return has_subject(reading, function); });
  return subject;
}

Subject about_structure(const std::string& name, const std::vector<std::string_view>& members) {
  Subject subject{.what = name + ", a structure",
                  .parts_are = "members",
                  .parts = {members.begin(), members.end()},
                  .rules = rules_where([&](const Rule& rule) { return rule.source.page == name; })};
  subject.readings =
      readings_where(subject.rules, [&](const Reading& reading) { return cites(reading, name); });
  return subject;
}

Subject about_group(const std::string& name) {
  Subject subject{.what = name + ", a group of rules", .rules = rules_where([&](const Rule& rule) {
                                                         return rule.id.starts_with(name + ".");
                                                       })};
  subject.statuses = statuses_of(subject.rules);
  subject.readings = readings_under(subject.rules);
  return subject;
}

// The rules with an example in which a callback of such a type comes.
template <class Wanted>
std::vector<const Rule*> rules_of_callbacks(Wanted wanted) {
  std::set<std::string_view> ids;
  for (const oracle::rules::EffectExample& example : oracle::rules::effect_examples()) {
    for (const oracle::Step& step : example.trace.steps) {
      const auto is_wanted = [&](const oracle::Notification& each) { return wanted(each.type); };
      if (std::ranges::any_of(step.reply.notifications, is_wanted)) ids.insert(example.rule->id);
    }
  }
  return rules_where([&](const Rule& rule) { return ids.contains(rule.id); });
}

Subject about_notification_types() {
  Subject subject{.what = std::string{notification_type} + ", an enumeration",
                  .parts_are = "values",
                  .rules = rules_of_callbacks([](std::uint32_t) { return true; })};
  for (const oracle::state::NotificationType& type : oracle::state::notification_types)
    subject.parts.push_back(fmt::format("{} ({})", type.name, type.number));
  subject.readings = readings_under(subject.rules);
  return subject;
}

// The examples are about added routes, and the rules about all changes.
Subject about_notification_type(const oracle::state::NotificationType& type) {
  const auto is_initial = [](std::uint32_t number) {
    return number == oracle::state::initial_notification;
  };
  Subject subject{.what = fmt::format("{}, a value of {}: {}, {}", type.name, notification_type,
                                      type.number, type.says),
                  .rules = rules_of_callbacks([&](std::uint32_t number) {
                    return is_initial(number) == is_initial(type.number);
                  })};
  subject.readings = readings_under(subject.rules);
  return subject;
}

// The structures with a member and the functions with a parameter of one name.
struct Owners {
  std::vector<const Structure*> structures;
  std::vector<const Parameter*> parameters;
};

Owners owners_of(std::string_view member, std::string_view only_structure) {
  Owners owners;
  for (const Structure& structure : structures()) {
    const bool is_one = only_structure.empty() || only_structure == structure.name;
    const auto is_it = [&](std::string_view each) { return names_member(member, each); };
    if (is_one && std::ranges::any_of(structure.members, is_it)) owners.structures.push_back(&structure);
  }
  if (!only_structure.empty()) return owners;
  for (const Parameter& parameter : parameters()) {
    if (parameter.name == member) owners.parameters.push_back(&parameter);
  }
  return owners;
}

std::string in_words(std::string_view name, const Owners& owners) {
  std::vector<std::string> member_of;
  std::vector<std::string> parameter_of;
  for (const Structure* structure : owners.structures) member_of.emplace_back(structure->name);
  for (const Parameter* parameter : owners.parameters) parameter_of.push_back(parameter->owner);
  std::string words{name};
  if (!member_of.empty()) words += ", a member of " + listed(member_of);
  if (!parameter_of.empty()) words += ", a parameter of " + listed(parameter_of);
  return words;
}

// Whether rules of this call may be about the member of one of the structures.
bool has_member(const Owners& owners, oracle::Call call) {
  const oracle::Entries entries = oracle::info_of(call).entries;
  return !owners.structures.empty() &&
         (entries == oracle::Entries::no_entries ||
          std::ranges::any_of(owners.structures,
                              [&](const Structure* each) { return each->entries == entries; }));
}

bool has_parameter(const Owners& owners, oracle::Call call) {
  return std::ranges::any_of(owners.parameters,
                             [&](const Parameter* parameter) { return parameter->call == call; });
}

// "best source address" does not mention SourceAddress.
bool mentions_longer_name(std::string_view text, std::string_view name) {
  return std::ranges::any_of(parameters(), [&](const Parameter& each) {
    return each.name != name && each.name.ends_with(name) && mentions(text, each.name);
  });
}

bool has_one_parameter(oracle::Call call) {
  return std::ranges::count(parameters(), oracle::function_name(call), &Parameter::owner) == 1;
}

std::vector<const Rule*> rules_about(std::string_view name, const Owners& owners) {
  const std::set<std::string_view> by_examples = rules_by_examples(name);
  std::vector<const Rule*> found = rules_where([&](const Rule& rule) {
    if (!has_member(owners, rule.call) && !has_parameter(owners, rule.call)) return false;
    return by_examples.contains(rule.id) ||
           (mentions(rule.says, name) && !mentions_longer_name(rule.says, name));
  });
  if (!found.empty()) return found;
  return rules_where([&](const Rule& rule) {
    return has_parameter(owners, rule.call) &&
           (has_one_parameter(rule.call) || mentions_last_word(rule.says, name));
  });
}

bool is_about(const Reading& reading, std::string_view name, const Owners& owners) {
  if (has_subject(reading, name)) return true;
  if (!mentions(reading.asks, name) || mentions_longer_name(reading.asks, name)) return false;
  return !owners.structures.empty() ||
         std::ranges::any_of(owners.parameters, [&](const Parameter* parameter) {
           const std::string_view function = oracle::function_name(parameter->call);
           return has_subject(reading, function) || cites(reading, function);
         });
}

Subject about_name(std::string_view name, const Owners& owners) {
  Subject subject{.what = in_words(name, owners), .rules = rules_about(name, owners)};
  subject.statuses = statuses_of(subject.rules);
  subject.readings = readings_where(
      subject.rules, [&](const Reading& reading) { return is_about(reading, name, owners); });
  if (owners.parameters.empty()) return subject;
  for (const oracle::rules::Unpromised& sentence : oracle::rules::unpromised()) {
    const auto page = oracle::call_named(sentence.source.page);
    if (page && has_parameter(owners, *page) &&
        (mentions(sentence.says, name) || mentions_last_word(sentence.says, name)))
      subject.unpromised.push_back(&sentence);
  }
  return subject;
}

// "Metric", "MIB_IPFORWARD_ROW2.Metric" or "SourceAddress".
std::optional<Subject> find_name(std::string_view name) {
  for (const Structure& structure : structures()) {
    const std::string prefix = std::string{structure.name} + ".";
    if (!name.starts_with(prefix)) continue;
    name.remove_prefix(prefix.size());
    const Owners owners = owners_of(name, structure.name);
    return owners.structures.empty() ? std::nullopt : std::optional{about_name(name, owners)};
  }
  const Owners owners = owners_of(name, "");
  if (owners.structures.empty() && owners.parameters.empty()) return std::nullopt;
  return about_name(name, owners);
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
  if (name == notification_type) return about_notification_types();
  for (const oracle::state::NotificationType& type : oracle::state::notification_types) {
    if (name == type.name) return about_notification_type(type);
  }
  if (auto named = find_name(name)) return named;
  if (Subject group = about_group(text); !group.rules.empty()) return group;
  if (Subject page = about_structure(text, {}); !page.rules.empty()) return page;
  return std::nullopt;
}

std::vector<std::string> subject_names() {
  std::vector<std::string> names;
  for (const oracle::CallInfo& call : oracle::call_table) names.emplace_back(call.function);
  for (const Structure& structure : structures()) {
    names.emplace_back(structure.name);
    for (const std::string_view member : structure.members) {
      names.emplace_back(member);
      names.emplace_back(member.substr(0, member.find('.')));
      names.emplace_back(member.substr(member.rfind('.') + 1));
    }
  }
  for (const Parameter& parameter : parameters()) names.emplace_back(parameter.name);
  names.emplace_back(notification_type);
  for (const oracle::state::NotificationType& type : oracle::state::notification_types)
    names.emplace_back(type.name);
  for (const Rule& rule : oracle::rules::rules()) {
    names.emplace_back(rule.id.substr(0, rule.id.find('.')));
    names.emplace_back(rule.source.page);
  }
  return names;
}

}  // namespace netioconf::conformance::cli::explain
