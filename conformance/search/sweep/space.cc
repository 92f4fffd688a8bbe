#include "conformance/search/sweep/space.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "conformance/search/shard/shard.h"
#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/hosts.h"
#include "conformance/search/sweep/spaces/regions.h"
#include "conformance/search/values/values.h"

namespace netioconf::conformance::search::sweep {
namespace {

constexpr std::string_view prefix = "sweep/";

void write_name(std::uint64_t number, std::string& name) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
  name.assign(prefix);
  name.append(digits.begin(), end);
}

template <class Argument>
std::string describe(std::string_view name, const spaces::ParameterSpace<Argument>& parameters) {
  std::string text{name};
  std::string between = ": ";
  for (const spaces::ParameterMember<Argument>& member : parameters.members) {
    text += fmt::format("{}{} {}", between, member.name, member.values.size() + 1);
    between = ", ";
  }
  return text;
}

}  // namespace

Space::Space(unsigned depth) {
  const auto add = [this](unsigned at_depth, std::vector<spaces::Region> regions) {
    for (spaces::Region& region : regions) {
      const std::uint64_t first = size_;
      size_ += region.size;
      regions_.push_back({.region = std::move(region), .depth = at_depth, .first = first});
    }
  };
  add(1, spaces::regions_of_depth_1());
  if (depth >= 2) add(2, spaces::regions_of_depth_2());
  if (depth >= 3) add(3, spaces::regions_of_depth_3());
}

void Space::write(std::uint64_t number, oracle::Script& script) const {
  const auto next =
      std::upper_bound(regions_.begin(), regions_.end(), number,
                       [](std::uint64_t wanted, const Placed& placed) { return wanted < placed.first; });
  const Placed& placed = *(next - 1);
  placed.region.write(number - placed.first, script);
  write_name(number, script.name);
}

std::string name_of_number(std::uint64_t number) {
  std::string name;
  write_name(number, name);
  return name;
}

std::optional<std::uint64_t> number_of_name(std::string_view name) {
  if (name.substr(0, prefix.size()) != prefix) return std::nullopt;
  name.remove_prefix(prefix.size());
  return shard::number_in(name);
}

std::vector<std::string> describe_values() {
  const oracle::Host host = spaces::two_links();
  std::vector<std::string> lines = {fmt::format("{} hosts", spaces::small_hosts().size())};
  for (const std::uint16_t family : values::ip_families) {
    const std::string name = family == oracle::ipv4_family ? "IPv4" : "IPv6";
    lines.push_back(describe(name + " MIB_IPFORWARD_ROW2", *spaces::route_parameters(host, family)));
    lines.push_back(
        describe(name + " MIB_ANYCASTIPADDRESS_ROW", *spaces::anycast_parameters(host, family)));
    lines.push_back(describe(name + " GetBestRoute2", *spaces::best_route_parameters(host, family)));
  }
  return lines;
}

}  // namespace netioconf::conformance::search::sweep
