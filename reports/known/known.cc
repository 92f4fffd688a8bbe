#include "reports/known/known.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"
#include "reports/known/version_range.h"

namespace netioconf::reports::known {
namespace {

bool is_pattern(const std::string& script) { return script.find_first_of("*?") != std::string::npos; }

using Matches = google::protobuf::RepeatedPtrField<Match>;

// A function that never succeeds is one kind of deviation in a whole run. A run of some scripts names
// the rules that these test.
bool is_about_every_rule(const KnownDeviation& entry) {
  using oracle::Promise;
  const auto& refusal =
      oracle::rules::rule_of(oracle::Call::create_route, Promise::refuses_only_as_documented);
  return entry.rule() == refusal.id && entry.observed() != "success";
}

bool describes(const KnownDeviation& entry, const Group& group) {
  return (entry.rule() == id_of(group) || is_about_every_rule(entry)) &&
         entry.call() == group.function() && entry.observed() == group.observed();
}

const Group& group_of(const Report& report, const Match& match) {
  return report.groups(static_cast<int>(match.group()));
}

// An entry that names the script takes precedence over patterns, whatever their order.
std::optional<std::size_t> entry_for(const Known& known, const Group& group, const std::string& script) {
  std::optional<std::size_t> by_pattern;
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    const KnownDeviation& entry = known.entries[i];
    if (!describes(entry, group) || !fits(entry.script(), script)) continue;
    if (!is_pattern(entry.script())) return i;
    if (!by_pattern) by_pattern = i;
  }
  return by_pattern;
}

Matches matches_of(const Known& known, const Report& report) {
  Matches matches;
  for (int i = 0; i < report.groups_size(); ++i) {
    const auto add = [&](const std::string& script, double findings) {
      Match& match = *matches.Add();
      match.set_group(static_cast<std::uint32_t>(i));
      match.set_script(script);
      match.set_findings(findings);
      if (const auto entry = entry_for(known, report.groups(i), script))
        match.set_entry(static_cast<std::uint32_t>(*entry));
    };
    const Group& group = report.groups(i);
    for (const Occurrence& script : group.scripts()) add(script.name(), script.findings());
    if (group.generated_findings() != 0) add("", group.generated_findings());
  }
  return matches;
}

// Entries may overlap: an entry also holds if another entry took the match.
bool is_observed(const KnownDeviation& entry, const Report& report, const Matches& matches) {
  return std::ranges::any_of(matches, [&](const Match& match) {
    return describes(entry, group_of(report, match)) && fits(entry.script(), match.script());
  });
}

// A new deviation in the entry's scripts that has the same rule or the same call.
const Group* observed_instead(const KnownDeviation& entry, const Report& report,
                              const Matches& matches) {
  for (const Match& match : matches) {
    const Group& group = group_of(report, match);
    const bool related = entry.rule() == id_of(group) || entry.call() == group.function();
    if (!match.has_entry() && related && fits(entry.script(), match.script())) return &group;
  }
  return nullptr;
}

struct Tried {
  std::size_t run = 0;
  std::size_t skipped = 0;
};

Tried scripts_of(const KnownDeviation& entry, const Report& report) {
  Tried tried;
  for (const ScriptResult& script : report.scripts()) {
    if (script.origin() != Origin::committed || !fits(entry.script(), script.name())) continue;
    (script.verdict() == Verdict::skipped ? tried.skipped : tried.run) += 1;
  }
  return tried;
}

// Sweeps and properties find different things in each run, so an entry that only they matched is never
// reported as gone.
bool is_of_generated_scripts(const KnownDeviation& entry) {
  return entry.script() == "*" && entry.seen() == 0;
}

struct WhyStale {
  Staleness::Value staleness = Staleness::gone;
  std::string why;
};

std::optional<WhyStale> staleness_of(const KnownDeviation& entry, const Report& report,
                                     const Matches& matches) {
  if (is_observed(entry, report, matches)) return std::nullopt;
  if (const Group* group = observed_instead(entry, report, matches)) {
    return WhyStale{Staleness::changed, fmt::format("now {} of {} ({})", group->observed(),
                                                    group->function(), id_of(*group))};
  }
  if (is_of_generated_scripts(entry)) return std::nullopt;
  const Tried tried = scripts_of(entry, report);
  const bool all_tried = tried.run != 0 && !is_pattern(entry.script());
  if (report.partial() && !all_tried) return std::nullopt;
  if (tried.run != 0) return WhyStale{Staleness::gone, "no longer observed; remove it from the list"};
  return WhyStale{Staleness::gone,
                  tried.skipped != 0 ? "its scripts were skipped" : "there is no such script"};
}

void add_stale_entries(const Known& known, const Report& report, std::string_view today,
                       Matched& matched) {
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    const KnownDeviation& entry = known.entries[i];
    const bool expired = !entry.expires().empty() && std::string_view{entry.expires()} < today;
    const std::optional<WhyStale> found =
        expired ? WhyStale{Staleness::expired, "its last day was " + entry.expires()}
                : staleness_of(entry, report, matched.matches());
    if (!found) continue;
    Stale& stale = *matched.add_stale();
    stale.set_entry(static_cast<std::uint32_t>(i));
    stale.set_staleness(found->staleness);
    stale.set_why(found->why);
  }
}

