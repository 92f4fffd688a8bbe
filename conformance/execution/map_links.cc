#include "conformance/execution/map_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace netioconf::conformance::execution {
namespace {

using oracle::Link;

// The links of the script and the host's links for them.
struct LinkPairing {
  std::vector<Link> asked;
  std::vector<Link> given;  // one for each
};

bool same_abilities(const Link& one, const Link& other) {
  return one.ipv4 == other.ipv4 && one.ipv6 == other.ipv6 && one.routes == other.routes &&
         one.loopback == other.loopback;
}

bool same_name(const Link& one, const Link& other) {
  return one.luid == other.luid && one.index == other.index;
}

// Links with the same abilities are interchangeable, so a choice never prevents a later one. A link with
// the same LUID and index is preferred, so that a script for exactly this host does not change.
std::optional<LinkPairing> pair_up(const std::vector<Link>& asked, std::vector<Link> free) {
  LinkPairing pairing{.asked = asked, .given = asked};
  std::vector<bool> paired(asked.size(), false);
  for (const bool by_name : {true, false}) {
    for (std::size_t position = 0; position < asked.size(); ++position) {
      if (paired[position]) continue;
      const auto fits = [&](const Link& link) {
        return same_abilities(link, asked[position]) && (!by_name || same_name(link, asked[position]));
      };
      const auto found = std::find_if(free.begin(), free.end(), fits);
      if (found == free.end()) continue;
      pairing.given[position] = *found;
      paired[position] = true;
      free.erase(found);
    }
  }
  if (std::find(paired.begin(), paired.end(), false) != paired.end()) return std::nullopt;
  return pairing;
}

// Renames LUIDs and indexes of links. It records the first one whose meaning would change: one that
// names no link of the script, but a link of the host.
class Renamer {
 public:
  Renamer(LinkPairing pairing, const oracle::Host& there)
      : pairing_{std::move(pairing)}, there_{there} {}

  void operator()(oracle::RouteCall& call) { rename_row(call.row); }
  void operator()(oracle::AnycastCall& call) { rename_row(call.row); }
  void operator()(oracle::LinkCall& call) { rename_row(call.row); }
  void operator()(oracle::BestRouteCall& call) {
    if (call.luid) rename(*call.luid, &Link::luid, "LUID");
    rename(call.index, &Link::index, "index");
  }
  void operator()(const oracle::TableCall&) {}
  void operator()(const oracle::KeptTableCall&) {}
  void operator()(const oracle::NotifyCall&) {}
  void operator()(const oracle::CancelCall&) {}
  void operator()(const oracle::CollectCall&) {}

  // Empty if there is no problem.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  template <class Row>
  void rename_row(std::optional<Row>& row) {
    if (!row) return;
    rename(row->luid, &Link::luid, "LUID");
    rename(row->index, &Link::index, "index");
  }

  template <class Name>
  void rename(Name& name, Name Link::* member, std::string_view kind) {
    if (name == 0) return;
    for (std::size_t position = 0; position < pairing_.asked.size(); ++position) {
      if (pairing_.asked[position].*member != name) continue;
      name = pairing_.given[position].*member;
      return;
    }
    const auto names = [&](const Link& link) { return link.*member == name; };
    if (problem_.empty() && std::any_of(there_.links.begin(), there_.links.end(), names)) {
      problem_ =
          fmt::format("{} {:#x} names no link in the script, but a link of this machine", kind, name);
    }
  }

  LinkPairing pairing_;
  const oracle::Host& there_;
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
    text += fmt::format("{}{}{}{}{}", text.empty() ? "" : ", ", link.loopback ? "loopback" : "link",
                        link.ipv4 ? " IPv4" : "", link.ipv6 ? " IPv6" : "",
                        link.routes ? "" : " without routes");
  }
  return text.empty() ? "none" : text;
}

}  // namespace

std::expected<oracle::Script, std::string> map_links(const oracle::Script& script,
                                                     const oracle::Host& there) {
  if (script.host.ipv4 != there.ipv4 || script.host.ipv6 != there.ipv6) {
    return std::unexpected(fmt::format("the script asks for a machine with {}, this one has {}",
                                       stacks(script.host), stacks(there)));
  }
  const auto pairing = pair_up(script.host.links, there.links);
  if (!pairing) {
    return std::unexpected(
        fmt::format("the script asks for links that this host does not have: {}; it has: {}",
                    describe(script.host.links), describe(there.links)));
  }
  oracle::Script result = script;
  result.host = there;
  Renamer renamer{*pairing, there};
  for (oracle::Operation& operation : result.operations) std::visit(renamer, operation);
  if (!renamer.problem().empty()) return std::unexpected(renamer.problem());
  return result;
}

}  // namespace netioconf::conformance::execution
