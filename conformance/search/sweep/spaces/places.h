#pragma once

#include <cstdint>

#include "oracle/model/address.h"

namespace netioconf::conformance::search::sweep::spaces {

// A prefix in a range reserved for tests, its length, a gateway, and addresses inside and outside of it.
struct Places {
  oracle::SocketAddress network;
  std::uint8_t length = 0;  // bits
  oracle::SocketAddress gateway;
  oracle::SocketAddress second_gateway;
  oracle::SocketAddress inside;         // in the lower half of the network
  oracle::SocketAddress second_inside;  // in the upper half of the network
  oracle::SocketAddress outside;        // in the network that differs in the last bit of the prefix
  oracle::SocketAddress far_away;       // in no network above
  oracle::SocketAddress zero;
};
[[nodiscard]] Places places(std::uint16_t family);

}  // namespace netioconf::conformance::search::sweep::spaces
