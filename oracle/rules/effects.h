#pragma once

#include <span>
#include <string_view>

#include "oracle/model/rule.h"

namespace netioconf::oracle::rules {

// The rules that are not refusals: effects of successful calls, what no call does, ignored members.
[[nodiscard]] std::span<const Rule> route_effects();
[[nodiscard]] std::span<const Rule> anycast_effects();
[[nodiscard]] std::span<const Rule> query_effects();

[[nodiscard]] consteval Rule effect(std::string_view id, Call call, Citation source,
                                    std::string_view says, std::string_view reading = "") {
  return {id, call, Kind::effect, source, says, reading};
}

[[nodiscard]] consteval Rule ignored(std::string_view id, Call call, Citation source,
                                     std::string_view says) {
  return {id, call, Kind::ignored, source, says, ""};
}

}  // namespace netioconf::oracle::rules
