#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "conformance/emulator/behaviour/behaviour.h"
#include "conformance/emulator/notifier.h"

namespace netioconf::conformance::emulator {

// The arguments of GetBestRoute2 as values.
struct RouteQuery {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
  std::optional<SOCKADDR_INET> source;
  SOCKADDR_INET destination{};
};

struct BestRoute {
  MIB_IPFORWARD_ROW2 row{};
  SOCKADDR_INET source{};
};

// The links and tables of one host under one behaviour. It has no pointers, locks or clock; the emulator
// adds those. A call gets the rows that it may change by reference.
class Stack {
 public:
  Stack(const netioconf_host& host, const Behaviour& behaviour, Notifier& notifier);

  // Removes entries whose lifetime has passed. Every later call takes place at this moment.
  void advance_to(std::uint64_t now_s);
  void reset(const netioconf_host& host);
  [[nodiscard]] const netioconf_host& host() const { return host_; }
  // The host after a change of its links and addresses. A removed link loses its routes and anycast
  // addresses.
  void become(const netioconf_host& host);
  // From now on, also after a reset, the tables contain the routes of windows_routes().
  void seed_like_windows();
  // The rows that the registration's first notifications show.
  [[nodiscard]] std::vector<MIB_IPFORWARD_ROW2> initial_rows(std::uint16_t family) const;

  [[nodiscard]] Status create_route(MIB_IPFORWARD_ROW2& argument);
  [[nodiscard]] Status set_route(MIB_IPFORWARD_ROW2& argument);
  [[nodiscard]] Status get_route(MIB_IPFORWARD_ROW2& argument);
  [[nodiscard]] Status delete_route(MIB_IPFORWARD_ROW2& argument);
  [[nodiscard]] Status route_table(std::uint16_t family, std::vector<MIB_IPFORWARD_ROW2>& rows) const;
  [[nodiscard]] Status best_route(const RouteQuery& query, BestRoute& best) const;

  [[nodiscard]] Status create_anycast(MIB_ANYCASTIPADDRESS_ROW& argument);
  [[nodiscard]] Status get_anycast(MIB_ANYCASTIPADDRESS_ROW& argument) const;
  [[nodiscard]] Status delete_anycast(MIB_ANYCASTIPADDRESS_ROW& argument);
  [[nodiscard]] Status anycast_table(std::uint16_t family,
                                     std::vector<MIB_ANYCASTIPADDRESS_ROW>& rows) const;

  [[nodiscard]] Status get_link(MIB_IPINTERFACE_ROW& argument) const;
  void freed(const void* memory);

 private:
  [[nodiscard]] std::vector<MIB_IPFORWARD_ROW2> seeded(const netioconf_host& host) const;
  void provide(const MIB_IPFORWARD_ROW2& row);
  void withdraw(const MIB_IPFORWARD_ROW2& row);
  void remove(const RouteEntry& entry);
  void remove_entries_of(std::uint8_t link);
  [[nodiscard]] const netioconf_link* link_of(Call call, std::uint64_t luid, std::uint32_t index) const;
  [[nodiscard]] std::uint8_t position_of(const netioconf_link& link) const;
  [[nodiscard]] const netioconf_link& link_at(std::uint8_t position) const;
  [[nodiscard]] const netioconf_link_details& details_of(const netioconf_link& link) const;
  [[nodiscard]] RouteKey route_key(Call call, const MIB_IPFORWARD_ROW2& given,
                                   const netioconf_link& link) const;
  // GetIpForwardEntry2 of a row that leaves open what it looks for.
  [[nodiscard]] Status get_first_match(MIB_IPFORWARD_ROW2& argument, const netioconf_link* link) const;
  // The status of the first link check that fails.
  [[nodiscard]] Status check_link(Call call, const netioconf_link* link, std::uint16_t family) const;
  [[nodiscard]] Status check_route(Call call, const MIB_IPFORWARD_ROW2& given,
                                   const netioconf_link* link) const;
  [[nodiscard]] Status check_anycast(Call call, const MIB_ANYCASTIPADDRESS_ROW& given,
                                     const netioconf_link* link) const;
  [[nodiscard]] Status check_table(Call call, std::uint16_t family) const;
  [[nodiscard]] MIB_IPFORWARD_ROW2 shown(Call call, const RouteEntry& entry) const;
  [[nodiscard]] Status check_best_route(const RouteQuery& query, std::uint16_t family,
                                        const netioconf_link* named) const;
  [[nodiscard]] const RouteEntry* best_entry(const RouteQuery& query, const netioconf_link* named) const;
  [[nodiscard]] Route filed(const MIB_IPFORWARD_ROW2& row, const RouteKey& key,
                            std::uint64_t created_s) const;
  void age_from_get(const RouteEntry& entry);
  void post(Call call, Status verdict, const MIB_IPFORWARD_ROW2& before, const MIB_IPFORWARD_ROW2& after,
            std::uint16_t family);

  netioconf_host host_;
  Behaviour behaviour_;
  Notifier& notifier_;
  Tables tables_;
  std::uint64_t now_s_ = 0;
  bool seeds_ = false;
};

}  // namespace netioconf::conformance::emulator
