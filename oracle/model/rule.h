#pragma once

#include <cstdint>
#include <string_view>

#include "oracle/model/operation.h"
#include "oracle/model/status.h"

namespace netioconf::oracle::inline model {

// The place of a promise in the documents: "CreateIpForwardEntry2", "Return value".
struct Citation {
  std::string_view page;
  std::string_view section;
};

enum class Kind : std::uint8_t {
  refusal,  // the call fails with a status if a condition holds
  effect,   // what a successful call does, or what no call does
  ignored,  // a member of the caller's row that must have no influence
};

// A rule: one documented promise. Its id is the name of its folder of scripts, its name in a report and
// the parameter of its tests.
struct Rule {
  std::string_view id;
  Call call;
  Kind kind;
  Citation source;
  std::string_view says;     // the promise, not in the words of the page
  std::string_view reading;  // id of the question that it depends on; empty if the pages are unambiguous
};

}  // namespace netioconf::oracle::inline model
