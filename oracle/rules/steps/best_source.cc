#include "oracle/rules/steps/best_source.h"

#include <algorithm>

#include "oracle/rules/steps/step.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

bool some_link_has_loopback(const Host& host, std::uint16_t family) {
  return std::ranges::any_of(host.links, [family](const Link& link) {
    return std::ranges::any_of(link.addresses, [family](const Prefix& own) {
      return own.address.family == family && classify(own.address) == AddressClass::loopback;
    });
  });
}

// A loopback address leads to loopback destinations only, by the routes of loopback links, and those are
// reached from such an address, if the host has one. The caller may name a link that does not lead
// there.
bool has_scope_of(const BestRouteSituation& situation, const RouteRow& best, AddressClass of_source) {
  const Host& host = situation.host;
  const SocketAddress& destination = *situation.arguments.destination;
  const AddressClass of_destination = classify(destination);
  if (of_source == AddressClass::loopback) {
    const Link* link = named_link(host, best.luid, best.index);
    const bool by_loopback = link == nullptr || link->loopback;
    return by_loopback || of_destination < AddressClass::link_local;
  }
  const bool is_global = of_source == AddressClass::ordinary || of_source == AddressClass::link_local;
  const bool names_other_link = situation.link != nullptr && !situation.link->loopback;
  return !is_global || of_destination != AddressClass::loopback || names_other_link ||
         !some_link_has_loopback(host, destination.family);
}

// Whether the source may be another address than those that the host lists. A link that lists none that
// leads to such destinations may have some all the same, or the stack finds no source there.
bool may_be_unlisted(const Host& host, const RouteRow& best, const SocketAddress& destination) {
  const Link* link = named_link(host, best.luid, best.index);
  if (link == nullptr) return true;
  const bool by_loopback = link->loopback || classify(destination) == AddressClass::loopback;
  const bool lists_one = std::ranges::any_of(link->addresses, [&](const Prefix& own) {
    return own.address.family == best.destination.address.family &&
           (by_loopback || classify(own.address) != AddressClass::loopback);
  });
  return !lists_one || std::ranges::any_of(host.links, [](const Link& each) {
    return each.addresses.size() == most_addresses;
  });
}

// Whether a stack may send to the destination from this address, or finds none.
bool is_possible(const SocketAddress& source, const SocketAddress& destination) {
  if (source.family == unspecified_family) return true;
  if (is_ip(source.family) && classify(source) == AddressClass::unspecified) return true;
  if (source.family != destination.family) return false;
  const AddressClass kind = classify(source);
  if (kind == AddressClass::mapped) return classify(destination) == kind;
  return kind >= AddressClass::link_local || kind == AddressClass::loopback;
}

// Whether the link of the best route has an address that leads to such destinations.
bool has_source_for(const Link& link, const SocketAddress& destination) {
  return std::ranges::any_of(link.addresses, [&](const Prefix& own) {
    const AddressClass kind = classify(own.address);
    return own.address.family == destination.family &&
           (kind == AddressClass::ordinary || kind == classify(destination));
  });
}

// A host that sends only from addresses of the link finds none of another link. An address of the host
// is also reached without that link, and one of the loopback link may stand for the host.
bool is_of_wrong_link(const BestRouteSituation& situation, const RouteRow& best,
                      const SocketAddress& seen) {
  const SocketAddress& destination = *situation.arguments.destination;
  const Link* link = named_link(situation.host, best.luid, best.index);
  if (link == nullptr || link->loopback || !link->connected || has_address(*link, seen)) return false;
  const auto has = [](const SocketAddress& address) {
    return [&address](const Link& each) { return has_address(each, address); };
  };
  const bool is_local = classify(destination) == AddressClass::loopback ||
                        std::ranges::any_of(situation.host.links, has(destination));
  if (is_local) return false;
  if (std::ranges::none_of(situation.host.links, has(seen))) return false;
  if (!has_source_for(*link, destination)) return false;
  return !situation.choices.keep<readings::link_of_best_source>(
      0,
      [](readings::LinkOfBestSource answer) { return answer == readings::LinkOfBestSource::any_link; });
}

}  // namespace

void compare_best_source(const BestRouteSituation& situation, const Reply& reply,
                         state::StepOutcome& outcome) {
  const Host& host = situation.host;
  const SocketAddress& destination = *situation.arguments.destination;
  const SocketAddress seen = reply.best_source.value_or(SocketAddress{});
  const RouteRow best = reply.route.value_or(RouteRow{});
  const bool is_passed = situation.arguments.source && bare(*situation.arguments.source) == bare(seen);
  const bool is_of_family = seen.family == destination.family;
  const bool on_loopback = classify(destination) == AddressClass::loopback && is_of_family &&
                           classify(seen) == AddressClass::loopback;
  const bool is_anycast = std::ranges::any_of(situation.state.anycasts(), [&](const auto& each) {
    return bare(each.first.address) == bare(seen);
  });
  const bool is_own =
      is_of_family && (is_anycast || std::ranges::any_of(host.links, [&](const Link& link) {
                         return has_address(link, seen);
                       }));
  const bool may_be_own = on_loopback || is_own || may_be_unlisted(host, best, destination);
  const bool fits = !is_of_family || has_scope_of(situation, best, classify(seen));
  if (is_passed) return;
  const bool is_right = may_be_own && fits && is_possible(seen, destination);
  const bool of_wrong_link = is_right && is_of_wrong_link(situation, best, seen);
  if (is_right && !of_wrong_link) return;
  outcome.mismatch([&] {
    return Mismatch{.rule = broken(Call::best_route, Promise::best_source),
                    .member = "BestSourceAddress",
                    .allowed = of_wrong_link ? "an address of the link of the best route"
                               : fits        ? "an address of the host"
                                      : "a loopback address for a loopback destination, and no other",
                    .observed = words::describe(seen)};
  });
}

}  // namespace netioconf::oracle::rules::steps
