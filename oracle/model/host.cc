#include "oracle/model/host.h"

namespace netioconf::oracle::inline model {

Host plain_host() {
  return {.ipv4 = true, .ipv6 = true, .links = {Link{.luid = first_luid, .index = 1}}};
}

bool machine_has(const Host& host, std::uint16_t family) {
  if (family == ipv4_family) return host.ipv4;
  return family == ipv6_family && host.ipv6;
}

bool link_has(const Link& link, std::uint16_t family) {
  if (family == ipv4_family) return link.ipv4;
  return family == ipv6_family && link.ipv6;
}

std::uint32_t link_metric(const Link& link, std::uint16_t family) {
  return family == ipv4_family ? link.ipv4_metric : link.ipv6_metric;
}

const Link* named_link(const Host& host, std::uint64_t luid, std::uint32_t index) {
  for (const Link& link : host.links) {
    if (luid != 0 ? link.luid == luid : link.index == index) return &link;
  }
  return nullptr;
}

}  // namespace netioconf::oracle::inline model
