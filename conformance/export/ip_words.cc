#include "conformance/export/ip_words.h"

#include <fmt/format.h>

#include "oracle/model/calls.h"
#include "oracle/state/state.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::exporting {
namespace {

using oracle::Call;

std::unexpected<std::string> without(std::string_view what) {
  return std::unexpected(std::string{what});
}

bool is_zero(const oracle::SocketAddress& address) {
  return oracle::ip_bytes(address) == oracle::IpBytes{};
}

// Why iproute2 cannot express the row; empty if it can. The last reasons are members that Linux lacks.
std::string_view hindrance(const oracle::RouteRow& row) {
  const oracle::SocketAddress& destination = row.destination.address;
  const bool ipv6 = destination.family == oracle::ipv6_family;
  if (!oracle::is_ip(destination.family) || !oracle::is_ip(row.next_hop.family)) {
    return "iproute2 has no addresses of this family";
  }
  if (oracle::bare(destination) != destination || oracle::bare(row.next_hop) != row.next_hop) {
    return "iproute2 has no bytes outside of the IP address";
  }
  if (row.destination.length > oracle::address_bits(destination.family)) {
    return "iproute2 accepts no prefix that is longer than an address";
  }
  if (ipv6 && row.next_hop.family != destination.family) {
    return "iproute2 has no IPv4 next hop of an IPv6 route";
  }
  if (!ipv6 && row.next_hop.family == oracle::ipv6_family && is_zero(row.next_hop)) {
    return "iproute2 has no next hop ::";
  }
  const bool sentinel = row.site_prefix_length == oracle::illegal_site_prefix;
  if (row.site_prefix_length > row.destination.length && !sentinel) return "Linux has no site prefix";
  if (row.preferred_lifetime_s > row.valid_lifetime_s) return "Linux' routes have no preferred lifetime";
  return "";
}

// The same for a row to create or set: lifetimes that the kernel keeps, and a metric that it can add.
std::string_view hindrance_to_put(const oracle::RouteRow& row, const oracle::Link& link) {
  const bool ipv6 = row.destination.address.family == oracle::ipv6_family;
  const std::uint32_t of_link = oracle::link_metric(link, row.destination.address.family);
  if (row.metric + of_link < of_link)
    return "the sum of the metrics of route and link has more than 32 bits";
  if (ipv6 && row.metric + of_link == 0) return "Linux has no IPv6 route of metric 0";
  if (row.valid_lifetime_s != oracle::infinite_lifetime_s && (!ipv6 || row.valid_lifetime_s == 0)) {
    return "Linux' IPv4 routes have no lifetime, and no route can have a lifetime of 0";
  }
  if (row.protocol < 1 || row.protocol > 19) return "Linux has no such protocol";
  return "";
}

std::string link_name(const oracle::Host& host, const oracle::Link& link) {
  return fmt::format("link{}", &link - host.links.data() + 1);
}

std::string prefix_words(const oracle::Prefix& prefix) {
  return fmt::format("{}/{}", oracle::words::describe(prefix.address), prefix.length);
}

std::string next_hop_words(const oracle::RouteRow& row) {
  const bool same_family = row.next_hop.family == row.destination.address.family;
  return same_family && is_zero(row.next_hop) ? "-" : oracle::words::describe(row.next_hop);
}

std::string row_words(const oracle::RouteRow& row, const oracle::Host& host, const oracle::Link& link) {
  return fmt::format(
      "{} {} {} {} {}", prefix_words(row.destination), next_hop_words(row), link_name(host, link),
      row.metric + oracle::link_metric(link, row.destination.address.family), row.protocol);
}

IpWords words_of(const oracle::RouteCall& call, const oracle::Host& host) {
  if (call.call == Call::initialize_route) return without("Linux has no InitializeIpForwardEntry");
  if (!call.row) return without("iproute2 has no NULL");
  if (call.misalignment != 0) return without("iproute2 has no misaligned row");
  const oracle::Link* link = oracle::named_link(host, call.row->luid, call.row->index);
  if (link == nullptr) return without("iproute2 resolves the link itself and does not ask the kernel");
  if (const auto why = hindrance(*call.row); !why.empty()) return without(why);
  const bool puts = call.call == Call::create_route || call.call == Call::set_route;
  if (const auto why = hindrance_to_put(*call.row, *link); puts && !why.empty()) return without(why);
  std::string words =
      fmt::format("{} {}", oracle::info_of(call.call).name, row_words(*call.row, host, *link));
  const bool expires = puts && call.row->valid_lifetime_s != oracle::infinite_lifetime_s;
  if (expires) words += fmt::format(" {}", call.row->valid_lifetime_s);
  return words;
}

IpWords words_of(const oracle::TableCall& call, const oracle::Host&) {
  if (call.call == Call::anycast_table) return without("iproute2 has no anycast addresses");
  if (call.null_table) return without("iproute2 has no NULL");
  if (call.keep) return without("iproute2 keeps no table");
  if (call.family == oracle::unspecified_family) return "route_table -4 -6";
  if (call.family == oracle::ipv4_family) return "route_table -4";
  if (call.family == oracle::ipv6_family) return "route_table -6";
  return without("iproute2 has no such family");
}

IpWords words_of(const oracle::BestRouteCall& call, const oracle::Host& host) {
  if (call.null_best_route || call.null_best_source || !call.destination) {
    return without("iproute2 has no NULL");
  }
  if (call.source) return without("the documents do not say how a source address affects the search");
  if (!oracle::is_ip(call.destination->family) || oracle::bare(*call.destination) != *call.destination) {
    return without("iproute2 has no such address");
  }
  const std::string words = "best_route " + oracle::words::describe(*call.destination);
  if (call.luid.value_or(0) == 0 && call.index == 0) return words;
  const oracle::Link* link = oracle::named_link(host, call.luid.value_or(0), call.index);
  if (link == nullptr) return without("iproute2 resolves the link itself and does not ask the kernel");
  return words + " " + link_name(host, *link);
}

IpWords words_of(const oracle::KeptTableCall&, const oracle::Host&) {
  return without("iproute2 keeps no table");
}
IpWords words_of(const oracle::AdvanceCall&, const oracle::Host&) {
  return without("the clock of Linux cannot be moved");
}
IpWords words_of(const auto& call, const oracle::Host&) {
  if (oracle::is_about(call.call, oracle::Entries::anycasts)) {
    return without("iproute2 has no anycast addresses");
  }
  if (oracle::is_about(call.call, oracle::Entries::links)) {
    return without("Linux has no metric of a link");
  }
  return without("iproute2 has no callbacks (ip monitor is a separate program)");
}

}  // namespace

