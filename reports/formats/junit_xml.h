#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

// Builds junit.xml.
namespace netioconf::reports::formats::junit_xml {

enum class Ending : std::uint8_t { passed, failed, skipped };

struct Case {
  std::string name;
  Ending ending = Ending::passed;
  std::string message;
  std::string type;
  std::string text;
};

// By name, in alphabetical order.
using Suites = std::map<std::string, std::vector<Case>>;

// Text of several lines is made legible line by line; all other texts must be one line.
[[nodiscard]] std::string document(const std::string& name, const Suites& suites);

}  // namespace netioconf::reports::formats::junit_xml
