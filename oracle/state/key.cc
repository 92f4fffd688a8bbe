#include "oracle/state/key.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "oracle/model/hash.h"

namespace netioconf::oracle::state {
namespace {

std::uint64_t mixed(std::uint64_t hash, const SocketAddress& address) {
  std::array<std::uint64_t, 4> words{};
  std::memcpy(words.data(), &address, sizeof(address));
  for (const std::uint64_t word : words) hash = mix(hash, word);
  return hash;
}

// The position of bytes outside the IP address, counted from the end of the family.
struct Span {
  std::size_t first;
  std::size_t size;
};

// In the order of StrayKind; size 0: the family has no such bytes.
using Strays = std::array<Span, readings::stray_kinds>;
constexpr Strays ipv4_strays = {{{0, 2}, {0, 0}, {0, 0}, {6, 8}, {14, 12}}};
constexpr Strays ipv6_strays = {{{0, 2}, {2, 4}, {22, 4}, {0, 0}, {0, 0}}};

bool has_any(const SocketAddress& address, Span span) {
  const auto first = address.bytes.begin() + static_cast<std::ptrdiff_t>(span.first);
  return std::any_of(first, first + static_cast<std::ptrdiff_t>(span.size),
                     [](std::uint8_t byte) { return byte != 0; });
}

void clear(SocketAddress& address, Span span) {
  std::fill_n(address.bytes.begin() + static_cast<std::ptrdiff_t>(span.first), span.size,
              std::uint8_t{0});
}

const Strays& strays_of(std::uint16_t family) {
  return family == ipv4_family ? ipv4_strays : ipv6_strays;
}

bool is_scope_of_link(const SocketAddress& address, std::size_t kind, std::uint32_t index) {
  if (kind != static_cast<std::size_t>(readings::StrayKind::scope_id)) return false;
  std::uint32_t scope = 0;
  std::memcpy(&scope, &address.bytes.at(ipv6_strays.at(kind).first), sizeof(scope));
  return scope == index;
}

}  // namespace

std::size_t KeyHash::operator()(const DestinationKey& key) const {
  return mixed(mix(mix(0, key.luid), key.length), key.destination);
}

std::size_t KeyHash::operator()(const RouteKey& key) const {
  return mixed((*this)(key.to), key.next_hop);
}

std::size_t KeyHash::operator()(const AnycastKey& key) const {
  return mixed(mix(0, key.luid), key.address);
}

ComparedAddress compared(readings::ChoiceEnumerator& choices, const SocketAddress& address,
                         readings::KeyMember member, std::uint32_t index) {
  ComparedAddress result{.address = address, .refused = false};
  if (address == bare(address)) return result;  // Most addresses have no bytes to look at.
  const auto& strays = strays_of(address.family);
  const auto position = static_cast<std::size_t>(member);
  for (std::size_t kind = 0; kind < strays.size(); ++kind) {
    if (!has_any(address, strays[kind])) continue;
    const std::size_t subject = is_scope_of_link(address, kind, index)
                                    ? readings::first_scope_of_link + position
                                    : position * strays.size() + kind;
    const auto answer = choices.ask<readings::stray_bytes>(subject);
    if (answer != readings::StrayBytes::distinguished) clear(result.address, strays[kind]);
    if (answer == readings::StrayBytes::refused) result.refused = true;
  }
  return result;
}

bool has_stray_bytes(const SocketAddress& address, readings::StrayKind kind) {
  return has_any(address, strays_of(address.family)[static_cast<std::size_t>(kind)]);
}

bool has_host_bits(const Prefix& prefix) {
  return masked(prefix.address, prefix.length) != prefix.address;
}

}  // namespace netioconf::oracle::state
