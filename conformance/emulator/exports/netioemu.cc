// The functions of netioemu.h.
#pragma GCC visibility push(default)
#include "conformance/emulator/exports/netioemu.h"
#pragma GCC visibility pop

#include <algorithm>
#include <array>
#include <string_view>

#include "conformance/emulator/exports/library.h"
#include "conformance/emulator/machine/address_text.h"
#include "conformance/emulator/machine/host_changes.h"

namespace netioconf::conformance::emulator::exports {
namespace {

struct Function {
  std::string_view name;
  Call call;
};

constexpr std::array functions = {
    Function{"CreateIpForwardEntry2", Call::route_create},
    Function{"SetIpForwardEntry2", Call::route_set},
    Function{"GetIpForwardEntry2", Call::route_get},
    Function{"DeleteIpForwardEntry2", Call::route_delete},
    Function{"GetIpForwardTable2", Call::route_table},
    Function{"GetBestRoute2", Call::best_route},
    Function{"NotifyRouteChange2", Call::route_notify},
    Function{"CancelMibChangeNotify2", Call::notify_cancel},
    Function{"CreateAnycastIpAddressEntry", Call::anycast_create},
    Function{"GetAnycastIpAddressEntry", Call::anycast_get},
    Function{"DeleteAnycastIpAddressEntry", Call::anycast_delete},
    Function{"GetAnycastIpAddressTable", Call::anycast_table},
    Function{"GetIpInterfaceEntry", Call::link_get},
};

std::string_view text_of(const char* text) { return text == nullptr ? std::string_view() : text; }

int change(const std::function<bool(netioconf_host&)>& change) {
  return library().emulator().change_host(change);
}

std::optional<Delivery> delivery_of(int where) {
  switch (where) {
    case NETIOEMU_CALLERS_THREAD:
      return Delivery::callers_thread;
    case NETIOEMU_OWN_THREAD:
      return Delivery::own_thread;
    case NETIOEMU_CONCURRENT:
      return Delivery::concurrent;
    default:
      return std::nullopt;
  }
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports

namespace exports = netioconf::conformance::emulator::exports;
namespace emulator = netioconf::conformance::emulator;

extern "C" {

int netioemu_start(const char* personality) {
  return exports::library().start(exports::text_of(personality)) ? 0 : 1;
}

int netioemu_seed_like_windows(void) {
  exports::library().emulator().seed_like_windows();
  return 0;
}

int netioemu_set_callbacks(int where) {
  const auto delivery = exports::delivery_of(where);
  return delivery && exports::library().set_delivery(*delivery) ? 0 : 1;
}

int netioemu_wait_for_callbacks(void) {
  exports::library().emulator().wait_for_callbacks();
  return 0;
}

int netioemu_add_link(const netioemu_link* link) {
  if (link == nullptr) return 1;
  const netioconf_link added = {.luid = link->luid,
                                .index = link->index,
                                .ipv4 = 1,
                                .ipv6 = 1,
                                .routes = 1,
                                .loopback = link->loopback,
                                .ipv4_metric = link->metric,
                                .ipv6_metric = link->metric};
  return exports::change([&](netioconf_host& host) { return emulator::add_link(host, added); });
}

int netioemu_remove_link(uint64_t luid) {
  const int failure =
      exports::change([&](netioconf_host& host) { return emulator::remove_link(host, luid); });
  if (failure == 0) exports::library().injections().delay_link(luid, 0);
  return failure;
}

int netioemu_connect_link(uint64_t luid) {
  return exports::change([&](netioconf_host& host) { return emulator::connect_link(host, luid); });
}

int netioemu_disconnect_link(uint64_t luid) {
  return exports::change([&](netioconf_host& host) { return emulator::disconnect_link(host, luid); });
}

int netioemu_add_address(uint64_t luid, const char* address) {
  const auto subnet = emulator::parse_subnet(exports::text_of(address));
  if (!subnet) return 1;
  return exports::change(
      [&](netioconf_host& host) { return emulator::add_address(host, luid, *subnet); });
}

int netioemu_remove_address(uint64_t luid, const char* address) {
  const auto removed = emulator::parse_address(exports::text_of(address));
  if (!removed) return 1;
  return exports::change(
      [&](netioconf_host& host) { return emulator::remove_address(host, luid, *removed); });
}

int netioemu_answer(const char* function, uint32_t nth, uint32_t status) {
  const std::string_view name = exports::text_of(function);
  const auto found = std::find_if(exports::functions.begin(), exports::functions.end(),
                                  [&](const exports::Function& each) { return each.name == name; });
  if (found == exports::functions.end() || nth == 0) return 1;
  return exports::library().injections().answer(found->call, nth, status) ? 0 : 1;
}

int netioemu_set_elevated(int elevated) {
  exports::library().injections().set_elevated(elevated != 0);
  return 0;
}

int netioemu_delay_link(uint64_t luid, uint32_t calls) {
  if (!exports::library().has_link(luid)) return 1;
  exports::library().injections().delay_link(luid, calls);
  return 0;
}

}  // extern "C"
