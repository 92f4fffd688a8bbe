#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/export/reproduction.h"

namespace netioconf::conformance::exporting {

// How a language writes the parts of a script's body.
struct Dialect {
  std::string_view address_of;   // before a variable that a call takes: "&" in C
  std::string_view of_link;      // between a link and its member: "->" in C
  std::string_view no_row;       // for NULL
  std::string_view no_link;      // for a link that does not exist
  std::string_view long_number;  // after a number of 64 bits: "ull" in C
  std::string_view route_row;    // before the name of a variable
  std::string_view anycast_row;
  std::string_view address_row;
  std::string_view ways_type;
  std::string_view luid_variable;  // before the name of one that is passed to a call
  std::string_view byte;           // of a literal, with {0}
  std::string_view memory;
  std::string_view expected_route;    // with {0} to {4}: name, row, members left, left out, origin
  std::string_view expected_anycast;  // with {0} to {2}: name, row, scope
  std::string_view poke;              // with {0} to {2}: row, offset, value
};

[[nodiscard]] const Dialect& c_dialect();
[[nodiscard]] const Dialect& csharp_dialect();

// The members of an initializer for the machine of the script, in the order of netioconf_host.
[[nodiscard]] std::string host_members(const oracle::Host& host, const Dialect& dialect);

// Further statements before the call of a step.
using BeforeCall = std::function<std::vector<std::string>(const ReproducedStep&)>;

// The statements that run the script and state what is allowed. Each line starts with `indent`.
[[nodiscard]] std::string body(const Reproduction& reproduction, const Dialect& dialect,
                               std::string_view indent, const BeforeCall& before_call = {});

// The introduction for a reader, as lines without comment signs: the script with its name and comment,
// the rule with page and section, and the open questions.
[[nodiscard]] std::vector<std::string> introduction(const Reproduction& reproduction);

// Whether the script changes only addresses that are reserved for documentation and tests.
[[nodiscard]] bool only_reserved_addresses(const oracle::Script& script);

}  // namespace netioconf::conformance::exporting
