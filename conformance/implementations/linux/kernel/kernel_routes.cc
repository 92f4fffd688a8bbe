#include "conformance/implementations/linux/kernel/kernel_routes.h"

#include <netinet/in.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace netioconf::conformance::implementations::linux::kernel {
namespace {

constexpr std::uint32_t ticks_a_second = 100;  // USER_HZ, the unit of rta_expires

std::uint8_t bits_of(const KernelAddress& address) {
  return static_cast<std::uint8_t>(8 * size_of(address));
}

void put(NetlinkRequest& request, std::uint16_t attribute, const KernelAddress& address) {
  request.put(attribute, address.bytes.data(), size_of(address));
}

// A next hop of the other family has a separate attribute.
void put_next_hop(NetlinkRequest& request, const KernelRoute& route) {
  const KernelAddress& next_hop = route.next_hop;
  if (next_hop.family == 0) return;
  if (next_hop.family == route.destination.family) {
    put(request, RTA_GATEWAY, next_hop);
    return;
  }
  std::array<std::uint8_t, sizeof(rtvia) + 16> via{};
  const std::uint16_t family = next_hop.family;
  std::memcpy(via.data(), &family, sizeof family);
  std::memcpy(via.data() + sizeof(rtvia), next_hop.bytes.data(), size_of(next_hop));
  request.put(RTA_VIA, via.data(), sizeof(rtvia) + size_of(next_hop));
}

rtmsg header_for(const KernelRoute& route) {
  rtmsg header{};
  header.rtm_family = route.destination.family;
  header.rtm_dst_len = route.length;
  header.rtm_table = RT_TABLE_MAIN;
  header.rtm_type = RTN_UNICAST;
  header.rtm_scope = route.next_hop.family == 0 ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE;
  return header;
}

void put_key(NetlinkRequest& request, const KernelRoute& route) {
  put(request, RTA_DST, route.destination);
  put_next_hop(request, route);
  request.put(RTA_OIF, route.ifindex);
  if (route.priority != 0) request.put(RTA_PRIORITY, route.priority);
}

KernelReply change(Netlink& kernel, NetlinkRequest& request) {
  KernelReply reply;
  reply.answer =
      kernel.change(request, [&](const nlmsghdr& message) { reply.route = route_in(message); });
  return reply;
}

KernelReply store(Netlink& kernel, const KernelRoute& route, unsigned flags) {
  NetlinkRequest request{RTM_NEWROUTE, flags | NLM_F_ECHO};
  rtmsg header = header_for(route);
  header.rtm_protocol = route.protocol;
  // The documents do not require a reachable next hop, so the kernel must treat it as on-link.
  if (route.next_hop.family != 0) header.rtm_flags = RTNH_F_ONLINK;
  request.put(header);
  put_key(request, route);
  if (route.valid_s) request.put(RTA_EXPIRES, *route.valid_s);
  return change(kernel, request);
}

KernelAddress address_in(std::uint8_t family, const void* bytes) {
  KernelAddress address;
  address.family = family;
  std::memcpy(address.bytes.data(), bytes, size_of(address));
  return address;
}

// Reads one attribute of a route whose family and length are already known.
void read(const nlattr& attribute, KernelRoute& route) {
  const void* payload = mnl_attr_get_payload(&attribute);
  const std::size_t size = mnl_attr_get_payload_len(&attribute);
  const std::uint8_t family = route.destination.family;
  switch (mnl_attr_get_type(&attribute)) {
    case RTA_DST:
      if (size == size_of(route.destination)) route.destination = address_in(family, payload);
      break;
    case RTA_GATEWAY:
      if (size == size_of(route.destination)) route.next_hop = address_in(family, payload);
      break;
    case RTA_VIA: {
      std::uint16_t of_next_hop = 0;
      std::memcpy(&of_next_hop, payload, sizeof of_next_hop);
      route.next_hop = address_in(static_cast<std::uint8_t>(of_next_hop),
                                  static_cast<const std::uint8_t*>(payload) + sizeof(rtvia));
      break;
    }
    case RTA_OIF:
      route.ifindex = mnl_attr_get_u32(&attribute);
      break;
    case RTA_PRIORITY:
      route.priority = mnl_attr_get_u32(&attribute);
      break;
    case RTA_CACHEINFO: {
      rta_cacheinfo info{};
      std::memcpy(&info, payload, std::min(size, sizeof info));
      if (info.rta_expires > 0)
        route.valid_s = static_cast<std::uint32_t>(info.rta_expires) / ticks_a_second;
      if (info.rta_expires < 0) route.valid_s = 0;
      break;
    }
    default:
      break;
  }
}

std::optional<KernelRoute> any_route_in(const nlmsghdr& message) {
  rtmsg header{};
  if (mnl_nlmsg_get_payload_len(&message) < sizeof header) return std::nullopt;
  std::memcpy(&header, mnl_nlmsg_get_payload(&message), sizeof header);
  if (header.rtm_family != AF_INET && header.rtm_family != AF_INET6) return std::nullopt;
  KernelRoute route;
  route.destination.family = header.rtm_family;
  route.length = header.rtm_dst_len;
  route.protocol = header.rtm_protocol;
  route.in_main_table = header.rtm_table == RT_TABLE_MAIN;
  mnl_attr_parse(
      &message, sizeof header,
      [](const nlattr* attribute, void* to) {
        read(*attribute, *static_cast<KernelRoute*>(to));
        return MNL_CB_OK;
      },
      &route);
  return route;
}

int read_source(const nlattr* attribute, void* to) {
  auto& source = *static_cast<KernelAddress*>(to);
  const bool fits = mnl_attr_get_payload_len(attribute) == size_of(source);
  if (mnl_attr_get_type(attribute) == RTA_PREFSRC && fits)
    source = address_in(source.family, mnl_attr_get_payload(attribute));
  return MNL_CB_OK;
}

void put_lookup(NetlinkRequest& request, const Lookup& lookup, unsigned flags) {
  rtmsg header{};
  header.rtm_family = lookup.destination.family;
  header.rtm_dst_len = bits_of(lookup.destination);
  header.rtm_flags = flags;
  // IPv6 always reports the table; IPv4 only on request.
  if (header.rtm_family == AF_INET) header.rtm_flags |= RTM_F_LOOKUP_TABLE;
  if (lookup.source.family != 0) header.rtm_src_len = bits_of(lookup.source);
  request.put(header);
  put(request, RTA_DST, lookup.destination);
  if (lookup.source.family != 0) put(request, RTA_SRC, lookup.source);
  if (lookup.ifindex != 0) request.put(RTA_OIF, lookup.ifindex);
}

}  // namespace

