#pragma once

#include <cstdint>

#include "fuzz/mutators/rng.h"
#include "oracle/model/host.h"
#include "oracle/model/operation.h"

// Values at which the documents, or an implementation, could begin to answer otherwise.
namespace netioconf::fuzz {

// Small machines: without a stack, without a link, with links that lack something, with two links.
[[nodiscard]] oracle::Host some_host(Chance& chance);

[[nodiscard]] std::uint16_t some_family(Chance& chance);
// An address of that family: the first and the last of each class, and ordinary ones.
[[nodiscard]] oracle::SocketAddress some_address(Chance& chance, std::uint16_t family);
// Of a few ordinary prefixes that lie in each other, so that rows meet.
[[nodiscard]] oracle::Prefix some_prefix(Chance& chance, std::uint16_t family);
[[nodiscard]] std::uint8_t some_length(Chance& chance, std::uint16_t family);
[[nodiscard]] std::uint32_t some_lifetime_s(Chance& chance);
[[nodiscard]] std::uint32_t some_number(Chance& chance);

// A value beside this one: one more, one less, another bit, another of the interesting ones.
[[nodiscard]] std::uint32_t beside(Chance& chance, std::uint32_t value);
[[nodiscard]] oracle::SocketAddress beside(Chance& chance, oracle::SocketAddress address);

// The length of a prefix within the one of this length or around it, most often the next one, in bits.
[[nodiscard]] std::uint8_t length_beside(Chance& chance, std::uint8_t length);

// How a row names its link.
struct LinkName {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
};
// A link that is there, by one of its names or both.
[[nodiscard]] LinkName some_link(Chance& chance, const oracle::Host& host);
// Also a link that isn't there, none at all, or two names that disagree.
[[nodiscard]] LinkName any_link(Chance& chance, const oracle::Host& host);

// Rows that no rule minds, most of the time.
[[nodiscard]] oracle::RouteRow some_route(Chance& chance, const oracle::Host& host);
[[nodiscard]] oracle::AnycastRow some_anycast(Chance& chance, const oracle::Host& host);

}  // namespace netioconf::fuzz
