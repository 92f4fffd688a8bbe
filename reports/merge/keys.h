#pragma once

#include <string>
#include <tuple>

#include "reports/model/report.h"

namespace netioconf::reports::merge {

// What identifies a kind of deviation.
using Kind = std::tuple<std::string, std::string, std::string, std::string>;
[[nodiscard]] inline Kind kind_of(const Group& group) {
  return {group.rule(), group.reading(), group.function(), group.observed()};
}

}  // namespace netioconf::reports::merge
