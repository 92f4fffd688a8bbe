#include "conformance/mutants/transcript.h"

#include <array>
#include <cstring>
#include <random>
#include <span>

#include "conformance/emulator/emulator.h"

namespace netioconf::conformance {
namespace {

// Calls from small pools, so that they meet: the same prefixes, next hops and links come again and
// again.
class Run {
 public:
  explicit Run(const Behaviour& behaviour) : behaviour_(behaviour) {}

  // A digest of everything that the caller saw up to the end of this episode.
  std::uint64_t perform(unsigned episode);

 private:
  static constexpr unsigned calls = 24;

  void call(Emulator& emulator);
  void call_on_route(Emulator& emulator, unsigned which);
  void call_on_anycast(Emulator& emulator, unsigned which);
  void call_best_route(Emulator& emulator);
  void call_interface(Emulator& emulator);
  void call_notify(Emulator& emulator);
  void show_tables(Emulator& emulator, ADDRESS_FAMILY family);
  netioconf_host host(unsigned episode);
  MIB_IPFORWARD_ROW2 fresh_route();
  MIB_IPFORWARD_ROW2 route();
  MIB_ANYCASTIPADDRESS_ROW fresh_anycast();
  MIB_ANYCASTIPADDRESS_ROW anycast();
  SOCKADDR_INET address(std::uint16_t family);
  void name_link(std::uint64_t& luid, std::uint32_t& index);
  std::uint16_t family();

  unsigned below(std::size_t bound) { return static_cast<unsigned>(random_() % bound); }
  bool rarely() { return !focused_ && below(12) == 0; }
  template <class Value>
  Value one_of(std::initializer_list<Value> values) {
    return *(values.begin() + below(values.size()));
  }

  template <class Value>
  void show(const Value& value) {
    std::array<unsigned char, sizeof(Value)> bytes{};
    std::memcpy(bytes.data(), static_cast<const void*>(&value), bytes.size());
    for (const unsigned char byte : bytes) digest_ = (digest_ ^ byte) * 0x100000001b3U;
  }
  static void hear(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type);

