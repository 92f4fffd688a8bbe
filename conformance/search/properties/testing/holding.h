#pragma once

#include <rapidcheck.h>

#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "conformance/execution/implementation.h"
#include "oracle/model/trace.h"

namespace netioconf::oracle {

// Shows a script in text form in RapidCheck's messages.
void showValue(const Script& script, std::ostream& stream);

}  // namespace netioconf::oracle

namespace netioconf::conformance::search::properties {

// What is wrong with the answers to a script; nullopt: nothing.
using WrongWith = std::function<std::optional<std::string>(const oracle::Script& script)>;

// Checks with RapidCheck that `wrong_with` finds nothing wrong with the scripts, and prints what kinds
// of scripts were generated. A failure prints how to repeat it and the shortest script, and writes that
// script to a file that it names.
void expect_holds(const rc::Gen<oracle::Script>& scripts, const WrongWith& wrong_with, int cases = 300);

}  // namespace netioconf::conformance::search::properties
