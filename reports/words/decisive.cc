#include "reports/words/decisive.h"

#include <fmt/format.h>

#include <algorithm>

#include "oracle/model/status.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::words {
namespace {

std::string mismatch_text(const StepResult& step) {
  const MismatchWords& first = step.mismatches(0);
  const int more = step.mismatches_size() - 1;
  return fmt::format("{} is {}, must be {}{}", first.member(), first.observed(), first.allowed(),
                     more == 0 ? "" : fmt::format(" (and {} more)", more));
}

// The deviations of netioconf_reset show in a step that calls another function.
std::string reset_text(const StepResult& step) {
  const MismatchWords& mismatch = step.mismatches(0);
  if (mismatch.member() == "description") return mismatch.observed();
  if (mismatch.member() == "earlier script")
    return "netioconf_reset keeps something of an earlier script: " + mismatch.observed();
  if (mismatch.member() == "callback")
    return fmt::format("netioconf_reset leaves a registration: callback of {}", mismatch.observed());
  if (mismatch.member() != "host")
    return fmt::format("netioconf_reset does not empty the {}: {}", mismatch.member(),
                       mismatch.observed());
  return fmt::format("netioconf_reset sets up another host: {}, must be {}", mismatch.observed(),
                     mismatch.allowed());
}

}  // namespace

std::string allowed_text(const StepResult& step) {
  const auto& allowed = step.allowed();
  const auto all = static_cast<int>(oracle::status_count);
  if (allowed.size() == all) return "anything";
  const bool success = std::ranges::find(allowed, "success") != allowed.end();
  const bool other = std::ranges::find(allowed, "other") != allowed.end();
  if (success || !other) return listed(allowed, "or");
  // "Other" is every status without a name of its own, so the few that are missing are shorter.
  std::vector<std::string> missing;
  for (std::size_t i = 1; i < oracle::status_count; ++i) {
    const auto name = std::string{oracle::name_of(static_cast<oracle::Status>(i))};
    if (std::ranges::find(allowed, name) == allowed.end()) missing.push_back(name);
  }
  if (missing.size() >= static_cast<std::size_t>(allowed.size())) return listed(allowed, "or");
  return missing.empty() ? "any failure" : "any failure but " + listed(missing, "and");
}

std::string decisive_text(const Group& group, const StepResult& step) {
  if (step.mismatches_size() != 0) {
    return group.rule().starts_with("reset.") ? reset_text(step)
                                              : group.function() + ": " + mismatch_text(step);
  }
  const bool has_status = oracle::status_named(group.observed()).has_value();
  if (!has_status) return group.function() + ": " + step.reply();
  std::string text = group.function() + ": " + group.observed();
  const bool only_number_differs = step.allowed_size() == 1 && step.allowed(0) == group.observed();
  if (only_number_differs) {
    text = group.function() + ": " + step.reply() + ", must have another number";
  } else if (step.allowed_size() != 0) {
    text += ", must be " + allowed_text(step);
  }
  if (step.contradicts_size() != 0) text += ", because " + text_of(step.contradicts(0));
  return text;
}

}  // namespace netioconf::reports::words
