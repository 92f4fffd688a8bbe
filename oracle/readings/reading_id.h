#pragma once

#include <cstddef>
#include <cstdint>

namespace netioconf::oracle::readings {

// The questions that the documents leave open, in the order of readings(). The enumerators of the
// answers are their positions in Reading::answers.
enum class ReadingId : std::uint8_t {
  duplicate_key,
  site_prefix_sentinel,
  host_bits,
  host_bits_in_lookups,
  family_mismatch,
  next_hop_of_family_0,
  link_without_that_family,
  no_stack_on_the_machine,
  neither_luid_nor_index,
  unknown_link_status,
  missing_entry,
  missing_route,
  duplicate_status,
  stray_bytes,
  destination_class,
  next_hop_class,
  loopback_link_next_hop,
  valid_lifetime_0,
  metric_read_back,
  flags_read_back,
  set_of_illegal_values,
  get_validates_outputs,
  get_wildcard,
  best_route_without_link,
  best_route_destination_class,
  empty_table,
  table_without_any_stack,
  anycast_loopback,
  anycast_class_e,
  anycast_broadcast,
  anycast_mapped,
  anycast_this_network,
  none,  // not a question: the pages are unambiguous
};
inline constexpr std::size_t reading_count = 32;

enum class DuplicateKey : std::uint8_t { prefix_and_next_hop, prefix };
enum class Permission : std::uint8_t { accepted, refused };
enum class HostBits : std::uint8_t { refused, masked, kept, kept_but_not_compared };
enum class HostBitsInLookups : std::uint8_t { exact, masked, refused };
enum class FamilyMismatch : std::uint8_t { refused, not_supported, kept };
enum class NextHopOfFamily0 : std::uint8_t { refused, on_link };
enum class StrayBytes : std::uint8_t { ignored, told_apart, refused };
enum class MetricReadBack : std::uint8_t { offset, sum };
enum class FlagsReadBack : std::uint8_t { as_given, adjusted };
enum class OutputsOfGet : std::uint8_t { ignored, refused };
enum class GetWildcard : std::uint8_t { refused, first_match };
enum class BestRouteClass : std::uint8_t { accepted, refused, no_route };
enum class WithoutLink : std::uint8_t { searched, refused };
enum class DuplicateNumber : std::uint8_t { win32, ntstatus };

// Subjects of stray_bytes: the bytes outside the IP address, in each address of a key.
enum class StrayKind : std::uint8_t { port, flow_info, scope_id, zero, tail };
inline constexpr std::size_t stray_kinds = 5;
enum class KeyMember : std::uint8_t { destination, next_hop, address };

// Subjects of set_of_illegal_values and get_validates_outputs.
enum class Output : std::uint8_t { lifetimes, site_prefix, site_prefix_sentinel };

}  // namespace netioconf::oracle::readings
