#pragma once

#include "conformance/emulator/behaviour/behaviour.h"

// What calls change and return under the common personality. Each function is the member of Behaviour
// of the same name.
namespace netioconf::conformance::emulator::inline behaviour::effects {

[[nodiscard]] RouteKey route_key(Call call, const MIB_IPFORWARD_ROW2& given, std::uint8_t link);
[[nodiscard]] RouteKey key_of_own_next_hop(Call call, const RouteKey& key);
[[nodiscard]] const RouteEntry* find_route(Call call, const RouteTable& routes, const RouteKey& key,
                                           const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] bool has_wildcards(Call call, const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] AnycastKey anycast_key(Call call, const MIB_ANYCASTIPADDRESS_ROW& given,
                                     std::uint8_t link);
[[nodiscard]] const AnycastEntry* find_anycast(Call call, const AnycastTable& anycasts,
                                               const AnycastKey& key);

[[nodiscard]] Status route_answer(Call call, const MIB_IPFORWARD_ROW2& given, const netioconf_link* link,
                                  Status verdict);
[[nodiscard]] Status anycast_answer(Call call, const MIB_ANYCASTIPADDRESS_ROW& given,
                                    const netioconf_link* link, Status verdict);
[[nodiscard]] Status best_route_answer(const Address& destination, const netioconf_link* named,
                                       Status verdict);
[[nodiscard]] bool commits(Call call, Status verdict);
[[nodiscard]] MIB_IPFORWARD_ROW2 new_route(const MIB_IPFORWARD_ROW2& given, const RouteKey& key,
                                           const netioconf_link& link);
[[nodiscard]] MIB_IPFORWARD_ROW2 set_route(const MIB_IPFORWARD_ROW2& stored,
                                           const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] MIB_ANYCASTIPADDRESS_ROW new_anycast(const MIB_ANYCASTIPADDRESS_ROW& given,
                                                   const AnycastKey& key, const netioconf_link& link);
void after_route(Call call, Status verdict, const RouteKey& key, Tables& tables);
void after_anycast(Call call, Status verdict, const AnycastKey& key, Tables& tables);
void after_free(const void* memory, Tables& tables);
void route_argument(Call call, Status verdict, MIB_IPFORWARD_ROW2& argument,
                    const MIB_IPFORWARD_ROW2& stored);
void anycast_argument(Call call, Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                      const MIB_ANYCASTIPADDRESS_ROW& stored);
[[nodiscard]] std::optional<std::uint64_t> ends_at(const MIB_IPFORWARD_ROW2& row,
                                                   std::uint64_t changed_s);

[[nodiscard]] MIB_IPFORWARD_ROW2 read_route(Call call, const MIB_IPFORWARD_ROW2& stored,
                                            const Ages& ages, std::uint32_t link_metric);
[[nodiscard]] std::uint32_t age(const MIB_IPFORWARD_ROW2& stored, const Ages& ages);
[[nodiscard]] std::uint64_t changed_by_get(std::uint64_t changed_s, std::uint64_t now_s);
[[nodiscard]] Lifetimes lifetimes(const MIB_IPFORWARD_ROW2& stored, const Ages& ages);
[[nodiscard]] MIB_ANYCASTIPADDRESS_ROW read_anycast(Call call, const MIB_ANYCASTIPADDRESS_ROW& stored);
[[nodiscard]] MIB_IPINTERFACE_ROW read_link(const netioconf_link& link,
                                            const netioconf_link_details& details, std::uint16_t family);
[[nodiscard]] bool listed(Call call, std::uint16_t asked, std::uint16_t family);
void route_rows(std::vector<MIB_IPFORWARD_ROW2>& rows);
void anycast_rows(std::vector<MIB_ANYCASTIPADDRESS_ROW>& rows);
[[nodiscard]] TableHead table_head(Call call, std::size_t rows);
void beside_row(Call call, unsigned char* row, std::size_t row_bytes);
void initialize(MIB_IPFORWARD_ROW2& row);

[[nodiscard]] std::vector<const RouteEntry*> covering(const RouteTable& routes,
                                                      const Address& destination);
[[nodiscard]] std::uint64_t complete_metric(std::uint16_t family, std::uint32_t offset,
                                            const netioconf_link& link);
[[nodiscard]] bool searches(std::optional<std::uint8_t> named_link, std::uint8_t link);
[[nodiscard]] bool eligible(const RouteKey& key, const netioconf_link_details& details);
[[nodiscard]] bool better(const RouteEntry& challenger, const RouteEntry& holder);
[[nodiscard]] Status null_best_source();

[[nodiscard]] Announcement announce(Call call, Status verdict, const MIB_IPFORWARD_ROW2& before,
                                    const MIB_IPFORWARD_ROW2& after);
[[nodiscard]] bool listens(std::uint16_t registered, std::uint16_t family);
[[nodiscard]] MIB_IPFORWARD_ROW2 announced_row(const MIB_IPFORWARD_ROW2& row,
                                               MIB_NOTIFICATION_TYPE type);
[[nodiscard]] PVOID announced_context(PVOID context, MIB_NOTIFICATION_TYPE type);
[[nodiscard]] InitialNotification initial(BOOLEAN asked, std::uint16_t family);
[[nodiscard]] HANDLE shown_handle(Status verdict, HANDLE issued, HANDLE given);
[[nodiscard]] bool cancels(Status verdict);
void empty(Tables& tables, const netioconf_host& wanted);
void set_up(netioconf_host& wanted);
[[nodiscard]] bool removes_registrations(const netioconf_host& wanted);

[[nodiscard]] std::uint32_t number(Call call, Status status);

// The metric of a link for a family.
[[nodiscard]] std::uint32_t link_metric(const netioconf_link& link, std::uint16_t family);

inline constexpr std::uint32_t for_ever = 0xffffffff;
inline constexpr std::uint32_t unused_metric = 0xffffffff;
inline constexpr std::uint32_t illegal_protocol = 0xffffffff;

}  // namespace netioconf::conformance::emulator::inline behaviour::effects