KnownDeviation seen_in(KnownDeviation entry, std::string_view version) {
  if (!applies_to(entry, version)) entry.add_versions(short_version(version));
  return entry;
}

// Whether removing the entry would also remove it for other versions than this one.
bool is_about_others(const KnownDeviation& entry, std::string_view version) {
  return std::ranges::any_of(entry.versions(),
                             [&](const std::string& range) { return range != short_version(version); });
}

KnownDeviation new_entry(const Report& report, const Match& match, std::string_view version) {
  const Group& group = group_of(report, match);
  KnownDeviation entry;
  entry.set_rule(id_of(group));
  entry.set_script(match.script().empty() ? "*" : match.script());
  entry.set_call(group.function());
  entry.set_observed(group.observed());
  entry.set_reason(std::string{not_explained_yet});
  if (const std::string in = short_version(version); !in.empty()) entry.add_versions(in);
  entry.set_seen(match.script().empty() ? 0 : static_cast<std::uint32_t>(match.findings()));
  return entry;
}

KnownDeviation counted_anew(KnownDeviation entry, std::size_t place, const Matches& matches) {
  std::uint32_t seen = 0;
  for (const Match& match : matches) {
    if (match.has_entry() && match.entry() == place && !match.script().empty())
      seen += static_cast<std::uint32_t>(match.findings());
  }
  entry.set_seen(seen);
  return entry;
}

auto order_of(const KnownDeviation& entry) {
  return std::tie(entry.rule(), entry.script(), entry.call(), entry.observed());
}

}  // namespace

bool fits(std::string_view pattern, std::string_view name) {
  std::size_t in_pattern = 0;
  std::size_t in_name = 0;
  std::size_t star = std::string_view::npos;
  std::size_t taken_by_star = 0;
  while (in_name < name.size()) {
    const bool more = in_pattern < pattern.size();
    if (more && pattern[in_pattern] == '*') {
      star = in_pattern++;
      taken_by_star = in_name;
    } else if (more && (pattern[in_pattern] == '?' || pattern[in_pattern] == name[in_name])) {
      ++in_pattern;
      ++in_name;
    } else if (star != std::string_view::npos) {
      in_pattern = star + 1;
      in_name = ++taken_by_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

bool is_listed(const Known& known, const GroupKey& kind) {
  Group group;
  group.set_rule(kind.rule);
  group.set_reading(kind.reading);
  group.set_function(function_of(kind));
  group.set_observed(kind.observed);
  return std::ranges::any_of(known.entries,
                             [&](const KnownDeviation& entry) { return describes(entry, group); });
}

std::vector<std::string> rules_to_meet(const Known& known) {
  std::vector<std::string> rules;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    const auto fits_it = [&](const std::string& pattern) { return fits(pattern, rule.id); };
    if (std::ranges::any_of(known.must_meet, fits_it)) rules.emplace_back(rule.id);
  }
  return rules;
}

void match(const Known& known, Report& report, std::string_view today) {
  Matched matched;
  matched.set_list(known.path);
  for (const KnownDeviation& entry : known.entries) *matched.add_entries() = entry;
  *matched.mutable_matches() = matches_of(known, report);
  add_stale_entries(known, report, today, matched);
  *report.mutable_known() = std::move(matched);
  settle(report);
}

std::expected<Known, std::string> updated(const Known& known, const Report& report,
                                          std::string_view version) {
  if (report.partial()) {
    return std::unexpected{known.path + ": not updated, because scripts were left out; run them all"};
  }
  const Matches matches = matches_of(known, report);
  Known result{known.path, known.head, {}, known.must_meet};
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    const KnownDeviation& entry = known.entries[i];
    if (is_observed(entry, report, matches) || is_of_generated_scripts(entry)) {
      result.entries.push_back(seen_in(counted_anew(entry, i, matches), version));
    } else if (!applies_to(entry, version)) {
      result.entries.push_back(entry);
    } else if (scripts_of(entry, report).skipped != 0) {
      return std::unexpected{fmt::format(
          "{}:{}: not updated, because scripts of this entry were skipped; run them or delete the entry",
          known.path, entry.line())};
    } else if (is_about_others(entry, version)) {
      return std::unexpected{fmt::format(
          "{}:{}: not updated, because this entry is not observed but is also about other versions than "
          "{}; "
          "narrow its versions",
          known.path, entry.line(), version.empty() ? "this unknown one" : short_version(version))};
    }
  }
  for (const Match& match : matches) {
    if (!match.has_entry()) result.entries.push_back(new_entry(report, match, version));
  }
  std::ranges::sort(result.entries, {}, order_of);
  return result;
}

}  // namespace netioconf::reports::known
