#pragma once

#include "oracle/rules/conditions/refusal.h"

namespace netioconf::oracle::rules::inline conditions {

// The input of a rule about a call with a route row.
struct RouteSituation {
  using Arguments = RouteCall;

  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  Call call = Call::create_route;
  const RouteRow* row = nullptr;  // nullptr: the caller passed NULL; the members below are not set
  const Link* link = nullptr;     // the link that the row names; nullptr: none
  state::RouteKey key;            // as the implementation compares routes; luid is 0 without a link
  const state::RouteEntry* entry = nullptr;  // the entry with that key; nullptr: none
  // The answers to the questions that decide how the key is compared.
  bool stray_bytes_refused = false;
  bool host_bits_refused = false;  // in a lookup
  bool next_hop_refused = false;   // because its family is 0
  bool takes_any_route = false;    // a Get without a prefix or next hop returns the first match
  bool expired = false;            // the entry with that key had a short lifetime and has expired
};

[[nodiscard]] RouteSituation situate(readings::ChoiceEnumerator& choices, const Host& host,
                                     const state::State& state, const RouteCall& call);

// The key of a row that was read from the implementation, on the link that the row names.
[[nodiscard]] state::RouteKey key_of_read_row(readings::ChoiceEnumerator& choices, const Link& link,
                                              const RouteRow& row);

}  // namespace netioconf::oracle::rules::inline conditions
