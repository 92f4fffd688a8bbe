#pragma once

#include <compare>
#include <string>

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"

namespace netioconf::reports::inline summary {

// What makes deviations look like one defect: the members of Group that identify it.
struct GroupKey {
  std::string rule;
  std::string reading;
  oracle::Call call = oracle::Call::create_route;
  std::string observed;
  std::string ended_in = {};  // Reply::ended_in; `call` then has no meaning

  friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};
// The reading that is contradicted, else the rule.
[[nodiscard]] const std::string& id_of(const GroupKey& group);
[[nodiscard]] std::string function_of(const GroupKey& group);
[[nodiscard]] GroupKey group_key(const oracle::Trace& trace, const oracle::Finding& deviation);

}  // namespace netioconf::reports::inline summary
