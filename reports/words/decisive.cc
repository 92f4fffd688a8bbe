#include "reports/words/decisive.h"

#include <fmt/format.h>

#include "reports/words/phrases.h"

namespace netioconf::reports::words {
namespace {

// More statuses than these say less than their number.
constexpr int statuses_shown = 4;

std::string allowed_text(const StepResult& step) {
  if (step.allowed_size() > statuses_shown)
    return fmt::format("one of {} statuses", step.allowed_size());
  return listed(step.allowed(), "or");
}

std::string mismatch_text(const StepResult& step) {
  const MismatchWords& first = step.mismatches(0);
  const int more = step.mismatches_size() - 1;
  return fmt::format("{} is {}, must be {}{}", first.member(), first.observed(), first.allowed(),
                     more == 0 ? "" : fmt::format(" (and {} more)", more));
}

}  // namespace

std::string decisive_text(const Group& group, const StepResult& step) {
  if (step.mismatches_size() != 0) return group.function() + ": " + mismatch_text(step);
  std::string text = group.function() + ": " + group.observed();
  if (step.allowed_size() != 0) text += ", must be " + allowed_text(step);
  if (step.contradicts_size() != 0) text += ", because " + text_of(step.contradicts(0));
  return text;
}

}  // namespace netioconf::reports::words
