#pragma once

#include <span>
#include <string>
#include <vector>

#include "conformance/export/reproduction.h"
#include "reports/known/known.h"

namespace netioconf::conformance::exporting {

struct LeftOut {
  std::string script;  // its name
  std::string why;
};

// What one file of tests contains.
struct WinetestScripts {
  std::vector<Reproduction> reproductions;
  std::vector<LeftOut> left_out;
};

// The scripts that a program can express, in their order, and the others. `comments` are those of the
// scripts, one for each.
[[nodiscard]] WinetestScripts winetest_scripts(std::span<const oracle::Script> scripts,
                                               std::span<const std::string> comments,
                                               oracle::readings::Profile profile);

// A C file in the conventions of Wine's tests, with a test function for each rule that the scripts are
// named after. What `known_in_wine` lists is marked as todo_wine. See wine/README.md.
[[nodiscard]] std::string winetest_program(const WinetestScripts& scripts,
                                           const reports::known::Known& known_in_wine);

}  // namespace netioconf::conformance::exporting
