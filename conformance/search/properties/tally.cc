#include "conformance/search/properties/tally.h"

#include <fmt/format.h>

#include "oracle/model/calls.h"
#include "oracle/model/status.h"

namespace netioconf::conformance::search::properties {
namespace {

double percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Tally::count(const oracle::Script& script, const oracle::Trace& trace) {
  ++scripts;
  ++links[script.host.links.size()];
  if (!script.host.ipv4 || !script.host.ipv6) ++machines_without_a_stack;
  if (!trace.skipped.empty()) ++skipped_scripts;
  bool created = false;
  for (const oracle::Step& step : trace.steps) {
    if (step.probe) continue;
    ++calls;
    const oracle::Call call = oracle::call_of(step.operation);
    Outcomes& outcome = outcomes[static_cast<std::size_t>(call)];
    if (step.reply.ending != oracle::Ending::returned) {
      ++outcome.skipped;
    } else if (oracle::meaning_of(step.reply.status) == oracle::Status::success) {
      ++outcome.succeeded;
      created = created || creates(call);
    } else {
      ++outcome.refused;
    }
  }
  if (created) ++with_entries;
}

std::string Tally::in_words() const {
  std::string words = fmt::format("{} scripts ({:.0f} % with an entry, {} skipped), {} calls\n", scripts,
                                  percent(with_entries, scripts), skipped_scripts, calls);
  for (std::size_t call = 0; call < oracle::call_count; ++call) {
    const Outcomes& outcome = outcomes[call];
    const std::uint64_t all = outcome.succeeded + outcome.refused + outcome.skipped;
    words += fmt::format("  {:<28} {:>5.1f} % of calls, {:>3.0f} % succeed\n",
                         oracle::function_name(static_cast<oracle::Call>(call)), percent(all, calls),
                         percent(outcome.succeeded, all));
  }
  for (const auto& [count, number] : links) {
    words += fmt::format("  {} links: {:.0f} % of scripts\n", count, percent(number, scripts));
  }
  for (const auto& [property, number] : properties) {
    words += fmt::format("  {}: {} times\n", property, number);
  }
  return words;
}

}  // namespace netioconf::conformance::search::properties
