#pragma once

#include <cstdint>
#include <string_view>

#include "oracle/model/operation.h"
#include "oracle/model/status.h"

namespace netioconf::oracle {

// Where a promise stands. "CreateIpForwardEntry2", "Return value".
struct Citation {
  std::string_view page;
  std::string_view section;
};

enum class Kind : std::uint8_t {
  refusal,  // under a condition the call fails with a status
  effect,   // what a successful call does, and what no call does
  ignored,  // a member of the caller's row that must not matter
};

// The words of a rule: one documented promise. The id is the folder of its scripts, the name in a report
// and the parameter of its tests.
struct Rule {
  std::string_view id;
  Call call;
  Kind kind;
  Citation source;
  std::string_view says;  // in our own words
  std::string_view
      reading;  // id of the question under whose answer it holds; empty where the pages are plain
};

}  // namespace netioconf::oracle
