#pragma once

#include <string>
#include <string_view>

#include "conformance/export/reproduction.h"

namespace netioconf::conformance {

// How a language writes what a script's body needs.
struct Dialect {
  std::string_view address_of;   // before a variable that a call takes: "&" in C
  std::string_view of_link;      // between a link and its member: "->" in C
  std::string_view no_row;       // for NULL
  std::string_view no_link;      // for a link that isn't there
  std::string_view long_number;  // behind a number of 64 bits: "ull" in C
  std::string_view route_row;    // before the name of a variable
  std::string_view anycast_row;
  std::string_view address_row;
  std::string_view ways_type;
  std::string_view luid_variable;  // before the name of one that a call takes
  std::string_view byte;           // of a literal, with {0}
  std::string_view memory;
  std::string_view expected_route;    // with {0} to {4}: name, row, members left, left out, origin
  std::string_view expected_anycast;  // with {0} to {2}: name, row, scope
  std::string_view poke;              // with {0} to {2}: row, offset, value
};

[[nodiscard]] const Dialect& c_dialect();
[[nodiscard]] const Dialect& csharp_dialect();

// The machine that the script asks for, in the order of netioconf_host, as an initializer's members.
[[nodiscard]] std::string host_members(const oracle::Host& host, const Dialect& dialect);

// The statements that carry the script out and say what is allowed, each line behind `indent`.
[[nodiscard]] std::string body(const Reproduction& reproduction, const Dialect& dialect,
                               std::string_view indent);

// What a reader must know first, as lines without any comment signs: the script, its idea, the rule with
// page and section, the questions that are open.
[[nodiscard]] std::vector<std::string> introduction(const Reproduction& reproduction);

// True if the script touches only addresses that are reserved for documentation and tests.
[[nodiscard]] bool only_reserved_addresses(const oracle::Script& script);

}  // namespace netioconf::conformance
