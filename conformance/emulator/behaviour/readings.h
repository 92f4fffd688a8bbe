#pragma once

#include "conformance/emulator/behaviour/behaviour.h"

// The functions of the other personalities, each named after its difference from the common one.
namespace netioconf::conformance::emulator::inline behaviour::readings {

[[nodiscard]] Status host_bits_pass(Call call, const Destination& destination, const Address& given);
[[nodiscard]] Status next_hop_of_either_family(Call call, std::uint16_t destination_family,
                                               const Address& next_hop);
[[nodiscard]] Status next_hop_or_none(Call call, std::uint16_t destination_family,
                                      const Address& next_hop);
[[nodiscard]] Status values_of_get_too(Call call, const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] Status values_of_set_too(Call call, const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] Status anycast_within_classes_a_to_c(Call call, const Address& address);
[[nodiscard]] Status anycast_beyond_this_host(Call call, const Address& address);

[[nodiscard]] Status own_unicast_is_a_duplicate(const Address& address);
[[nodiscard]] Status own_unicast_is_invalid(const Address& address);

[[nodiscard]] Status link_named_always(Call call, std::uint64_t luid, std::uint32_t index);
[[nodiscard]] Status link_named_or_file_not_found(Call call, std::uint64_t luid, std::uint32_t index);
[[nodiscard]] Status link_unknown_of_programs(Call call);
[[nodiscard]] Status link_family_not_supported(Call call, const netioconf_link& link,
                                               std::uint16_t family);
[[nodiscard]] Status stack_not_found(Call call, const netioconf_host& host, std::uint16_t family);

[[nodiscard]] RouteKey key_without_next_hop(Call call, const MIB_IPFORWARD_ROW2& given,
                                            std::uint8_t link);
[[nodiscard]] RouteKey key_with_masked_prefix(Call call, const MIB_IPFORWARD_ROW2& given,
                                              std::uint8_t link);
[[nodiscard]] RouteKey key_on_link(Call call, const RouteKey& key);
[[nodiscard]] RouteKey key_on_link_when_created(Call call, const RouteKey& key);
[[nodiscard]] bool wildcards_of_get(Call call, const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] const RouteEntry* find_by_prefix_then_next_hop(Call call, const RouteTable& routes,
                                                             const RouteKey& key,
                                                             const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] MIB_IPFORWARD_ROW2 new_route_with_given_next_hop(const MIB_IPFORWARD_ROW2& given,
                                                               const RouteKey& key,
                                                               const netioconf_link& link);
[[nodiscard]] MIB_IPFORWARD_ROW2 new_route_with_defaults(const MIB_IPFORWARD_ROW2& given,
                                                         const RouteKey& key,
                                                         const netioconf_link& link);
[[nodiscard]] MIB_IPFORWARD_ROW2 set_route_with_defaults(const MIB_IPFORWARD_ROW2& stored,
                                                         const MIB_IPFORWARD_ROW2& given);
[[nodiscard]] Status missing_is_an_invalid_parameter(Call call);
[[nodiscard]] Status missing_best_route_is_unreachable(Call call);
[[nodiscard]] Status empty_table_succeeds(Call call);

[[nodiscard]] std::optional<std::uint64_t> ends_with_its_lifetime_unless_immortal(
    const MIB_IPFORWARD_ROW2& row, std::uint64_t changed_s);
[[nodiscard]] Lifetimes lifetimes_left(const MIB_IPFORWARD_ROW2& stored, const Ages& ages);
[[nodiscard]] MIB_IPFORWARD_ROW2 read_complete_metric(Call call, const MIB_IPFORWARD_ROW2& stored,
                                                      const Ages& ages, std::uint32_t link_metric);
[[nodiscard]] MIB_IPFORWARD_ROW2 read_scope_of_next_hop(Call call, const MIB_IPFORWARD_ROW2& stored,
                                                        const Ages& ages, std::uint32_t link_metric);
[[nodiscard]] std::uint64_t metric_sum_of_any_offset(std::uint16_t family, std::uint32_t offset,
                                                     const netioconf_link& link);
[[nodiscard]] std::uint64_t metric_sum_up_to_32_bits(std::uint16_t family, std::uint32_t offset,
                                                     const netioconf_link& link);

[[nodiscard]] bool eligible_always(const RouteKey& key, const netioconf_link_details& details);
[[nodiscard]] bool eligible_if_connected(const RouteKey& key, const netioconf_link_details& details);
[[nodiscard]] Status null_best_source_accepted();

[[nodiscard]] Announcement announce_what_differs(Call call, Status verdict,
                                                 const MIB_IPFORWARD_ROW2& before,
                                                 const MIB_IPFORWARD_ROW2& after);
[[nodiscard]] MIB_IPFORWARD_ROW2 announced_keys(const MIB_IPFORWARD_ROW2& row,
                                                MIB_NOTIFICATION_TYPE type);
[[nodiscard]] InitialNotification initial_for_each_family(BOOLEAN asked, std::uint16_t family);
[[nodiscard]] InitialNotification initial_for_each_route(BOOLEAN asked, std::uint16_t family);
[[nodiscard]] HANDLE handle_untouched_on_failure(Status verdict, HANDLE issued, HANDLE given);

[[nodiscard]] std::uint32_t number_with_printed_duplicate(Call call, Status status);
[[nodiscard]] std::uint32_t number_of_win32(Call call, Status status);

}  // namespace netioconf::conformance::emulator::inline behaviour::readings
