#pragma once

#include <string>

namespace netioconf::conformance::implementations::inline api {

// What --implementation names, such as "library:./libfake.so".
struct ImplementationName {
  std::string kind;      // "library", a row of the table of kinds
  std::string argument;  // "./libfake.so"; empty: the kind is the whole name

  friend bool operator==(const ImplementationName&, const ImplementationName&) = default;
};

[[nodiscard]] inline std::string text_of(const ImplementationName& name) {
  return name.argument.empty() ? name.kind : name.kind + ":" + name.argument;
}

}  // namespace netioconf::conformance::implementations::inline api
