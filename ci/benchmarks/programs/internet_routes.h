#pragma once

#include <cstdint>
#include <random>
#include <unordered_set>

#include "oracle/model/rows.h"

namespace netioconf::ci::benchmarks::programs {

// Different IPv4 routes whose prefix lengths are as frequent as in the routing table of the Internet.
// The same ones in every run.
class InternetRoutes {
 public:
  // The next route, on the link of oracle::plain_host().
  [[nodiscard]] oracle::RouteRow next();

 private:
  std::mt19937_64 random_{20261130};
  std::unordered_set<std::uint64_t> used_;
};

// The IPv4 address of a destination as a number.
[[nodiscard]] std::uint32_t number_of(const oracle::SocketAddress& address);
[[nodiscard]] oracle::SocketAddress address_of(std::uint32_t number);

// An address that the route covers.
[[nodiscard]] std::uint32_t address_in(const oracle::RouteRow& route, std::uint32_t any);

}  // namespace netioconf::ci::benchmarks::programs
