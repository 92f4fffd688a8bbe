#pragma once

#include <array>
#include <initializer_list>
#include <random>

#include "conformance/emulator/tables/addresses.h"

namespace netioconf::conformance::mutants {

// A fixed sequence of rows, addresses and links from small pools, so that the same prefixes, next hops
// and links recur and calls interact.
class RowPool {
 public:
  // Odd episodes use few rows, all valid, so that many routes compete.
  void begin(unsigned episode) { focused_ = episode % 2 == 1; }

  netioconf_host host(unsigned episode);
  MIB_IPFORWARD_ROW2 route();
  MIB_ANYCASTIPADDRESS_ROW anycast();
  // Later rows may resemble this one.
  void remember(const MIB_IPFORWARD_ROW2& row) { routes_[below(routes_.size())] = row; }
  void remember(const MIB_ANYCASTIPADDRESS_ROW& row) { anycasts_[below(anycasts_.size())] = row; }

  SOCKADDR_INET address(std::uint16_t family);
  void name_link(std::uint64_t& luid, std::uint32_t& index);
  std::uint16_t family();

  unsigned below(std::size_t bound) { return static_cast<unsigned>(random_() % bound); }
  bool rarely() { return !focused_ && below(12) == 0; }
  template <class Value>
  Value one_of(std::initializer_list<Value> values) {
    return *(values.begin() + below(values.size()));
  }

 private:
  using Bytes = std::array<std::uint8_t, 16>;

  MIB_IPFORWARD_ROW2 fresh_route();
  MIB_ANYCASTIPADDRESS_ROW fresh_anycast();
  Bytes unusual_ipv4();
  Bytes unusual_ipv6();

  std::mt19937 random_{20240229};
  std::array<MIB_IPFORWARD_ROW2, 3> routes_{};  // Some earlier rows of Create.
  std::array<MIB_ANYCASTIPADDRESS_ROW, 2> anycasts_{};
  bool focused_ = false;
};

}  // namespace netioconf::conformance::mutants
