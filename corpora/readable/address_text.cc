#include "corpora/readable/address_text.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "corpora/codec/codec_rows.h"
#include "oracle/words/describe.h"

namespace netioconf::corpora::readable {
namespace {

// Where the IP address begins in the bytes of a SocketAddress.
constexpr std::size_t ipv4_offset = 2;
constexpr std::size_t ipv6_offset = 6;

std::optional<oracle::SocketAddress> socket_address_from(const std::string& text) {
  oracle::SocketAddress address;
  if (inet_pton(AF_INET, text.c_str(), &address.bytes[ipv4_offset]) == 1) {
    address.family = oracle::ipv4_family;
    return address;
  }
  if (inet_pton(AF_INET6, text.c_str(), &address.bytes[ipv6_offset]) == 1) {
    address.family = oracle::ipv6_family;
    return address;
  }
  return std::nullopt;
}

std::optional<std::uint8_t> length_from(std::string_view text, std::uint8_t most) {
  std::uint8_t length = 0;
  const bool has_leading_zero = text.size() > 1 && text.front() == '0';
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc{} || end != text.data() + text.size() || has_leading_zero || length > most)
    return std::nullopt;
  return length;
}

bool same(const google::protobuf::MessageLite& left, const google::protobuf::MessageLite& right) {
  return left.SerializeAsString() == right.SerializeAsString();
}

}  // namespace

std::optional<proto::Address> address_from(std::string_view text) {
  const auto address = socket_address_from(std::string(text));
  if (!address) return std::nullopt;
  return codec::encode(*address);
}

std::optional<proto::Prefix> prefix_from(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const auto address = socket_address_from(std::string(text.substr(0, slash)));
  if (!address) return std::nullopt;
  const auto length = length_from(text.substr(slash + 1), oracle::address_bits(address->family));
  if (!length) return std::nullopt;
  proto::Prefix prefix;
  *prefix.mutable_address() = codec::encode(*address);
  if (*length != 0) prefix.set_length(*length);
  return prefix;
}

std::optional<std::string> text_of(const proto::Address& address) {
  std::string text = oracle::words::describe(codec::decode(address));
  const auto again = address_from(text);
  if (!again || !same(*again, address)) return std::nullopt;
  return text;
}

std::optional<std::string> text_of(const proto::Prefix& prefix) {
  std::string text =
      fmt::format("{}/{}", oracle::words::describe(codec::decode(prefix.address())), prefix.length());
  const auto again = prefix_from(text);
  if (!again || !same(*again, prefix)) return std::nullopt;
  return text;
}

}  // namespace netioconf::corpora::readable
