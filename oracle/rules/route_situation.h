#pragma once

#include "oracle/rules/refusal.h"

namespace netioconf::oracle {

// All that a rule about a call with a route's row may look at.
struct RouteSituation {
  Inquiry& inquiry;
  const Host& host;
  const State& state;
  Call call = Call::create_route;
  const RouteRow* row = nullptr;      // nullptr: the caller passed NULL; then nothing below is set
  const Link* link = nullptr;         // the one that the row names; nullptr: none
  RouteKey key;                       // as the implementation compares routes; luid 0 without a link
  const RouteEntry* entry = nullptr;  // the one with that key; nullptr: none
  bool stray_bytes_refused = false;
  bool expired = false;  // there was one with that key, but its short lifetime has passed
};

[[nodiscard]] RouteSituation situate(Inquiry& inquiry, const Host& host, const State& state,
                                     const RouteCall& call);

// The key that a row read from the implementation has, on the link that it names.
[[nodiscard]] RouteKey key_of_read_row(Inquiry& inquiry, const Link& link, const RouteRow& row);

}  // namespace netioconf::oracle
