#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "conformance/search/sweep/spaces/hosts.h"
#include "conformance/search/sweep/spaces/region.h"
#include "conformance/search/values/values.h"

namespace netioconf::conformance::search::sweep::spaces {

// The host and the family of the rows of a script.
struct HostFamily {
  SharedHost host;
  std::uint16_t family = 0;
};

[[nodiscard]] inline SharedHost shared(oracle::Host host) {
  return std::make_shared<const oracle::Host>(std::move(host));
}

// Both families on that host.
[[nodiscard]] inline std::vector<HostFamily> families_on(const SharedHost& host) {
  std::vector<HostFamily> host_families;
  for (const std::uint16_t family : values::ip_families) host_families.push_back({host, family});
  return host_families;
}

// Both families on the plain host.
[[nodiscard]] inline std::vector<HostFamily> families_on_plain_host() {
  return families_on(shared(oracle::plain_host()));
}

// Both families on every small host, the plain one first.
[[nodiscard]] inline std::vector<HostFamily> families_on_every_host() {
  std::vector<HostFamily> host_families;
  for (SmallHost& small : small_hosts()) {
    for (const HostFamily& host_family : families_on(shared(std::move(small.host))))
      host_families.push_back(host_family);
  }
  return host_families;
}

// Both families on every small host except the plain one.
[[nodiscard]] inline std::vector<HostFamily> families_on_other_hosts() {
  std::vector<HostFamily> host_families = families_on_every_host();
  host_families.erase(host_families.begin(), host_families.begin() + values::ip_families.size());
  return host_families;
}

// Both families on every small host with two links or more.
[[nodiscard]] inline std::vector<HostFamily> families_on_hosts_with_two_links() {
  std::vector<HostFamily> host_families = families_on_every_host();
  std::erase_if(host_families,
                [](const HostFamily& host_family) { return host_family.host->links.size() < 2; });
  return host_families;
}

// Joins the regions that `make` returns for each host and family.
template <class Make>
[[nodiscard]] Region over(std::string name, const std::vector<HostFamily>& host_families,
                          const Make& make) {
  std::vector<Region> parts;
  for (const HostFamily& host_family : host_families) parts.push_back(make(host_family));
  return joined(std::move(name), std::move(parts));
}

}  // namespace netioconf::conformance::search::sweep::spaces
