#include "oracle/testing/boundaries.h"

#include "oracle/rules/refusal.h"

namespace netioconf::oracle {

StatusSet any_failure() {
  StatusSet statuses;
  for (const Status status : rules::promised::entry_is_missing) statuses.insert(status);
  statuses.insert(Status::not_enough_memory);
  return statuses;
}

Boundary without_entry(std::string_view rule, const Operation& beyond, StatusSet by_other_rules,
                       const Operation& within) {
  const bool may_be_one = by_other_rules.contains(Status::success);
  return {.rule = rule,
          .beyond = beyond,
          .allowed_beyond = may_be_one ? success_or(any_failure()) : any_failure(),
          .within = within,
          .by_other_rules = by_other_rules};
}

StatusSet success_or(StatusSet others) {
  others.insert(Status::success);
  return others;
}

StatusSet success_or(Status status) { return success_or(StatusSet{status}); }

}  // namespace netioconf::oracle
