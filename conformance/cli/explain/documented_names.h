#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/calls.h"

namespace netioconf::conformance::cli::explain {

// A documented structure with its members: "DestinationPrefix.Prefix".
struct Structure {
  std::string_view name;
  oracle::Entries entries;  // that it describes
  std::vector<std::string_view> members;
};
[[nodiscard]] const std::vector<Structure>& structures();

// A documented parameter of a function, or of the callback of NotifyRouteChange2.
struct Parameter {
  std::string_view name;
  std::string owner;  // "GetBestRoute2", "the callback of NotifyRouteChange2"
  oracle::Call call;  // the function
};
// In the order of the functions and of their parameters.
[[nodiscard]] const std::vector<Parameter>& parameters();

// The parameter that an argument of a script stands for: "Table" for "no Table". "" if there is none.
[[nodiscard]] std::string_view parameter_of(std::string_view argument);

}  // namespace netioconf::conformance::cli::explain
