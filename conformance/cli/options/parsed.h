#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "reports/model/invocation.h"

namespace CLI {
class Option;
}  // namespace CLI

namespace netioconf::conformance::cli::options {

// What the options say that the parser, CLI11, does not keep, and what it found: the action of the
// subcommand that was given.
struct Parsed {
  std::string program;  // argv[0]
  std::map<const CLI::Option*, reports::Decides> decides;
  std::map<const CLI::Option*, std::vector<std::string>> choices;  // all values, if they are limited
  std::function<int()> action;
};

}  // namespace netioconf::conformance::cli::options