  Behaviour behaviour_;
  std::mt19937 random_{20240229};
  std::array<MIB_IPFORWARD_ROW2, 3> routes_{};  // Some that were to be created.
  std::array<MIB_ANYCASTIPADDRESS_ROW, 2> anycasts_{};
  std::uint64_t digest_ = 0xcbf29ce484222325U;
  HANDLE registration_ = nullptr;
  bool listening_ = false;
  bool focused_ = false;  // Few rows, all of them right, so that many routes compete.
};

// A context is the run itself, or nothing where a mutant loses it: then nothing is shown.
void Run::hear(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
  if (context == nullptr) return;
  auto& run = *static_cast<Run*>(context);
  run.show(type);
  run.show(row == nullptr);
  if (row != nullptr) run.show(*row);
}

netioconf_host Run::host(unsigned episode) {
  netioconf_host host{};
  host.size = sizeof(host);
  host.ipv4 = episode % 7 != 5;
  host.ipv6 = episode % 7 != 6;
  host.link_count = 4;
  host.links[0] = {0x0006000001000000, 1, host.ipv4, host.ipv6, 1, 0, 10, 50};
  host.links[1] = {0x0006000002000000, 2, host.ipv4, host.ipv6, 1, 0, 30, 20};
  host.links[2] = {0x0047000003000000, 3, host.ipv4, host.ipv6, 0, 0, 5, 5};
  host.links[3] = {0x0018000004000000, 4, host.ipv4, 0, 1, 1, 75, 75};
  return host;
}

std::uint16_t Run::family() {
  if (rarely()) return one_of<std::uint16_t>({0, 10, 17, 0x102, 0x117});
  return one_of({ipv4, ipv4, ipv6});
}

SOCKADDR_INET Run::address(std::uint16_t family) {
  Address address{family, {}};
  const unsigned which = focused_ ? 4 + below(2) : below(7);
  if (family == ipv6) {
    address.bytes = {0x20, 0x01, 0x0d, 0xb8};
    if (which == 0) address.bytes = {};
    if (which == 1) address.bytes[15] = 1;
    if (which == 2) address.bytes = {0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9};
    if (which == 3) address.bytes = {0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  } else {
    address.bytes = {10, 0, 0, static_cast<std::uint8_t>(which)};
    if (which == 0) address.bytes = {};
    if (which == 1) address.bytes = {10, 0, 0, 0};
    if (which == 5) address.bytes = {192, 0, 2, 64};
    if (which == 6) address.bytes = {one_of<std::uint8_t>({224, 239, 203}), 0, 0, 1};
  }
  SOCKADDR_INET result = socket_address_of(address);
  if (rarely()) result.Ipv4.sin_port = 53;
  if (rarely() && family == ipv6) result.Ipv6.sin6_flowinfo = 7;
  if (rarely() && family == ipv6) result.Ipv6.sin6_scope_id = 3;
  if (rarely() && family == ipv4) result.Ipv4.sin_zero[0] = 1;
  return result;
}

void Run::name_link(std::uint64_t& luid, std::uint32_t& index) {
  const unsigned position = focused_ ? below(2) : one_of({0U, 0U, 0U, 1U, 1U, 2U, 3U});
  const netioconf_host names = host(0);
  luid = names.links[position].luid;
  index = names.links[position].index;
  const unsigned which = below(10);
  if (which < 3) luid = 0;
  if (focused_) return;
  if (which == 3 || which == 4) index = 0;
  if (which == 5) index = names.links[below(4)].index;
  if (which == 6) luid = one_of<std::uint64_t>({0x0006000009000000, 0x0047000001000000});
  if (which == 7 && below(3) == 0) luid = index = 0;
  if (which == 8 && rarely()) luid = 0, index = 99;
}

MIB_IPFORWARD_ROW2 Run::fresh_route() {
  MIB_IPFORWARD_ROW2 row;
  std::memset(static_cast<void*>(&row), rarely() ? 0xa5 : 0, sizeof(row));
  name_link(row.InterfaceLuid.Value, row.InterfaceIndex);
  const std::uint16_t prefix_family = family();
  Address prefix = address_of(address(prefix_family));
  unsigned length = one_of({0U, 8U, 9U, 24U, 26U, 32U, 64U, 128U});
  if (focused_) length = one_of({0U, 8U, 9U});
  if (prefix_family == ipv4 && length > 32) length = 24;
  if (rarely()) length = one_of({33U, 129U, 255U});
  if (!rarely()) prefix = masked(prefix, length);
  row.DestinationPrefix.Prefix = socket_address_of(prefix);
  row.DestinationPrefix.PrefixLength = static_cast<UCHAR>(length);
  row.NextHop = address(rarely() ? family() : prefix_family);
  row.SitePrefixLength = focused_ ? 255 : one_of<UCHAR>({0, 0, 255, 8, 24, 32, 200});
  row.ValidLifetime = focused_ ? 0xffffffffU : one_of({0xffffffffU, 0xffffffffU, 3600U, 0x20001U});
  row.PreferredLifetime = one_of({0xffffffffU, 3600U, 3600U, 1800U});
  row.Metric = one_of({0U, 1U, 15U, 256U, 0x10000U, 0xffffffffU});
  row.Protocol = one_of({3U, 3U, 10006U});
  row.Publish = static_cast<BOOLEAN>(below(2));
  row.Age = one_of({0U, 77U});
  row.Origin = one_of({0U, 2U, 99U});
  return row;
}

// Most often a row that was there before, with at most one member of another.
MIB_IPFORWARD_ROW2 Run::route() {
  const MIB_IPFORWARD_ROW2 fresh = fresh_route();
  if (below(focused_ ? 2 : 3) == 0) return fresh;
  MIB_IPFORWARD_ROW2 row = routes_[below(routes_.size())];
  const unsigned member = below(20);
  if (member < 4) {
    row.InterfaceLuid = fresh.InterfaceLuid;
    row.InterfaceIndex = fresh.InterfaceIndex;
  }
  if (member == 4) row.DestinationPrefix = fresh.DestinationPrefix;
  if (member == 5) row.DestinationPrefix.PrefixLength = fresh.DestinationPrefix.PrefixLength;
  if (member == 6 || member == 7) row.NextHop = fresh.NextHop;
  if (member == 8) row.Metric = fresh.Metric;
  if (member == 9) row.ValidLifetime = fresh.ValidLifetime;
  if (member == 10) row.Protocol = fresh.Protocol;
  if (member == 11) row.Origin = fresh.Origin;
  if (member == 12) row.Age = fresh.Age;
  if (member == 13) row.Publish = fresh.Publish;
  if (member == 14) row.NextHop.Ipv4.sin_port ^= 1;
  if (member == 15 && row.NextHop.si_family == ipv6) row.NextHop.Ipv6.sin6_flowinfo ^= 1;
  if (member == 16 && row.NextHop.si_family == ipv6) row.NextHop.Ipv6.sin6_scope_id ^= 1;
  if (member == 16 && row.NextHop.si_family == ipv4) row.NextHop.Ipv4.sin_zero[0] ^= 1;
  if (member == 17) row.NextHop.si_family = one_of({unspecified, fresh.NextHop.si_family});
  if (member == 18) row.DestinationPrefix.Prefix.si_family = fresh.DestinationPrefix.Prefix.si_family;
  if (member == 19) {
    auto* padding = reinterpret_cast<unsigned char*>(&row.DestinationPrefix.PrefixLength) + 1;
    *padding = static_cast<unsigned char>(*padding ^ 1);
  }
  return row;
}

MIB_ANYCASTIPADDRESS_ROW Run::fresh_anycast() {
  MIB_ANYCASTIPADDRESS_ROW row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.Address = address(family());
  name_link(row.InterfaceLuid.Value, row.InterfaceIndex);
  row.ScopeId.Value = one_of({0U, 0x12345678U});
  return row;
}

MIB_ANYCASTIPADDRESS_ROW Run::anycast() {
  const MIB_ANYCASTIPADDRESS_ROW fresh = fresh_anycast();
  if (below(3) == 0) return fresh;
  MIB_ANYCASTIPADDRESS_ROW row = anycasts_[below(anycasts_.size())];
  const unsigned member = below(6);
  if (member < 2) {
    row.InterfaceLuid = fresh.InterfaceLuid;
    row.InterfaceIndex = fresh.InterfaceIndex;
  }
  if (member == 2) row.ScopeId = fresh.ScopeId;
  if (member == 3) row.Address.Ipv4.sin_port ^= 1;
  return row;
}

void Run::call_on_route(Emulator& emulator, unsigned which) {
  MIB_IPFORWARD_ROW2 row = route();
  MIB_IPFORWARD_ROW2* argument = below(40) == 0 ? nullptr : &row;
  if (which == 0) {
    routes_[below(routes_.size())] = row;
    show(emulator.create_route(argument));
  }
  if (which == 1) show(emulator.set_route(argument));
  if (which == 2) show(emulator.get_route(argument));
  if (which == 3) show(emulator.delete_route(argument));
  if (which == 4) emulator.initialize_route(argument);
  show(row);
}

void Run::call_on_anycast(Emulator& emulator, unsigned which) {
  MIB_ANYCASTIPADDRESS_ROW row = anycast();
  MIB_ANYCASTIPADDRESS_ROW* argument = below(40) == 0 ? nullptr : &row;
  if (which == 0) {
    anycasts_[below(anycasts_.size())] = row;
    show(emulator.create_anycast(argument));
  }
  if (which == 1) show(emulator.get_anycast(argument));
  if (which == 2) show(emulator.delete_anycast(argument));
  show(row);
}

void Run::call_best_route(Emulator& emulator) {
  NET_LUID luid{};
  std::uint32_t index = 0;
  if (below(3) != 0) name_link(luid.Value, index);
  const SOCKADDR_INET destination = address(family());
  MIB_IPFORWARD_ROW2 best{};
  SOCKADDR_INET source{};
  show(emulator.get_best_route(&luid, index, nullptr, rarely() ? nullptr : &destination, 0, &best,
                               &source));
  show(best);
  show(source);
}

void Run::call_interface(Emulator& emulator) {
  MIB_IPINTERFACE_ROW row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.Family = family();
  name_link(row.InterfaceLuid.Value, row.InterfaceIndex);
  show(emulator.get_interface(rarely() ? nullptr : &row));
  show(row);
}

void Run::call_notify(Emulator& emulator) {
  const auto initial = static_cast<BOOLEAN>(below(2));
  const std::uint16_t asked = rarely() ? family() : one_of({unspecified, ipv4, ipv6});
  if (listening_) {
    show(emulator.cancel_notification(registration_));
  } else {
    show(emulator.notify_route_change(asked, &Run::hear, this, initial, &registration_));
    show(registration_ == nullptr);
  }
  listening_ = !listening_ && registration_ != nullptr;
}

void Run::show_tables(Emulator& emulator, ADDRESS_FAMILY family) {
  MIB_IPFORWARD_TABLE2* routes = nullptr;
  show(emulator.get_route_table(family, rarely() ? nullptr : &routes));
  if (routes != nullptr) {
    for (const MIB_IPFORWARD_ROW2& row : std::span(routes->Table, routes->NumEntries)) show(row);
  }
  emulator.free_table(routes);
  MIB_ANYCASTIPADDRESS_TABLE* anycasts = nullptr;
  show(emulator.get_anycast_table(family, rarely() ? nullptr : &anycasts));
  if (anycasts != nullptr) {
    for (const MIB_ANYCASTIPADDRESS_ROW& row : std::span(anycasts->Table, anycasts->NumEntries))
      show(row);
  }
  emulator.free_table(anycasts);
}

void Run::call(Emulator& emulator) {
  const unsigned which = below(20);
  if (which < 5) return call_on_route(emulator, 0);
  if (which < 10) return call_on_route(emulator, which - 5);
  if (which < 12) return call_on_anycast(emulator, 0);
  if (which < 15) return call_on_anycast(emulator, which - 12);
  if (which < 17) return call_best_route(emulator);
  if (which == 17) return call_interface(emulator);
  if (which == 18) return call_notify(emulator);
  show_tables(emulator, rarely() ? family() : one_of({unspecified, ipv4, ipv6}));
}

std::uint64_t Run::perform(unsigned episode) {
  Emulator emulator(host(episode), behaviour_, [] { return std::uint64_t{1000}; });
  listening_ = false;
  focused_ = episode % 2 == 1;
  registration_ = nullptr;
  for (unsigned i = 0; i < calls; ++i) {
    call(emulator);
    if (i % 4 == 3) show_tables(emulator, unspecified);
  }
  return digest_;
}

}  // namespace

bool can_be_told_apart(const Behaviour& left, const Behaviour& right) {
  constexpr unsigned episodes = 800;
  Run left_run(left);
  Run right_run(right);
  for (unsigned episode = 0; episode < episodes; ++episode) {
    if (left_run.perform(episode) != right_run.perform(episode)) return true;
  }
  return false;
}

}  // namespace netioconf::conformance
