#pragma once

#include <cstdint>

#include "fuzz/mutators/rng.h"
#include "oracle/model/host.h"
#include "oracle/model/operation.h"

// Values at which the documents, or an implementation, may change their answer.
namespace netioconf::fuzz::mutators {

// Small hosts: without a stack, without a link, with links that lack something, with two links.
[[nodiscard]] oracle::Host some_host(Rng& rng);

[[nodiscard]] std::uint16_t some_family(Rng& rng);
// An address of that family: the first or last of a class, or an ordinary one.
[[nodiscard]] oracle::SocketAddress some_address(Rng& rng, std::uint16_t family);
// One of a few ordinary prefixes that contain each other, so that rows interact.
[[nodiscard]] oracle::Prefix some_prefix(Rng& rng, std::uint16_t family);
[[nodiscard]] std::uint8_t some_length(Rng& rng, std::uint16_t family);
[[nodiscard]] std::uint32_t some_lifetime_s(Rng& rng);
[[nodiscard]] std::uint32_t some_number(Rng& rng);

// A value close to this one: one more, one less, one bit different, or another boundary value.
[[nodiscard]] std::uint32_t beside(Rng& rng, std::uint32_t value);
[[nodiscard]] oracle::SocketAddress beside(Rng& rng, oracle::SocketAddress address);

// A prefix length close to this one, most often the next one, in bits.
[[nodiscard]] std::uint8_t length_beside(Rng& rng, std::uint8_t length);

// How a row names its link.
struct LinkIdentifier {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
};
// An existing link, by one of its names or both.
[[nodiscard]] LinkIdentifier some_link(Rng& rng, const oracle::Host& host);
// Also a link that does not exist, no link, or two names that disagree.
[[nodiscard]] LinkIdentifier any_link(Rng& rng, const oracle::Host& host);

// Most of these rows break no rule.
[[nodiscard]] oracle::RouteRow some_route(Rng& rng, const oracle::Host& host);
[[nodiscard]] oracle::AnycastRow some_anycast(Rng& rng, const oracle::Host& host);

}  // namespace netioconf::fuzz::mutators
