#include "reports/writers/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "oracle/model/calls.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::writers {
namespace {

constexpr std::size_t right_edge = 96;

std::string new_group_text(const Report& report, std::size_t index) {
  const Group& group = report.groups[index];
  const std::string left = "DEVIATES  " + words::legible(id_of(group));
  const std::string right =
      words::legible(words::where_of(report, report.scripts[group.script], group.step));
  const std::size_t used = left.size() + right.size();
  const std::size_t gap = used + 2 > right_edge ? 2 : right_edge - used;
  return left + std::string(gap, ' ') + right + "\n" + block(words::finding_lines(report, index)) + "\n";
}

std::string known_group_text(const Report& report, std::size_t index) {
  const Group& group = report.groups[index];
  std::string reasons;
  for (const words::Line& line : words::finding_lines(report, index)) {
    if (line.label == "known") reasons += (reasons.empty() ? "" : "; ") + line.text;
  }
  return words::legible(fmt::format("KNOWN     {}: {} of {}, {}: ", id_of(group), group.observed,
                                    oracle::function_name(group.call), words::times_seen(group))) +
         reasons + "\n";
}

// New groups come first and in full, known groups follow in one line each.
std::string groups_text(const Report& report) {
  std::string fresh;
  std::string known;
  for (std::size_t group = 0; group < report.groups.size(); ++group) {
    const bool is_new = new_findings(report, group) != 0;
    (is_new ? fresh : known) += is_new ? new_group_text(report, group) : known_group_text(report, group);
  }
  return fresh + known + (known.empty() ? "" : "\n");
}

std::string counts_text(const Counts& counts) {
  return fmt::format("{} conform, {} deviate, {} undecided, {} skipped", counts.conforms,
                     counts.deviates, counts.undecided, counts.skipped);
}

void add_reasons(std::vector<words::Line>& lines, const std::string& label,
                 const std::vector<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    lines.push_back(
        {label, fmt::format("{} in {}: {}", words::count_text(reason.steps, "step"),
                            words::count_text(reason.scripts, "script"), words::legible(reason.why))});
  }
}

// Lists the words before the colon. The formats for programs also contain the reason.
void add_deciders(std::vector<words::Line>& lines, const Report& report) {
  std::map<std::string, std::uint64_t> parties;
  for (const Decider& decider : report.deciders) {
    parties[decider.by.substr(0, decider.by.find(':'))] += decider.steps;
  }
  for (const auto& [party, steps] : parties) {
    lines.push_back(
        {"answered", fmt::format("{} by {}", words::count_text(steps, "step"), words::legible(party))});
  }
}

void add_readings(std::vector<words::Line>& lines, const Report& report) {
  std::size_t open = 0;
  for (const oracle::Followed& followed : report.readings) {
    if (!followed.decided) {
      ++open;
      continue;
    }
    std::string because;
    for (const oracle::Evidence& evidence : followed.evidence) {
      because += (because.empty() ? " (" : "; ") + words::text_of(report, evidence);
    }
    if (!because.empty()) because += ")";
    lines.push_back(
        {"reading", words::legible(words::question_text(followed.question, followed.subject) +
                                   ": follows " + words::answers_text(followed) + because)});
  }
  if (open != 0) {
    lines.push_back(
        {"reading", fmt::format("{} left open by this run", words::count_text(open, "question"))});
  }
}

std::vector<words::Line> summary_lines(const Report& report) {
  std::vector<words::Line> lines;
  lines.push_back({"scripts", counts_text(report.scripts_count)});
  lines.push_back({"steps", counts_text(report.steps)});
  for (const Searched& searched : report.searches)
    lines.push_back({"searched", words::legible(words::search_text(searched))});
  add_reasons(lines, "undecided", report.undecided);
  add_reasons(lines, "skipped", report.skipped);
  if (report.extent == Extent::partial) lines.push_back({"extent", "scripts were left out on purpose"});
  for (const std::string& line : report.space) lines.push_back({"space", words::legible(line)});
  add_deciders(lines, report);
  add_readings(lines, report);
  for (const std::string& line : words::coverage_text(report.coverage))
    lines.push_back({"coverage", line});
  if (report.known) {
    for (const Stale& stale : report.known->stale) {
      lines.push_back({"stale", words::legible(words::stale_text(*report.known, stale))});
    }
  }
  lines.push_back({"replay", words::legible(report.command)});
  return lines;
}

}  // namespace

std::string block(const std::vector<words::Line>& lines) {
  std::string text;
  for (const words::Line& line : lines) text += fmt::format("  {:<9} {}\n", line.label, line.text);
  return text;
}

std::string text(const Report& report) {
  std::string result = groups_text(report);
  std::string verdict = words::verdict_text(report);
  const std::size_t word = std::min(verdict.find(':'), verdict.size());
  std::transform(verdict.begin(), verdict.begin() + static_cast<std::ptrdiff_t>(word), verdict.begin(),
                 [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
  result += fmt::format("{}\n", verdict);
  result += fmt::format("  {:<9} {}, profile {}, netioconf {}\n", "judged",
                        words::legible(report.implementation), oracle::readings::name_of(report.profile),
                        words::legible(report.version));
  return result + block(summary_lines(report));
}

}  // namespace netioconf::reports::writers
