#include "corpora/codec/codec_rows.h"

#include <cstdint>

#include "corpora/codec/codec.h"
#include "corpora/codec/octets.h"

namespace netioconf::corpora::codec {
namespace {

std::uint8_t low_octet(std::uint32_t value) { return static_cast<std::uint8_t>(value); }

oracle::Link decode(const proto::Link& message) {
  return {.luid = message.luid(),
          .index = message.index(),
          .ipv4 = message.ipv4(),
          .ipv6 = message.ipv6(),
          .routes = message.routes(),
          .loopback = message.loopback(),
          .ipv4_metric = message.ipv4_metric(),
          .ipv6_metric = message.ipv6_metric()};
}

proto::Link encode(const oracle::Link& link) {
  proto::Link message;
  if (link.luid != message.luid()) message.set_luid(link.luid);
  if (link.index != message.index()) message.set_index(link.index);
  if (link.ipv4 != message.ipv4()) message.set_ipv4(link.ipv4);
  if (link.ipv6 != message.ipv6()) message.set_ipv6(link.ipv6);
  if (link.routes != message.routes()) message.set_routes(link.routes);
  if (link.loopback != message.loopback()) message.set_loopback(link.loopback);
  if (link.ipv4_metric != message.ipv4_metric()) message.set_ipv4_metric(link.ipv4_metric);
  if (link.ipv6_metric != message.ipv6_metric()) message.set_ipv6_metric(link.ipv6_metric);
  return message;
}

}  // namespace

oracle::Prefix decode(const proto::Prefix& message) {
  return {.address = decode(message.address()),
          .length = low_octet(message.length()),
          .padding = first_octets<3>(message.padding())};
}

proto::Prefix encode(const oracle::Prefix& prefix) {
  proto::Prefix message;
  if (prefix.address != oracle::SocketAddress{}) *message.mutable_address() = encode(prefix.address);
  if (prefix.length != message.length()) message.set_length(prefix.length);
  const std::string padding = without_trailing_zeros(prefix.padding);
  if (!padding.empty()) message.set_padding(padding);
  return message;
}

oracle::RouteRow decode(const proto::RouteRow& message) {
  return {.luid = message.luid(),
          .index = message.index(),
          .destination = decode(message.destination()),
          .next_hop = decode(message.next_hop()),
          .site_prefix_length = low_octet(message.site_prefix_length()),
          .padding = first_octets<3>(message.padding()),
          .valid_lifetime_s = message.valid_lifetime_s(),
          .preferred_lifetime_s = message.preferred_lifetime_s(),
          .metric = message.metric(),
          .protocol = message.protocol(),
          .loopback = low_octet(message.loopback()),
          .autoconfigure_address = low_octet(message.autoconfigure_address()),
          .publish = low_octet(message.publish()),
          .immortal = low_octet(message.immortal()),
          .age_s = message.age_s(),
          .origin = message.origin()};
}

proto::RouteRow encode(const oracle::RouteRow& row) {
  proto::RouteRow message;
  if (row.luid != message.luid()) message.set_luid(row.luid);
  if (row.index != message.index()) message.set_index(row.index);
  if (row.destination != oracle::Prefix{}) *message.mutable_destination() = encode(row.destination);
  if (row.next_hop != oracle::SocketAddress{}) *message.mutable_next_hop() = encode(row.next_hop);
  if (row.site_prefix_length != message.site_prefix_length()) {
    message.set_site_prefix_length(row.site_prefix_length);
  }
  if (row.valid_lifetime_s != message.valid_lifetime_s()) {
    message.set_valid_lifetime_s(row.valid_lifetime_s);
  }
  if (row.preferred_lifetime_s != message.preferred_lifetime_s()) {
    message.set_preferred_lifetime_s(row.preferred_lifetime_s);
  }
  if (row.metric != message.metric()) message.set_metric(row.metric);
  if (row.protocol != message.protocol()) message.set_protocol(row.protocol);
  if (row.loopback != message.loopback()) message.set_loopback(row.loopback);
  if (row.autoconfigure_address != message.autoconfigure_address()) {
    message.set_autoconfigure_address(row.autoconfigure_address);
  }
  if (row.publish != message.publish()) message.set_publish(row.publish);
  if (row.immortal != message.immortal()) message.set_immortal(row.immortal);
  if (row.age_s != message.age_s()) message.set_age_s(row.age_s);
  if (row.origin != message.origin()) message.set_origin(row.origin);
  const std::string padding = without_trailing_zeros(row.padding);
  if (!padding.empty()) message.set_padding(padding);
  return message;
}

oracle::AnycastRow decode(const proto::AnycastRow& message) {
  return {.address = decode(message.address()),
          .padding = first_octets<4>(message.padding()),
          .luid = message.luid(),
          .index = message.index(),
          .scope_id = message.scope_id()};
}

proto::AnycastRow encode(const oracle::AnycastRow& row) {
  proto::AnycastRow message;
  if (row.luid != message.luid()) message.set_luid(row.luid);
  if (row.index != message.index()) message.set_index(row.index);
  if (row.address != oracle::SocketAddress{}) *message.mutable_address() = encode(row.address);
  if (row.scope_id != message.scope_id()) message.set_scope_id(row.scope_id);
  const std::string padding = without_trailing_zeros(row.padding);
  if (!padding.empty()) message.set_padding(padding);
  return message;
}

oracle::LinkRow decode(const proto::LinkRow& message) {
  return {.family = static_cast<std::uint16_t>(message.family()),
          .luid = message.luid(),
          .index = message.index(),
          .metric = message.metric()};
}

proto::LinkRow encode(const oracle::LinkRow& row) {
  proto::LinkRow message;
  if (row.family != message.family()) message.set_family(row.family);
  if (row.luid != message.luid()) message.set_luid(row.luid);
  if (row.index != message.index()) message.set_index(row.index);
  if (row.metric != message.metric()) message.set_metric(row.metric);
  return message;
}

oracle::Host decode(const proto::Host& message) {
  oracle::Host host{.ipv4 = message.ipv4(), .ipv6 = message.ipv6(), .links = {}};
  for (const proto::Link& link : message.links()) {
    if (host.links.size() == link_count_max) break;
    host.links.push_back(decode(link));
  }
  return host;
}

proto::Host encode(const oracle::Host& host) {
  proto::Host message;
  if (host.ipv4 != message.ipv4()) message.set_ipv4(host.ipv4);
  if (host.ipv6 != message.ipv6()) message.set_ipv6(host.ipv6);
  for (const oracle::Link& link : host.links) *message.add_links() = encode(link);
  return message;
}

}  // namespace netioconf::corpora::codec
