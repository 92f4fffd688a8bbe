#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "conformance/search/sweep/spaces/hosts.h"
#include "conformance/search/sweep/spaces/region.h"
#include "conformance/search/sweep/spaces/values.h"

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
[[nodiscard]] inline std::vector<HostFamily> settings_on(const SharedHost& host) {
  std::vector<HostFamily> settings;
  for (const std::uint16_t family : ip_families) settings.push_back({host, family});
  return settings;
}

// Both families on the plain host.
[[nodiscard]] inline std::vector<HostFamily> plain_settings() {
  return settings_on(shared(oracle::plain_host()));
}

// Both families on every small host, the plain one first.
[[nodiscard]] inline std::vector<HostFamily> every_setting() {
  std::vector<HostFamily> settings;
  for (SmallHost& small : small_hosts()) {
    for (const HostFamily& setting : settings_on(shared(std::move(small.host))))
      settings.push_back(setting);
  }
  return settings;
}

// Both families on every small host except the plain one.
[[nodiscard]] inline std::vector<HostFamily> other_settings() {
  std::vector<HostFamily> settings = every_setting();
  settings.erase(settings.begin(), settings.begin() + ip_families.size());
  return settings;
}

// Both families on every small host with two links or more.
[[nodiscard]] inline std::vector<HostFamily> every_pair_of_links() {
  std::vector<HostFamily> settings = every_setting();
  std::erase_if(settings, [](const HostFamily& setting) { return setting.host->links.size() < 2; });
  return settings;
}

// Joins the regions that `make` returns for each setting.
template <class Make>
[[nodiscard]] Region over(std::string name, const std::vector<HostFamily>& settings, const Make& make) {
  std::vector<Region> parts;
  for (const HostFamily& setting : settings) parts.push_back(make(setting));
  return joined(std::move(name), std::move(parts));
}

}  // namespace netioconf::conformance::search::sweep::spaces
