#pragma once

#include "oracle/rules/conditions/refusal.h"

namespace netioconf::oracle::rules::inline conditions {

// The members of a key that the caller of Get leaves out, if the call takes such a row.
struct LeftOut {
  bool destination = false;
  bool next_hop = false;
  bool link = false;

  [[nodiscard]] bool any() const { return destination || next_hop || link; }
};

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
  bool next_hop_kept = false;      // read back as it was passed, though compared as on-link
  LeftOut left_out;                // Get returns a route that matches the other members
  bool found = false;              // there is an entry with that key or a route that matches
  bool expired = false;            // the entry with that key had a short lifetime and has expired
};

[[nodiscard]] RouteSituation situate(readings::ChoiceEnumerator& choices, const Host& host,
                                     const state::State& state, const RouteCall& call);

// Whether Get may return this route: it has the members that the caller did not leave out.
[[nodiscard]] bool matches(const RouteSituation& situation, const state::RouteKey& key);

// Whether a route read with this next hop, an address of its own link, is the on-link route.
[[nodiscard]] bool is_compared_as_on_link(readings::ChoiceEnumerator& choices, const Link& link,
                                          const SocketAddress& next_hop);

// The key of a row that was read from the implementation, on the link that the row names.
[[nodiscard]] state::RouteKey key_of_read_row(readings::ChoiceEnumerator& choices, const Link& link,
                                              const RouteRow& row);

// The route that a row shows, if there is one. The row was read from the implementation.
struct ShownRoute {
  const Link* link = nullptr;  // nullptr: the link does not exist
  state::RouteKey key;
  const state::RouteEntry* entry = nullptr;  // nullptr: the route does not exist
};
[[nodiscard]] ShownRoute shown_route(readings::ChoiceEnumerator& choices, const Host& host,
                                     const state::State& state, const RouteRow& row);

}  // namespace netioconf::oracle::rules::inline conditions
