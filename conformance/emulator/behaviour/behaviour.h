#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/tables/addresses.h"
#include "conformance/emulator/tables/anycast_table.h"
#include "conformance/emulator/tables/route_table.h"

namespace netioconf::conformance::emulator::inline behaviour {

// The reason for a change. Expiry is the end of a lifetime, which no call causes.
enum class Call : std::uint8_t {
  route_create,
  route_set,
  route_get,
  route_delete,
  route_table,
  route_expiry,
  best_route,
  route_notify,
  notify_cancel,
  anycast_create,
  anycast_get,
  anycast_delete,
  anycast_table,
  link_get,
};

enum class Status : std::uint8_t {
  success,
  invalid_parameter,
  invalid_handle,
  not_found,
  file_not_found,
  not_supported,
  already_exists,
  no_memory,
  network_unreachable,
  access_denied,
};

struct Tables {
  RouteTable routes;
  AnycastTable anycasts;
};

// How many notifications a call causes, and of which kind.
struct Announcement {
  MIB_NOTIFICATION_TYPE type = MibParameterNotification;
  unsigned times = 0;
};

struct InitialNotification {
  unsigned times = 0;
  std::uint8_t with_row = 0;   // 1: the callback gets a row instead of NULL.
  std::uint8_t per_route = 0;  // 1: instead, one call for each route of the family, with its row.
};

struct TableHead {
  bool handed_out = true;  // false: the caller gets NULL, though the call succeeds.
  std::uint32_t rows = 0;  // NumEntries.
};

// Seconds, or 0xffffffff: infinite.
struct Lifetimes {
  std::uint32_t valid_s = 0;
  std::uint32_t preferred_s = 0;
};

struct Ages {
  std::uint64_t created_s = 0;
  std::uint64_t changed_s = 0;
  std::uint64_t now_s = 0;
};

// Everything in which one stack may differ from another. A personality sets every member; a mutant is a
// personality with one member replaced. Checking functions return success or the status to refuse with.
// All functions are pure except those that get a table or a row to change.
struct Behaviour {
  // Arguments.
  Status (*null_argument)(Call call);
  Status (*family)(Call call, std::uint16_t family);
  Status (*destination_length)(Call call, std::uint16_t family, std::uint8_t length_bits);
  Status (*host_bits)(Call call, const Destination& destination, const Address& given);
  Status (*next_hop)(Call call, std::uint16_t destination_family, const Address& next_hop);
  Status (*values)(Call call, const MIB_IPFORWARD_ROW2& given);  // of the members outside of the key
  Status (*anycast_address)(Call call, const Address& address);
  Status (*table_family)(Call call, std::uint16_t family);

  // Links and stacks. find_link returns NULL for a link that does not exist, or a link of the host.
  Status (*link_named)(Call call, std::uint64_t luid, std::uint32_t index);
  const netioconf_link* (*find_link)(Call call, const netioconf_host& host, std::uint64_t luid,
                                     std::uint32_t index);
  Status (*link_unknown)(Call call);
  Status (*link_routes)(Call call, const netioconf_link& link);
  Status (*stack)(Call call, const netioconf_host& host, std::uint16_t family);
  Status (*link_family)(Call call, const netioconf_link& link, std::uint16_t family);

  // The entry that a row identifies.
  RouteKey (*route_key)(Call call, const MIB_IPFORWARD_ROW2& given, std::uint8_t link);
  // The key of a route whose next hop is an address of its own link.
  RouteKey (*key_of_own_next_hop)(Call call, const RouteKey& key);
  const RouteEntry* (*find_route)(Call call, const RouteTable& routes, const RouteKey& key,
                                  const MIB_IPFORWARD_ROW2& given);
  // Whether what the row leaves unspecified matches everything. If so, the call takes the first match.
  bool (*has_wildcards)(Call call, const MIB_IPFORWARD_ROW2& given);
  Status (*route_duplicate)(const RouteTable& routes, const RouteKey& key);
  AnycastKey (*anycast_key)(Call call, const MIB_ANYCASTIPADDRESS_ROW& given, std::uint8_t link);
  const AnycastEntry* (*find_anycast)(Call call, const AnycastTable& anycasts, const AnycastKey& key);
  // The verdict on an anycast address that is a unicast address of the link.
  Status (*anycast_own_unicast)(const Address& address);
  Status (*anycast_duplicate)(const AnycastTable& anycasts, const AnycastKey& key);
  Status (*missing)(Call call);

  // Decides the status of a call after all checks, before the call changes or returns anything. The
  // link is NULL if the caller names none or one that does not exist.
  Status (*route_answer)(Call call, const MIB_IPFORWARD_ROW2& given, const netioconf_link* link,
                         Status verdict);
  Status (*anycast_answer)(Call call, const MIB_ANYCASTIPADDRESS_ROW& given, const netioconf_link* link,
                           Status verdict);
  Status (*best_route_answer)(const Address& destination, const netioconf_link* named, Status verdict);

