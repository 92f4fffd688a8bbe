#include "oracle/testing/boundaries.h"

#include "oracle/refusal.h"

namespace netioconf::oracle {

StatusSet any_failure() {
  StatusSet statuses;
  for (const Status status : promised::entry_is_missing) statuses.insert(status);
  statuses.insert(Status::not_enough_memory);
  return statuses;
}

StatusSet success_or(StatusSet others) {
  others.insert(Status::success);
  return others;
}

StatusSet success_or(Status status) { return success_or(StatusSet{status}); }

}  // namespace netioconf::oracle
