#pragma once

#include "oracle/rules/refusal.h"

namespace netioconf::oracle {

// All that a rule about a call with an anycast address's row may look at.
struct AnycastSituation {
  Inquiry& inquiry;
  const Host& host;
  const State& state;
  Call call = Call::create_anycast;
  const AnycastRow* row = nullptr;      // nullptr: the caller passed NULL; then nothing below is set
  const Link* link = nullptr;           // the one that the row names; nullptr: none
  AnycastKey key;                       // luid 0 without a link
  const AnycastEntry* entry = nullptr;  // the one with that key; nullptr: none
  bool stray_bytes_refused = false;
};

[[nodiscard]] AnycastSituation situate(Inquiry& inquiry, const Host& host, const State& state,
                                       const AnycastCall& call);

// The key that a row read from the implementation has, on the link that it names.
[[nodiscard]] AnycastKey key_of_read_row(Inquiry& inquiry, const Link& link, const AnycastRow& row);

// The rules under which create_, get_ and delete_anycast fail.
[[nodiscard]] std::span<const Refusal<AnycastSituation>> create_anycast_refusals();
[[nodiscard]] std::span<const Refusal<AnycastSituation>> get_anycast_refusals();
[[nodiscard]] std::span<const Refusal<AnycastSituation>> delete_anycast_refusals();
[[nodiscard]] std::span<const Refusal<AnycastSituation>> anycast_refusals(Call call);

}  // namespace netioconf::oracle
