#pragma once

#include "oracle/rules/refusal.h"

namespace netioconf::oracle::rules {

// The input of a rule about a call with a route row.
struct RouteSituation {
  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  Call call = Call::create_route;
  const RouteRow* row = nullptr;  // nullptr: the caller passed NULL; the members below are not set
  const Link* link = nullptr;     // the link that the row names; nullptr: none
  state::RouteKey key;            // as the implementation compares routes; luid is 0 without a link
  const state::RouteEntry* entry = nullptr;  // the entry with that key; nullptr: none
  bool stray_bytes_refused = false;
  bool expired = false;  // the entry with that key had a short lifetime and has expired
};

[[nodiscard]] RouteSituation situate(readings::ChoiceEnumerator& choices, const Host& host,
                                     const state::State& state, const RouteCall& call);

// The key of a row that was read from the implementation, on the link that the row names.
[[nodiscard]] state::RouteKey key_of_read_row(readings::ChoiceEnumerator& choices, const Link& link,
                                              const RouteRow& row);

}  // namespace netioconf::oracle::rules