  // What a call changes.
  bool (*commits)(Call call, Status verdict);
  MIB_IPFORWARD_ROW2 (*new_route)(const MIB_IPFORWARD_ROW2& given, const RouteKey& key,
                                  const netioconf_link& link);
  MIB_IPFORWARD_ROW2 (*set_route)(const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2& given);
  MIB_ANYCASTIPADDRESS_ROW (*new_anycast)(const MIB_ANYCASTIPADDRESS_ROW& given, const AnycastKey& key,
                                          const netioconf_link& link);
  void (*after_route)(Call call, Status verdict, const RouteKey& key, Tables& tables);
  void (*after_anycast)(Call call, Status verdict, const AnycastKey& key, Tables& tables);
  void (*after_free)(const void* memory, Tables& tables);
  void (*route_argument)(Call call, Status verdict, MIB_IPFORWARD_ROW2& argument,
                         const MIB_IPFORWARD_ROW2& stored);
  void (*anycast_argument)(Call call, Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                           const MIB_ANYCASTIPADDRESS_ROW& stored);
  // The first second at which the route does not exist.
  std::optional<std::uint64_t> (*ends_at)(const MIB_IPFORWARD_ROW2& row, std::uint64_t changed_s);

  // What a call returns.
  MIB_IPFORWARD_ROW2 (*read_route)(Call call, const MIB_IPFORWARD_ROW2& stored, const Ages& ages,
                                   std::uint32_t link_metric);
  std::uint32_t (*age)(const MIB_IPFORWARD_ROW2& stored, const Ages& ages);
  // The second from which a route's age counts after a Get that found it.
  std::uint64_t (*changed_by_get)(std::uint64_t changed_s, std::uint64_t now_s);
  Lifetimes (*lifetimes)(const MIB_IPFORWARD_ROW2& stored, const Ages& ages);
  MIB_ANYCASTIPADDRESS_ROW (*read_anycast)(Call call, const MIB_ANYCASTIPADDRESS_ROW& stored);
  MIB_IPINTERFACE_ROW (*read_link)(const netioconf_link& link, const netioconf_link_details& details,
                                   std::uint16_t family);
  bool (*listed)(Call call, std::uint16_t asked, std::uint16_t family);
  void (*route_rows)(std::vector<MIB_IPFORWARD_ROW2>& rows);
  void (*anycast_rows)(std::vector<MIB_ANYCASTIPADDRESS_ROW>& rows);
  Status (*empty_table)(Call call);
  TableHead (*table_head)(Call call, std::size_t rows);
  void (*beside_row)(Call call, unsigned char* row, std::size_t row_bytes);
  void (*initialize)(MIB_IPFORWARD_ROW2& row);

  // The best route.
  std::vector<const RouteEntry*> (*covering)(const RouteTable& routes, const Address& destination);
  std::uint64_t (*complete_metric)(std::uint16_t family, std::uint32_t offset,
                                   const netioconf_link& link);
  bool (*searches)(std::optional<std::uint8_t> named_link, std::uint8_t link);
  // Whether the search considers a route of a link with these details.
  bool (*eligible)(const RouteKey& key, const netioconf_link_details& details);
  bool (*better)(const RouteEntry& challenger, const RouteEntry& holder);
  Status (*null_best_source)();  // the verdict on NULL for BestSourceAddress
  Status (*source)(const netioconf_host& host, const SOCKADDR_INET& source);
  // Whether the search for a route from this source considers the link at this position of the host.
  bool (*sends_from)(const netioconf_host& host, const SOCKADDR_INET& source, std::uint8_t link);
  // The source and the best route are NULL if they do not exist.
  SOCKADDR_INET (*best_source)(const netioconf_host& host, const SOCKADDR_INET* source,
                               const Address& destination, const RouteKey* best);

  // Notifications.
  Announcement (*announce)(Call call, Status verdict, const MIB_IPFORWARD_ROW2& before,
                           const MIB_IPFORWARD_ROW2& after);
  bool (*listens)(std::uint16_t registered, std::uint16_t family);
  MIB_IPFORWARD_ROW2 (*announced_row)(const MIB_IPFORWARD_ROW2& row, MIB_NOTIFICATION_TYPE type);
  PVOID (*announced_context)(PVOID context, MIB_NOTIFICATION_TYPE type);
  InitialNotification (*initial)(BOOLEAN asked, std::uint16_t family);
  HANDLE (*shown_handle)(Status verdict, HANDLE issued, HANDLE given);
  bool (*cancels)(Status verdict);

  // What netioconf_reset does.
  void (*empty)(Tables& tables, const netioconf_host& wanted);
  void (*set_up)(netioconf_host& wanted);
  bool (*removes_registrations)(const netioconf_host& wanted);

  // The status code that the caller gets.
  std::uint32_t (*number)(Call call, Status status);
};

}  // namespace netioconf::conformance::emulator::inline behaviour
