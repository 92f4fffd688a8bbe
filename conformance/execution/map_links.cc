#include "conformance/execution/map_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "oracle/model/fields.h"
#include "oracle/words/describe.h"

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
  const bool same_addresses = std::ranges::is_permutation(asked.addresses, there.addresses);
  return (asked.addresses.empty() || same_addresses) &&
         (asked.path_mtu_timeout_ms == 0 || asked.path_mtu_timeout_ms == there.path_mtu_timeout_ms);
}

bool same_name(const Link& one, const Link& other) {
  return one.luid == other.luid && one.index == other.index;
}

bool fits(const Link& there, const Link& asked) {
  return same_abilities(there, asked) && has_what_is_asked(there, asked);
}

// Gives each link of the script a link of the host that fits. A link with the same LUID and index is
// preferred, so that a script for exactly this host does not change.
class Pairer {
 public:
  Pairer(const std::vector<Link>& asked, const std::vector<Link>& there)
      : asked_{asked}, there_{there}, owners_(there.size()) {}

  [[nodiscard]] std::optional<LinkPairing> pair_up() {
    std::vector<bool> paired(asked_.size());
    for (std::size_t position = 0; position < asked_.size(); ++position)
      paired[position] = take_namesake(position);
    for (std::size_t position = 0; position < asked_.size(); ++position) {
      std::vector<bool> tried(there_.size());
      if (!paired[position] && !take_any(position, tried)) return std::nullopt;
    }
    LinkPairing pairing{.script_links = asked_, .host_links = asked_};
    for (std::size_t link = 0; link < there_.size(); ++link) {
      if (owners_[link]) pairing.host_links[*owners_[link]] = there_[link];
    }
    return pairing;
  }

 private:
  bool take_namesake(std::size_t position) {
    for (std::size_t link = 0; link < there_.size(); ++link) {
      if (owners_[link] || !same_name(there_[link], asked_[position]) ||
          !fits(there_[link], asked_[position]))
        continue;
      owners_[link] = position;
      return true;
    }
    return false;
  }

  // A free link, or one whose owner can take another one.
  bool take_any(std::size_t position, std::vector<bool>& tried) {
    for (const bool free : {true, false}) {
      for (std::size_t link = 0; link < there_.size(); ++link) {
        if (tried[link] || owners_[link].has_value() == free || !fits(there_[link], asked_[position]))
          continue;
        tried[link] = true;
        if (owners_[link] && !take_any(*owners_[link], tried)) continue;
        owners_[link] = position;
        return true;
      }
    }
    return false;
  }

  const std::vector<Link>& asked_;
  const std::vector<Link>& there_;
  // For each link of the host, the position of its link of the script.
  std::vector<std::optional<std::size_t>> owners_;
};

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
    if (problem_.empty() && std::ranges::any_of(existing_.links, names)) {
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

std::string describe(const Link& link) {
  std::string text = link.loopback ? "loopback" : "link";
  if (link.ipv4) text += " IPv4";
  if (link.ipv6) text += " IPv6";
  if (!link.routes) text += " without routes";
  if (!link.connected) text += " not connected";
  if (link.ignores_default_routes) text += " ignoring default routes";
  if (link.path_mtu_timeout_ms != 0)
    text += fmt::format(" path MTU timeout {} ms", link.path_mtu_timeout_ms);
  for (const oracle::Prefix& address : link.addresses)
    text += " address " + oracle::words::describe(address);
  return text;
}

std::string describe(const std::vector<Link>& links) {
  std::string text;
  for (const Link& link : links) text += (text.empty() ? "" : ", ") + describe(link);
  return text.empty() ? "none" : text;
}

}  // namespace

std::expected<oracle::Script, std::string> map_links(const oracle::Script& script,
                                                     const oracle::Host& existing) {
  if (script.host.ipv4 != existing.ipv4 || script.host.ipv6 != existing.ipv6) {
    return std::unexpected(fmt::format("the script asks for a machine with {}, this one has {}",
                                       stacks(script.host), stacks(existing)));
  }
  const auto pairing = Pairer{script.host.links, existing.links}.pair_up();
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
