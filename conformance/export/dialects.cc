#include "conformance/export/body.h"

namespace netioconf::conformance::exporting {

const Dialect& c_dialect() {
  static constexpr Dialect dialect{
      .address_of = "&",
      .of_link = "->",
      .no_row = "NULL",
      .no_link = "NULL",
      .long_number = "ull",
      .route_row = "MIB_IPFORWARD_ROW2 ",
      .anycast_row = "MIB_ANYCASTIPADDRESS_ROW ",
      .address_row = "const SOCKADDR_INET ",
      .ways_type = "unsigned long long",
      .luid_variable = "const unsigned long long ",
      .byte = "\\{:03o}",
      .memory = "static struct memory {0}_{1};",
      .expected_route = "struct expected_route {0} = expect_route({1}, {2}, {3}, &{4});",
      .expected_anycast = "struct expected_anycast {0} = expect_anycast({1}, &{2});",
      .poke = "((unsigned char*)&{0})[{1}] = {2};"};
  return dialect;
}

const Dialect& csharp_dialect() {
  static constexpr Dialect dialect{
      .of_link = ".",
      .no_row = "null",
      .no_link = "null",
      .long_number = "ul",
      .route_row = "RouteRow ",
      .anycast_row = "AnycastRow ",
      .address_row = "Address ",
      .ways_type = "ulong",
      .luid_variable = "ulong? ",
      .byte = "\\u{:04x}",
      .memory = "Memory {0}_{1} = new Memory();",
      .expected_route = "ExpectedRoute {0} = new ExpectedRoute({1}, {2}, {3}, {4});",
      .expected_anycast = "ExpectedAnycast {0} = new ExpectedAnycast({1}, {2});",
      .poke = "{0}.bytes[{1}] = {2};"};
  return dialect;
}

}  // namespace netioconf::conformance::exporting
