#include "reports/known/known.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "oracle/model/calls.h"

namespace netioconf::reports::known {
namespace {

bool is_pattern(const std::string& script) { return script.find_first_of("*?") != std::string::npos; }

bool describes(const KnownEntry& entry, const Group& group) {
  return entry.rule == id_of(group) && entry.call == oracle::function_name(group.call) &&
         entry.observed == group.observed;
}

// An entry that names the script takes precedence over patterns, whatever their order.
std::optional<std::size_t> entry_for(const Known& known, const Group& group, const std::string& script) {
  std::optional<std::size_t> by_pattern;
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    const KnownEntry& entry = known.entries[i];
    if (!describes(entry, group) || !fits(entry.script, script)) continue;
    if (!is_pattern(entry.script)) return i;
    if (!by_pattern) by_pattern = i;
  }
  return by_pattern;
}

std::vector<Match> matches_of(const Known& known, const Report& report) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < report.groups.size(); ++i) {
    const Group& group = report.groups[i];
    for (const auto& [script, findings] : group.committed) {
      matches.push_back({i, script, findings, entry_for(known, group, script)});
    }
    if (group.generated != 0) matches.push_back({i, "", group.generated, entry_for(known, group, "")});
  }
  return matches;
}

// Entries may overlap: an entry also holds if another entry took the match.
bool is_observed(const KnownEntry& entry, const Report& report, const std::vector<Match>& matches) {
  return std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
    return describes(entry, report.groups[match.group]) && fits(entry.script, match.script);
  });
}

// A new deviation in the entry's scripts that has the same rule or the same call.
const Match* observed_instead(const KnownEntry& entry, const Report& report,
                              const std::vector<Match>& matches) {
  for (const Match& match : matches) {
    const Group& group = report.groups[match.group];
    const bool related = entry.rule == id_of(group) || entry.call == oracle::function_name(group.call);
    if (!match.entry && related && fits(entry.script, match.script)) return &match;
  }
  return nullptr;
}

struct Tried {
  std::size_t run = 0;
  std::size_t skipped = 0;
};

Tried scripts_of(const KnownEntry& entry, const Report& report) {
  Tried tried;
  for (const ScriptResult& script : report.scripts) {
    if (script.origin != Origin::committed || !fits(entry.script, script.name)) continue;
    (script.verdict == oracle::Verdict::skipped ? tried.skipped : tried.run) += 1;
  }
  return tried;
}

// Sweeps and properties find different things in each run, so an entry that only they matched is never
// reported as gone.
bool is_of_generated_scripts(const KnownEntry& entry) { return entry.script == "*" && entry.seen == 0; }

std::optional<Stale> staleness_of(const KnownEntry& entry, std::size_t place, const Report& report,
                                  const std::vector<Match>& matches) {
  if (is_observed(entry, report, matches)) return std::nullopt;
  if (const Match* instead = observed_instead(entry, report, matches)) {
    const Group& group = report.groups[instead->group];
    return Stale{place, Staleness::changed,
                 fmt::format("now {} of {} ({})", group.observed, oracle::function_name(group.call),
                             id_of(group))};
  }
  if (is_of_generated_scripts(entry)) return std::nullopt;
  const Tried tried = scripts_of(entry, report);
  const bool all_tried = tried.run != 0 && !is_pattern(entry.script);
  if (report.extent == Extent::partial && !all_tried) return std::nullopt;
  if (tried.run != 0)
    return Stale{place, Staleness::gone, "no longer observed; remove it from the list"};
  return Stale{place, Staleness::gone,
               tried.skipped != 0 ? "its scripts were skipped" : "there is no such script"};
}

std::vector<Stale> stale_entries(const Known& known, const Report& report,
                                 const std::vector<Match>& matches, std::string_view today) {
  std::vector<Stale> stale;
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    const KnownEntry& entry = known.entries[i];
    if (!entry.expires.empty() && std::string_view{entry.expires} < today) {
      stale.push_back({i, Staleness::expired, "its last day was " + entry.expires});
      continue;
    }
    if (const auto found = staleness_of(entry, i, report, matches)) stale.push_back(*found);
  }
  return stale;
}

KnownEntry new_entry(const Report& report, const Match& match) {
  const Group& group = report.groups[match.group];
  KnownEntry entry;
  entry.rule = id_of(group);
  entry.script = match.script.empty() ? "*" : match.script;
  entry.call = oracle::function_name(group.call);
  entry.observed = group.observed;
  entry.reason = not_explained_yet;
  entry.seen = match.script.empty() ? 0 : match.findings;
  return entry;
}

KnownEntry counted_anew(KnownEntry entry, std::size_t place, const std::vector<Match>& matches) {
  entry.seen = 0;
  for (const Match& match : matches) {
    if (match.entry == place && !match.script.empty()) entry.seen += match.findings;
  }
  return entry;
}

auto order_of(const KnownEntry& entry) {
  return std::tie(entry.rule, entry.script, entry.call, entry.observed);
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
  group.rule = kind.rule;
  group.reading = kind.reading;
  group.call = kind.call;
  group.observed = kind.observed;
  return std::any_of(known.entries.begin(), known.entries.end(),
                     [&](const KnownEntry& entry) { return describes(entry, group); });
}

Matched match(const Known& known, const Report& report, std::string_view today) {
  std::vector<Match> matches = matches_of(known, report);
  std::vector<Stale> stale = stale_entries(known, report, matches, today);
  return {known.path, known.entries, std::move(matches), std::move(stale)};
}

std::expected<Known, std::string> updated(const Known& known, const Report& report) {
  if (report.extent == Extent::partial) {
    return std::unexpected{known.path + ": not updated, because scripts were left out; run them all"};
  }
  const std::vector<Match> matches = matches_of(known, report);
  Known result{known.path, known.head, {}};
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    const KnownEntry& entry = known.entries[i];
    if (is_observed(entry, report, matches) || is_of_generated_scripts(entry)) {
      result.entries.push_back(counted_anew(entry, i, matches));
    } else if (scripts_of(entry, report).skipped != 0) {
      return std::unexpected{fmt::format(
          "{}:{}: not updated, because scripts of this entry were skipped; run them or delete the entry",
          known.path, entry.line)};
    }
  }
  for (const Match& match : matches) {
    if (!match.entry) result.entries.push_back(new_entry(report, match));
  }
  std::sort(result.entries.begin(), result.entries.end(),
            [](const KnownEntry& a, const KnownEntry& b) { return order_of(a) < order_of(b); });
  return result;
}

}  // namespace netioconf::reports::known
