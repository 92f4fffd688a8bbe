#include "corpora/codec/codec_rows.h"

#include <algorithm>
#include <cstddef>

#include "corpora/codec/codec.h"
#include "corpora/codec/message_members.h"

namespace netioconf::corpora::codec {
namespace {

template <class Structure, class Message>
Structure decoded(const Message& message) {
  Structure structure;
  read(message, structure);
  return structure;
}

template <class Message, class Structure>
Message encoded(const Structure& structure) {
  Message message;
  write(structure, message);
  return message;
}

}  // namespace

oracle::Prefix decode(const proto::Prefix& message) { return decoded<oracle::Prefix>(message); }
oracle::RouteRow decode(const proto::RouteRow& message) { return decoded<oracle::RouteRow>(message); }
oracle::AnycastRow decode(const proto::AnycastRow& message) {
  return decoded<oracle::AnycastRow>(message);
}
oracle::LinkRow decode(const proto::LinkRow& message) { return decoded<oracle::LinkRow>(message); }

proto::RouteRow encode(const oracle::RouteRow& row) { return encoded<proto::RouteRow>(row); }

oracle::Host decode(const proto::Host& message) {
  oracle::Host host{.ipv4 = message.ipv4(), .ipv6 = message.ipv6()};
  host.links.reserve(static_cast<std::size_t>(std::min(message.links_size(), link_count_max)));
  for (const proto::Link& link : message.links()) {
    if (host.links.size() == link_count_max) break;
    oracle::Link& decoded_link = host.links.emplace_back();
    read(link, decoded_link);
    if (decoded_link.addresses.size() > oracle::most_addresses)
      decoded_link.addresses.resize(oracle::most_addresses);
  }
  return host;
}

proto::Host encode(const oracle::Host& host) {
  proto::Host message;
  if (host.ipv4 != message.ipv4()) message.set_ipv4(host.ipv4);
  if (host.ipv6 != message.ipv6()) message.set_ipv6(host.ipv6);
  for (const oracle::Link& link : host.links) write(link, *message.add_links());
  return message;
}

}  // namespace netioconf::corpora::codec
