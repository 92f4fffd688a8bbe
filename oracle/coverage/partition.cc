#include "oracle/coverage/partition.h"

#include <string_view>

#include "oracle/model/address.h"
#include "oracle/model/calls.h"

namespace netioconf::oracle::coverage {
namespace {

// The first class of every call is 0 if the caller passed NULL as the main argument.
constexpr std::uint16_t null = 0;
constexpr std::uint16_t given = 1;

constexpr std::array<std::string_view, 4> link_words = {"no link", "by index", "by luid", "by both"};
constexpr std::array<std::string_view, 4> length_words = {"length 0", "prefix", "host", "too long"};
constexpr std::array<std::string_view, 3> lifetime_words = {"preferred below valid", "lifetimes equal",
                                                            "preferred above valid"};
constexpr std::array<std::string_view, 3> site_prefix_words = {
    "site prefix within prefix", "site prefix above prefix", "site prefix 255"};

// The names of AddressClass. In the numbers of the classes, those of IPv4 come before those of IPv6.
constexpr std::array<std::string_view, 9> class_words = {"this network", "loopback",   "multicast",
                                                         "class E",      "broadcast",  "mapped",
                                                         "unspecified",  "link local", "ordinary"};
constexpr std::uint16_t no_address = 0;
constexpr std::uint16_t no_family = 1;
constexpr std::uint16_t unknown_family = 2;
constexpr std::uint16_t first_ipv4 = 3;
constexpr std::uint16_t first_ipv6 = first_ipv4 + class_words.size();

std::uint16_t class_of(const SocketAddress& address) {
  if (address.family == unspecified_family) return no_family;
  if (!is_ip(address.family)) return unknown_family;
  const std::uint16_t first = address.family == ipv4_family ? first_ipv4 : first_ipv6;
  return static_cast<std::uint16_t>(first + static_cast<std::uint16_t>(classify(address)));
}

std::string words_of_address(std::uint16_t kind) {
  if (kind == no_address) return "NULL";
  if (kind == no_family) return "no family";
  if (kind == unknown_family) return "unknown family";
  if (kind < first_ipv6) return "ipv4 " + std::string(class_words[kind - first_ipv4]);
  return "ipv6 " + std::string(class_words[kind - first_ipv6]);
}

std::uint16_t class_of_link(std::uint64_t luid, std::uint32_t index) {
  return static_cast<std::uint16_t>((luid != 0 ? 2 : 0) + (index != 0 ? 1 : 0));
}

std::uint16_t class_of_length(const Prefix& prefix) {
  if (prefix.length == 0) return 0;
  const std::uint8_t longest = address_bits(prefix.address.family);
  if (prefix.length > longest) return 3;
  return prefix.length == longest ? 2 : 1;
}

std::uint16_t class_of_lifetimes(const RouteRow& row) {
  if (row.preferred_lifetime_s > row.valid_lifetime_s) return 2;
  return row.preferred_lifetime_s == row.valid_lifetime_s ? 1 : 0;
}

std::uint16_t class_of_site_prefix(const RouteRow& row) {
  if (row.site_prefix_length == illegal_site_prefix) return 2;
  return row.site_prefix_length > row.destination.length ? 1 : 0;
}

Partition partition_of_row(const RouteRow& row) {
  return {{static_cast<std::uint16_t>(given + class_of_link(row.luid, row.index)),
           class_of(row.destination.address), class_of_length(row.destination), class_of(row.next_hop),
           class_of_lifetimes(row), class_of_site_prefix(row)}};
}
Partition partition_of_row(const LinkRow& row) {
  return {{given, class_of_link(row.luid, row.index), row.family}};
}
template <class Row>
Partition partition_of_row(const Row& row) {
  return {{given, class_of_link(row.luid, row.index), class_of(row.address)}};
}

struct PartitionOf {
  Partition operator()(const HasRow auto& call) const {
    return call.row ? partition_of_row(*call.row) : Partition{{null}};
  }
  Partition operator()(const TableCall& call) const {
    if (call.null_table) return {{null}};
    return {{given, call.family}};
  }
  Partition operator()(const KeptTableCall&) const { return {}; }
  Partition operator()(const BestRouteCall& call) const {
    return {{given, class_of_link(call.luid.value_or(0), call.index),
             call.destination ? class_of(*call.destination) : no_address}};
  }
  Partition operator()(const NotifyCall& call) const { return {{given, call.family}}; }
  Partition operator()(const CancelCall&) const { return {}; }
  Partition operator()(const CollectCall&) const { return {}; }
  Partition operator()(const AdvanceCall&) const { return {}; }
};

std::string words_of_link(std::uint16_t kind) { return std::string(link_words[kind]); }
std::string words_of_family(std::uint16_t family) { return "family " + std::to_string(family); }

std::string words_of_route(const Partition& partition) {
  const auto& [link, destination, length, next_hop, lifetimes, site_prefix] = partition.classes;
  return words_of_link(static_cast<std::uint16_t>(link - given)) + ", to " +
         words_of_address(destination) + " " + std::string(length_words[length]) + ", via " +
         words_of_address(next_hop) + ", " + std::string(lifetime_words[lifetimes]) + ", " +
         std::string(site_prefix_words[site_prefix]);
}

}  // namespace

Partition partition_of(const Operation& operation) { return std::visit(PartitionOf{}, operation); }

std::string describe(Call call, const Partition& partition) {
  if (call == Call::free_table || call == Call::reread_table) return "kept table";
  if (call == Call::cancel_notification) return "registration";
  if (call == Call::collect_notifications) return "callbacks";
  const auto& classes = partition.classes;
  if (classes[0] == null) return "NULL";
  if (call == Call::notify_route_change || returns_table(call)) {
    return words_of_family(classes[1]);
  }
  if (call == Call::best_route) {
    return words_of_link(classes[1]) + ", to " + words_of_address(classes[2]);
  }
  if (is_about(call, Entries::routes)) return words_of_route(partition);
  return words_of_link(classes[1]) + ", " +
         (is_about(call, Entries::links) ? words_of_family(classes[2]) : words_of_address(classes[2]));
}

}  // namespace netioconf::oracle::coverage