std::size_t size_of(const KernelAddress& address) { return address.family == AF_INET ? 4 : 16; }

KernelReply add_route(Netlink& kernel, const KernelRoute& route) {
  return store(kernel, route, NLM_F_CREATE | NLM_F_EXCL);
}

KernelReply replace_route(Netlink& kernel, const KernelRoute& route) {
  return store(kernel, route, NLM_F_REPLACE);
}

KernelReply remove_route(Netlink& kernel, const KernelRoute& route) {
  NetlinkRequest request{RTM_DELROUTE, NLM_F_ECHO};
  request.put(header_for(route));
  put_key(request, route);
  return change(kernel, request);
}

KernelAnswer each_route(Netlink& kernel, std::uint8_t family, const OnRoute& on_route) {
  NetlinkRequest request{RTM_GETROUTE, NLM_F_DUMP};
  rtmsg header{};
  header.rtm_family = family;
  header.rtm_table = RT_TABLE_MAIN;
  request.put(header);
  KernelAnswer answer = kernel.ask(request, [&](const nlmsghdr& message) {
    if (const auto route = route_in(message)) on_route(*route);
  });
  // The kernel creates the table with its first route.
  if (answer.error == ENOENT) return {};
  return answer;
}

KernelReply find_best(Netlink& kernel, const Lookup& lookup) {
  KernelReply reply;
  NetlinkRequest request{RTM_GETROUTE, 0};
  put_lookup(request, lookup, RTM_F_FIB_MATCH);
  reply.answer =
      kernel.ask(request, [&](const nlmsghdr& message) { reply.route = any_route_in(message); });
  return reply;
}

std::optional<KernelAddress> find_source(Netlink& kernel, const Lookup& lookup) {
  KernelAddress source;
  source.family = lookup.destination.family;
  const auto no_source = source;
  // With RTM_F_FIB_MATCH the kernel shows only a source that was stored with the route.
  NetlinkRequest request{RTM_GETROUTE, 0};
  put_lookup(request, lookup, 0);
  const KernelAnswer answer = kernel.ask(request, [&](const nlmsghdr& message) {
    mnl_attr_parse(&message, sizeof(rtmsg), read_source, &source);
  });
  return answer.error == 0 && source != no_source ? std::optional{source} : std::nullopt;
}

std::optional<KernelRoute> route_in(const nlmsghdr& message) {
  const auto* header = static_cast<const rtmsg*>(mnl_nlmsg_get_payload(&message));
  if (header->rtm_table != RT_TABLE_MAIN || header->rtm_type != RTN_UNICAST) return std::nullopt;
  return any_route_in(message);
}

}  // namespace netioconf::conformance::implementations::linux::kernel
