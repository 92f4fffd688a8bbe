#include "conformance/implementations/linux/testing/kernel.h"

#include <array>
#include <cstdio>
#include <regex>

#include "conformance/implementations/isolation/isolate.h"
#include "conformance/implementations/linux/linux_api.h"
#include "oracle/model/samples.h"

namespace netioconf::conformance::implementations::linux {
namespace {

std::string output_of(const char* command) {
  std::string output;
  std::FILE* pipe = popen(command, "r");
  std::array<char, 4096> part{};
  while (std::fgets(part.data(), static_cast<int>(part.size()), pipe) != nullptr) output += part.data();
  const int status = pclose(pipe);
  return output + "status " + std::to_string(status) + "\n";
}

oracle::RouteRow a_route() {
  return with(on(oracle::a_route(), oracle::first_luid, 0), &oracle::RouteRow::metric, 4);
}

}  // namespace

std::expected<std::unique_ptr<Transport>, std::string> kernel_in_a_child() {
  return isolation::isolated_transport("linux", linux_api);
}

oracle::RouteRow an_ipv4_route() {
  return via(to(a_route(), oracle::ipv4(198, 51, 100, 0), 24), oracle::ipv4(192, 0, 2, 1));
}

oracle::RouteRow an_ipv6_route() {
  return via(to(a_route(), oracle::ipv6(0x20010db800010000, 0), 48),
             oracle::ipv6(0x20010db800000000, 1));
}

oracle::AnycastRow an_anycast_address() {
  oracle::AnycastRow row;
  row.luid = oracle::first_luid;
  row.address = oracle::ipv6(0x20010db800010000, 7);
  return row;
}

std::string tables_of_this_machine() {
  const std::string tables = output_of(
      "ip -4 route show table all; ip -6 route show table all; ip link; ip address; "
      "ip rule; ip -6 rule; cat /proc/net/anycast6 2>&1");
  // Remaining lifetimes decrease by themselves.
  return std::regex_replace(tables, std::regex{"(expires|valid_lft|preferred_lft) [0-9]+sec"}, "$1");
}

}  // namespace netioconf::conformance::implementations::linux
