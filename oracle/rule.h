#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "oracle/operation.h"
#include "oracle/status.h"

namespace netioconf::oracle {

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

// Every rule, sorted by id.
[[nodiscard]] std::span<const Rule> rules();

// nullptr if there is no such rule.
[[nodiscard]] const Rule* find_rule(std::string_view id);

// The statuses that a refusal promises under any answer; empty for the other rules.
[[nodiscard]] StatusSet promised_statuses(const Rule& rule);

// A sentence of the pages that promises nothing that a test can observe, and the reason.
struct Unpromised {
  Citation source;
  std::string_view says;
  std::string_view why;
};
[[nodiscard]] std::span<const Unpromised> unpromised();

}  // namespace netioconf::oracle
