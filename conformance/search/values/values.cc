#include "conformance/search/values/values.h"

#include "oracle/model/rows.h"

namespace netioconf::conformance::search::values {
namespace {

using oracle::ipv4;
using oracle::ipv6;
using oracle::SocketAddress;

constexpr std::uint64_t all = ~0ULL;

SocketAddress with_family(SocketAddress address, std::uint16_t family) {
  address.family = family;
  return address;
}

SocketAddress with_byte(SocketAddress address, std::size_t position, std::uint8_t value) {
  address.bytes[position] = value;
  return address;
}

const std::vector<SocketAddress>& ipv4_of_every_class() {
  static const std::vector<SocketAddress> list = {
      ipv4(0, 0, 0, 0),         ipv4(0, 0, 0, 1),         ipv4(0, 0, 0, 2),
      ipv4(0, 255, 255, 255),   ipv4(1, 0, 0, 0),         ipv4(126, 255, 255, 255),
      ipv4(127, 0, 0, 0),       ipv4(127, 0, 0, 1),       ipv4(127, 255, 255, 255),
      ipv4(128, 0, 0, 0),       ipv4(169, 253, 255, 255), ipv4(169, 254, 0, 0),
      ipv4(169, 254, 255, 255), ipv4(169, 255, 0, 0),     ipv4(223, 255, 255, 255),
      ipv4(224, 0, 0, 0),       ipv4(224, 0, 0, 1),       ipv4(239, 255, 255, 255),
      ipv4(240, 0, 0, 0),       ipv4(240, 0, 0, 1),       ipv4(255, 255, 255, 254),
      ipv4(255, 255, 255, 255), ipv4(10, 0, 0, 0)};
  return list;
}

const std::vector<SocketAddress>& ipv6_of_every_class() {
  static const std::vector<SocketAddress> list = {ipv6(0, 0),
                                                  ipv6(0, 1),
                                                  ipv6(0, 2),
                                                  ipv6(0, 0x0000'fffe'ffff'ffff),
                                                  ipv6(0, 0x0000'ffff'0000'0000),
                                                  ipv6(0, 0x0000'ffff'c612'0001),
                                                  ipv6(0, 0x0000'ffff'ffff'ffff),
                                                  ipv6(0, 0x0001'0000'0000'0000),
                                                  ipv6(1, 0x0000'ffff'c612'0001),
                                                  ipv6(0xfe7f'ffff'ffff'ffff, all),
                                                  ipv6(0xfe80'0000'0000'0000, 0),
                                                  ipv6(0xfe80'0000'0000'0000, 1),
                                                  ipv6(0xfebf'ffff'ffff'ffff, all),
                                                  ipv6(0xfec0'0000'0000'0000, 0),
                                                  ipv6(0xfeff'ffff'ffff'ffff, all),
                                                  ipv6(0xff00'0000'0000'0000, 0),
                                                  ipv6(0xff02'0000'0000'0000, 1),
                                                  ipv6(all, all),
                                                  ipv6(0x2001'0db8'0000'0000, 0)};
  return list;
}

}  // namespace

const std::vector<SocketAddress>& addresses_of_every_class(std::uint16_t family) {
  return family == oracle::ipv4_family ? ipv4_of_every_class() : ipv6_of_every_class();
}

std::vector<SocketAddress> of_no_family(const SocketAddress& address) {
  std::vector<SocketAddress> list = {SocketAddress{}};
  for (const std::uint16_t family : families()) {
    if (!oracle::is_ip(family)) list.push_back(with_family(address, family));
  }
  return list;
}

std::uint16_t other_family(std::uint16_t family) {
  return family == oracle::ipv4_family ? oracle::ipv6_family : oracle::ipv4_family;
}

SocketAddress other_family_address(std::uint16_t family) {
  return family == oracle::ipv4_family ? ipv6(0x2001'0db8'0007'0000, 0) : ipv4(192, 0, 2, 0);
}

std::vector<SocketAddress> with_stray_bytes(const SocketAddress& address) {
  // Port, flow info and scope id; or port, sin_zero and the rest of SOCKADDR_INET.
  const bool is_ipv4 = address.family == oracle::ipv4_family;
  const std::vector<std::size_t> positions = is_ipv4 ? std::vector<std::size_t>{0, 1, 6, 13, 14, 25}
                                                     : std::vector<std::size_t>{0, 1, 2, 5, 22, 25};
  std::vector<SocketAddress> list;
  for (const std::size_t position : positions) {
    list.push_back(with_byte(address, position, 1));
    list.push_back(with_byte(address, position, 0x80));
  }
  return list;
}

const std::vector<std::uint16_t>& families() {
  static const std::vector<std::uint16_t> list = {
      0, 2, 23, 1, 3, 10, 17, 22, 24, 0x0102, 0x0117, 0x0200, 0x1700, 0x8002, 0x8017, 0xffff};
  return list;
}

// The limits of the lengths of both families, the lengths of the plain prefixes, and their neighbours.
const std::vector<std::uint8_t>& prefix_lengths() {
  static const std::vector<std::uint8_t> list = {0,  1,  7,  8,  9,  15, 16, 17,  24,  31,  32,  33,
                                                 47, 48, 49, 63, 64, 65, 96, 127, 128, 129, 254, 255};
  return list;
}

const std::vector<std::uint8_t>& site_prefix_lengths() {
  static const std::vector<std::uint8_t> list = {0,  1,  8,  9,  15, 16,  17,  24,  31,  32,  33,
                                                 47, 48, 49, 64, 65, 127, 128, 129, 200, 254, 255};
  return list;
}

// A script can take an hour, so a route with a shorter lifetime may have expired. Such routes prove
// less.
const std::vector<std::uint32_t>& lifetimes_s() {
  static const std::vector<std::uint32_t> list = {
      0,     1,           2,           3599,        3600,        3601,        65535,      65536,
      86400, 0x7fff'fffe, 0x7fff'ffff, 0x8000'0000, 0x8000'0001, 0xffff'fffe, 0xffff'ffff};
  return list;
}

const std::vector<std::uint32_t>& metrics() {
  static const std::vector<std::uint32_t> list = {0,
                                                  1,
                                                  255,
                                                  256,
                                                  65535,
                                                  65536,
                                                  0x00ff'ffff,
                                                  0x7fff'ffff,
                                                  0x8000'0000,
                                                  0xffff'fffe,
                                                  oracle::unused_metric};
  return list;
}

const std::vector<std::uint32_t>& protocols() {
  static const std::vector<std::uint32_t> list = {
      0,     1,     2,     4,     14,    15,          19,          20,
      10001, 10002, 10006, 10007, 10008, 0x7fff'ffff, 0x8000'0003, 0xffff'ffff};
  return list;
}

const std::vector<std::uint8_t>& flags() {
  static const std::vector<std::uint8_t> list = {0, 1, 2, 0x80, 0xff};
  return list;
}

const std::vector<std::uint32_t>& ages_s() {
  static const std::vector<std::uint32_t> list = {0, 1, 77, 0x8000'0000, 0xffff'ffff};
  return list;
}

const std::vector<std::uint32_t>& origins() {
  static const std::vector<std::uint32_t> list = {0, 1, 2, 3, 4, 5, 99, 0x8000'0000, 0xffff'ffff};
  return list;
}

const std::vector<std::uint32_t>& scope_ids() {
  static const std::vector<std::uint32_t> list = {0,           1,           0x1000'0000, 0x1234'5678,
                                                  0x8000'0000, 0xe000'0000, 0xffff'ffff};
  return list;
}

}  // namespace netioconf::conformance::search::values
