#include "conformance/search/sweep/spaces/places.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::ipv4;
using oracle::ipv6;

Places ipv4_places() {
  return {.network = ipv4(198, 18, 0, 0),
          .length = 16,
          .gateway = ipv4(198, 18, 0, 1),
          .second_gateway = ipv4(198, 18, 0, 2),
          .inside = ipv4(198, 18, 0, 9),
          .second_inside = ipv4(198, 18, 128, 9),
          .outside = ipv4(198, 19, 0, 9),
          .far_away = ipv4(203, 0, 113, 9),
          .zero = ipv4(0, 0, 0, 0)};
}

Places ipv6_places() {
  return {.network = ipv6(0x2001'0db8'0002'0000, 0),
          .length = 48,
          .gateway = ipv6(0xfe80'0000'0000'0000, 1),
          .second_gateway = ipv6(0xfe80'0000'0000'0000, 2),
          .inside = ipv6(0x2001'0db8'0002'0000, 9),
          .second_inside = ipv6(0x2001'0db8'0002'8000, 9),
          .outside = ipv6(0x2001'0db8'0003'0000, 9),
          .far_away = ipv6(0x2001'0db8'ffff'0000, 9),
          .zero = ipv6(0, 0)};
}

}  // namespace

Places places(std::uint16_t family) {
  return family == oracle::ipv4_family ? ipv4_places() : ipv6_places();
}

}  // namespace netioconf::conformance::search::sweep::spaces
