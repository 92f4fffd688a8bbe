#include "oracle/engine/after_deviation.h"

#include <algorithm>

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::oracle::engine {
namespace {

// A failure that does not say that something is missing.
bool is_other_failure(Status status) {
  using enum Status;
  return !any_status(success, not_found, file_not_found, network_unreachable).contains(status);
}

// A call that had to fail failed, if with another status, or a call that only reads was refused.
bool fails_otherwise(const Finding& finding, const Step& step) {
  const auto* table = std::get_if<TableCall>(&step.operation);
  const bool is_numbered = table != nullptr && table->keep;
  if (finding.observed == Status::success || !finding.mismatches.empty() || is_numbered) return false;
  if (!finding.allowed.contains(Status::success)) return true;
  return !table_changed_by(finding.call) && is_other_failure(finding.observed);
}

}  // namespace

bool says_nothing_of_tables(const Finding& finding, const Step& step) {
  if (fails_otherwise(finding, step)) return true;
  const auto breaks = [](Call call, Promise promise) {
    const std::string_view id = rules::rule_of(call, promise).id;
    return [id](const Mismatch& mismatch) { return mismatch.rule == id; };
  };
  switch (finding.call) {
    case Call::initialize_route:
    case Call::get_link:
    case Call::notify_route_change:
    case Call::cancel_notification:
    case Call::collect_notifications:
      return std::ranges::none_of(finding.mismatches, breaks(Call::create_route, Promise::stays_in_row));
    case Call::best_route:
      return !finding.explained_by.empty() ||
             (!finding.mismatches.empty() &&
              std::ranges::all_of(finding.mismatches, breaks(Call::best_route, Promise::best_source)));
    case Call::get_route:
    case Call::get_anycast:
      return !finding.explained_by.empty();
    default:
      return false;
  }
}

}  // namespace netioconf::oracle::engine
