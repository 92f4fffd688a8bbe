#pragma once

#include "oracle/rules/conditions/refusal.h"

namespace netioconf::oracle::rules::inline conditions {

// The input of a rule about a call with an anycast row.
struct AnycastSituation {
  using Arguments = AnycastCall;

  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  Call call = Call::create_anycast;
  const AnycastRow* row = nullptr;  // nullptr: the caller passed NULL; the members below are not set
  const Link* link = nullptr;       // the link that the row names; nullptr: none
  state::AnycastKey key;            // luid is 0 without a link
  const state::AnycastEntry* entry = nullptr;  // the entry with that key; nullptr: none
  bool stray_bytes_refused = false;
};

[[nodiscard]] AnycastSituation situate(readings::ChoiceEnumerator& choices, const Host& host,
                                       const state::State& state, const AnycastCall& call);

// The key of a row that was read from the implementation, on the link that the row names.
[[nodiscard]] state::AnycastKey key_of_read_row(readings::ChoiceEnumerator& choices, const Link& link,
                                                const AnycastRow& row);

}  // namespace netioconf::oracle::rules::inline conditions