IpWords ip_words_of(const oracle::Host& host) {
  if (!host.ipv4 || !host.ipv6) return without("Linux always has both stacks");
  if (oracle::has_details(host)) return without("the program sets up no addresses");
  std::string words;
  for (const oracle::Link& link : host.links) {
    if (link.loopback)
      return without(
          "Linux has only one loopback link, and it cannot have the name of the script's link");
    if (!link.ipv4) return without("Linux has no link without an IPv4 stack");
    words += fmt::format("make_link {} {} {}\n", link_name(host, link), link.ipv6 ? 1500 : 1279,
                         link.routes ? "up" : "down");
  }
  return words;
}

IpWords ip_words_of(const oracle::Operation& operation, const oracle::Host& host) {
  return std::visit([&](const auto& call) { return words_of(call, host); }, operation);
}

IpWords ip_words_of_expected(const ExpectedRoute& expected, const oracle::Host& host) {
  const oracle::Link* link = oracle::named_link(host, expected.row.luid, expected.row.index);
  constexpr auto unseen = static_cast<std::uint16_t>(oracle::state::Member::site_prefix);
  if ((expected.unknown & static_cast<std::uint16_t>(~unseen)) != 0) {
    return without("values that the stack chooses cannot be compared in the text of iproute2");
  }
  return row_words(expected.row, host, *link);
}

}  // namespace netioconf::conformance::exporting
