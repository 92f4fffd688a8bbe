#include "ci/benchmarks/programs/internet_routes.h"

#include <array>

#include "oracle/model/samples.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

constexpr std::uint8_t shortest = 8;
// Hundreds of routes of each length from 8 to 24, rounded, in a table of a million.
constexpr std::array<std::uint32_t, 17> frequency{1,  1,   1,   1,   3,   6,    12,  20,  135,
                                                  83, 140, 250, 440, 530, 1100, 980, 6000};

// Below 224.0.0.0, and not of a network with a meaning of its own.
bool is_ordinary(std::uint32_t number) {
  const std::uint32_t first = number >> 24U;
  return first > 0 && first < 224 && first != 127 && first != 169;
}

std::uint32_t mask(std::uint8_t length) { return length == 0 ? 0 : ~0U << (32U - length); }

}  // namespace

std::uint32_t number_of(const oracle::SocketAddress& address) {
  const oracle::IpBytes bytes = oracle::ip_bytes(address);
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8U | bytes[i];
  return number;
}

oracle::SocketAddress address_of(std::uint32_t number) {
  const auto byte = [number](unsigned shift) { return static_cast<std::uint8_t>(number >> shift); };
  return oracle::ipv4(byte(24), byte(16), byte(8), byte(0));
}

std::uint32_t address_in(const oracle::RouteRow& route, std::uint32_t any) {
  const std::uint32_t fixed = mask(route.destination.length);
  return (number_of(route.destination.address) & fixed) | (any & ~fixed);
}

oracle::RouteRow InternetRoutes::next() {
  std::discrete_distribution<unsigned> lengths(frequency.begin(), frequency.end());
  for (;;) {
    const auto length = static_cast<std::uint8_t>(shortest + lengths(random_));
    const std::uint32_t number = static_cast<std::uint32_t>(random_()) & mask(length);
    if (!is_ordinary(number)) continue;
    if (!used_.insert(std::uint64_t{number} << 8U | length).second) continue;
    const oracle::RouteRow route = oracle::via(oracle::a_route(), oracle::ipv4(192, 0, 2, 1));
    return oracle::to(route, address_of(number), length);
  }
}

}  // namespace netioconf::ci::benchmarks::programs
