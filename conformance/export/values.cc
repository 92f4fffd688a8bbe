#include "conformance/export/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "oracle/words/describe.h"

namespace netioconf::conformance::exporting {
namespace {

std::string in_lifetime(std::uint32_t seconds) {
  return seconds == oracle::infinite_lifetime_s ? "infinite" : fmt::format("{}u", seconds);
}

bool is_zero_but(const oracle::SocketAddress& address, std::size_t first, std::size_t size) {
  for (std::size_t i = 0; i < address.bytes.size(); ++i) {
    if ((i < first || i >= first + size) && address.bytes[i] != 0) return false;
  }
  return true;
}

std::uint64_t eight_bytes(const oracle::SocketAddress& address, std::size_t first) {
  std::uint64_t value = 0;
  for (std::size_t i = first; i < first + 8; ++i) value = value << 8 | address.bytes[i];
  return value;
}

std::string raw_value(const oracle::SocketAddress& address, const Dialect& dialect) {
  std::string bytes;
  for (const std::uint8_t byte : address.bytes) bytes += fmt::format(fmt::runtime(dialect.byte), byte);
  return fmt::format("raw({}, \"{}\")", family_value(address.family), bytes);
}

// Bytes that no member covers.
void poke(std::vector<std::string>& assigned, std::size_t first, std::span<const std::uint8_t> padding,
          const Dialect& dialect) {
  for (std::size_t i = 0; i < padding.size(); ++i) {
    if (padding[i] == 0) continue;
    assigned.push_back(fmt::format(fmt::runtime(dialect.poke), "{}", first + i, padding[i]));
  }
}

}  // namespace

std::string luid_value(std::uint64_t luid, const oracle::Host& host, const Dialect& dialect) {
  for (std::size_t i = 0; i < host.links.size(); ++i) {
    if (host.links[i].luid == luid) return fmt::format("link_{}{}luid", i + 1, dialect.of_link);
  }
  return luid == 0 ? "0" : fmt::format("0x{:x}{}", luid, dialect.long_number);
}

std::string index_value(std::uint32_t index, const oracle::Host& host, const Dialect& dialect) {
  for (std::size_t i = 0; i < host.links.size(); ++i) {
    if (host.links[i].index == index) return fmt::format("link_{}{}index", i + 1, dialect.of_link);
  }
  return index == 0 ? "0" : fmt::format("{}u", index);
}

std::string family_value(std::uint16_t family) {
  if (family == oracle::unspecified_family) return "family_unspecified";
  if (family == oracle::ipv4_family) return "family_ipv4";
  return family == oracle::ipv6_family ? "family_ipv6" : std::to_string(family);
}

std::string address_value(const oracle::SocketAddress& address, const Dialect& dialect) {
  if (address == oracle::SocketAddress{}) return "no_address()";
  const auto& bytes = address.bytes;
  if (address.family == oracle::ipv4_family && is_zero_but(address, 2, 4)) {
    return fmt::format("ipv4({}, {}, {}, {})", bytes[2], bytes[3], bytes[4], bytes[5]);
  }
  if (address.family == oracle::ipv6_family && is_zero_but(address, 6, 16)) {
    return fmt::format("ipv6(0x{0:x}{2}, 0x{1:x}{2})", eight_bytes(address, 6), eight_bytes(address, 14),
                       dialect.long_number);
  }
  return raw_value(address, dialect);
}

std::string statuses_value(oracle::StatusSet statuses) {
  std::string value;
  for (std::size_t i = 0; i < oracle::status_count; ++i) {
    const auto status = static_cast<oracle::Status>(i);
    if (!statuses.contains(status)) continue;
    if (!value.empty()) value += " | ";
    value += oracle::name_of(status);
  }
  return value;
}

RowValue row_value(const oracle::RouteRow& row, const oracle::Host& host, const Dialect& dialect) {
  RowValue value;
  value.made =
      fmt::format("route({}, {}, {}, {}, {})", luid_value(row.luid, host, dialect),
                  index_value(row.index, host, dialect), address_value(row.destination.address, dialect),
                  row.destination.length, address_value(row.next_hop, dialect));
  const auto assign = [&](std::string_view member, const std::string& what) {
    value.assigned.push_back(fmt::format("{{}}.{} = {};", member, what));
  };
  if (row.site_prefix_length != 0) assign("SitePrefixLength", std::to_string(row.site_prefix_length));
  if (row.valid_lifetime_s != oracle::infinite_lifetime_s) {
    assign("ValidLifetime", in_lifetime(row.valid_lifetime_s));
  }
  if (row.preferred_lifetime_s != oracle::infinite_lifetime_s) {
    assign("PreferredLifetime", in_lifetime(row.preferred_lifetime_s));
  }
  if (row.metric != 0) assign("Metric", fmt::format("{}u", row.metric));
  if (row.protocol != oracle::protocol_netmgmt) {
    value.assigned.push_back(
        fmt::format("put({}{{}}, protocol_at, {}u);", dialect.address_of, row.protocol));
  }
  if (row.loopback != 0) assign("Loopback", std::to_string(row.loopback));
  if (row.autoconfigure_address != 0) {
    assign("AutoconfigureAddress", std::to_string(row.autoconfigure_address));
  }
  if (row.publish != 0) assign("Publish", std::to_string(row.publish));
  if (row.immortal != 0) assign("Immortal", std::to_string(row.immortal));
  if (row.age_s != 0) assign("Age", fmt::format("{}u", row.age_s));
  if (row.origin != 0) {
    value.assigned.push_back(
        fmt::format("put({}{{}}, origin_at, {}u);", dialect.address_of, row.origin));
  }
  poke(value.assigned, 41, row.destination.padding, dialect);
  poke(value.assigned, 73, row.padding, dialect);
  return value;
}

RowValue row_value(const oracle::AnycastRow& row, const oracle::Host& host, const Dialect& dialect) {
  RowValue value;
  value.made = fmt::format("anycast({}, {}, {})", luid_value(row.luid, host, dialect),
                           index_value(row.index, host, dialect), address_value(row.address, dialect));
  if (row.scope_id != 0) {
    value.assigned.push_back(fmt::format("put({}{{}}, 44, {}u);", dialect.address_of, row.scope_id));
  }
  poke(value.assigned, 28, row.padding, dialect);
  return value;
}

}  // namespace netioconf::conformance::exporting
