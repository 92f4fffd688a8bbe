#include "oracle/partition.h"

#include <array>

#include "oracle/address.h"

namespace netioconf::oracle {
namespace {

constexpr std::array<std::string_view, 9> class_names = {"this network", "loopback",   "multicast",
                                                         "class E",      "broadcast",  "mapped",
                                                         "unspecified",  "link local", "ordinary"};

std::string kind_of(const SocketAddress& address) {
  if (address.family == unspecified_family) return "no family";
  if (!is_ip(address.family)) return "unknown family";
  const std::string family = address.family == ipv4_family ? "ipv4 " : "ipv6 ";
  return family + std::string(class_names[static_cast<std::size_t>(classify(address))]);
}

std::string kind_of_link(std::uint64_t luid, std::uint32_t index) {
  if (luid == 0) return index == 0 ? "no link" : "by index";
  return index == 0 ? "by luid" : "by both";
}

std::string kind_of_length(const Prefix& prefix) {
  if (prefix.length == 0) return "length 0";
  const std::uint8_t longest = address_bits(prefix.address.family);
  if (prefix.length > longest) return "too long";
  return prefix.length == longest ? "host" : "prefix";
}

std::string kind_of_lifetimes(const RouteRow& row) {
  if (row.preferred_lifetime_s > row.valid_lifetime_s) return "preferred above valid";
  return row.preferred_lifetime_s == row.valid_lifetime_s ? "lifetimes equal" : "preferred below valid";
}

std::string kind_of_site_prefix(const RouteRow& row) {
  if (row.site_prefix_length == illegal_site_prefix) return "site prefix 255";
  return row.site_prefix_length > row.destination.length ? "site prefix above prefix"
                                                         : "site prefix within prefix";
}

struct PartitionOf {
  std::string operator()(const RouteCall& call) const {
    if (!call.row) return "NULL";
    const RouteRow& row = *call.row;
    return kind_of_link(row.luid, row.index) + ", to " + kind_of(row.destination.address) + " " +
           kind_of_length(row.destination) + ", via " + kind_of(row.next_hop) + ", " +
           kind_of_lifetimes(row) + ", " + kind_of_site_prefix(row);
  }
  std::string operator()(const AnycastCall& call) const {
    if (!call.row) return "NULL";
    return kind_of_link(call.row->luid, call.row->index) + ", " + kind_of(call.row->address);
  }
  std::string operator()(const TableCall& call) const {
    return call.null_table ? "NULL" : "family " + std::to_string(call.family);
  }
  std::string operator()(const KeptTableCall&) const { return "kept table"; }
  std::string operator()(const BestRouteCall& call) const {
    const std::string destination = call.destination ? kind_of(*call.destination) : "NULL";
    return kind_of_link(call.luid.value_or(0), call.index) + ", to " + destination;
  }
  std::string operator()(const NotifyCall& call) const {
    return "family " + std::to_string(call.family);
  }
  std::string operator()(const CancelCall&) const { return "registration"; }
  std::string operator()(const CollectCall&) const { return "callbacks"; }
  std::string operator()(const LinkCall& call) const {
    if (!call.row) return "NULL";
    return kind_of_link(call.row->luid, call.row->index) + ", family " +
           std::to_string(call.row->family);
  }
};

}  // namespace

std::string partition_of(const Operation& operation) { return std::visit(PartitionOf{}, operation); }

}  // namespace netioconf::oracle
