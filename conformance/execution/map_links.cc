#include "conformance/execution/map_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "oracle/model/fields.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::Link;

// The links of the script and the host's links for them.
struct LinkPairing {
  std::vector<Link> script_links;
  std::vector<Link> host_links;  // one for each
};

bool same_abilities(const Link& one, const Link& other) {
  return one.ipv4 == other.ipv4 && one.ipv6 == other.ipv6 && one.routes == other.routes &&
         one.loopback == other.loopback && one.connected == other.connected &&
         one.ignores_default_routes == other.ignores_default_routes;
}

// A script that lists no addresses and no path MTU timeout takes any.
bool has_what_is_asked(const Link& there, const Link& asked) {
  return (asked.addresses.empty() || asked.addresses == there.addresses) &&
         (asked.path_mtu_timeout_ms == 0 || asked.path_mtu_timeout_ms == there.path_mtu_timeout_ms);
}

bool same_name(const Link& one, const Link& other) {
  return one.luid == other.luid && one.index == other.index;
}

// Links with the same abilities are interchangeable, so a choice never prevents a later one. A link with
// the same LUID and index is preferred, so that a script for exactly this host does not change.
std::optional<LinkPairing> pair_up(const std::vector<Link>& script_links, std::vector<Link> unpaired) {
  LinkPairing pairing{.script_links = script_links, .host_links = script_links};
  std::vector<bool> paired(script_links.size(), false);
  for (const bool by_name : {true, false}) {
    for (std::size_t position = 0; position < script_links.size(); ++position) {
      if (paired[position]) continue;
      const auto fits = [&](const Link& link) {
        return same_abilities(link, script_links[position]) &&
               has_what_is_asked(link, script_links[position]) &&
               (!by_name || same_name(link, script_links[position]));
      };
      const auto found = std::find_if(unpaired.begin(), unpaired.end(), fits);
      if (found == unpaired.end()) continue;
      pairing.host_links[position] = *found;
      paired[position] = true;
      unpaired.erase(found);
    }
  }
  if (std::find(paired.begin(), paired.end(), false) != paired.end()) return std::nullopt;
  return pairing;
}

// Renames LUIDs and indexes of links. It records the first one whose meaning would change: one that
// names no link of the script, but a link of the host.
class Renamer {
 public:
  Renamer(LinkPairing pairing, const oracle::Host& existing)
      : pairing_{std::move(pairing)}, existing_{existing} {}

  void operator()(std::uint64_t& luid, std::uint32_t& index) {
    rename(luid, &Link::luid, "LUID");
    rename(index, &Link::index, "index");
  }

  // Empty if there is no problem.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  template <class Name>
  void rename(Name& name, Name Link::* member, std::string_view kind) {
    if (name == 0) return;
    for (std::size_t position = 0; position < pairing_.script_links.size(); ++position) {
      if (pairing_.script_links[position].*member != name) continue;
      name = pairing_.host_links[position].*member;
      return;
    }
    const auto names = [&](const Link& link) { return link.*member == name; };
    if (problem_.empty() && std::any_of(existing_.links.begin(), existing_.links.end(), names)) {
      problem_ =
          fmt::format("{} {:#x} names no link in the script, but a link of this machine", kind, name);
    }
  }

  LinkPairing pairing_;
  const oracle::Host& existing_;
  std::string problem_;
};

std::string_view stacks(const oracle::Host& host) {
  if (host.ipv4 && host.ipv6) return "IPv4 and IPv6";
  if (host.ipv4) return "IPv4 only";
  return host.ipv6 ? "IPv6 only" : "neither IPv4 nor IPv6";
}

std::string describe(const std::vector<Link>& links) {
  std::string text;
  for (const Link& link : links) {
    text += fmt::format("{}{}{}{}{}{}{}", text.empty() ? "" : ", ", link.loopback ? "loopback" : "link",
                        link.ipv4 ? " IPv4" : "", link.ipv6 ? " IPv6" : "",
                        link.routes ? "" : " without routes", link.connected ? "" : " not connected",
                        link.ignores_default_routes ? " ignoring default routes" : "");
  }
  return text.empty() ? "none" : text;
}

}  // namespace

std::expected<oracle::Script, std::string> map_links(const oracle::Script& script,
                                                     const oracle::Host& existing) {
  if (script.host.ipv4 != existing.ipv4 || script.host.ipv6 != existing.ipv6) {
    return std::unexpected(fmt::format("the script asks for a machine with {}, this one has {}",
                                       stacks(script.host), stacks(existing)));
  }
  const auto pairing = pair_up(script.host.links, existing.links);
  if (!pairing) {
    return std::unexpected(
        fmt::format("the script asks for links that this host does not have: {}; it has: {}",
                    describe(script.host.links), describe(existing.links)));
  }
  oracle::Script result = script;
  result.host = existing;
  Renamer renamer{*pairing, existing};
  for (oracle::Operation& operation : result.operations) {
    oracle::edit_link_name(operation, std::ref(renamer));
  }
  if (!renamer.problem().empty()) return std::unexpected(renamer.problem());
  return result;
}

}  // namespace netioconf::conformance::execution
