#include "oracle/rules/conditions/query_situations.h"

#include <algorithm>

#include "oracle/state/key.h"

namespace netioconf::oracle::rules::inline conditions {
namespace {

void add(readings::BestRouteClass answer, DestinationAnswers& answers) {
  answers.refused = answers.refused || answer == readings::BestRouteClass::refused;
  answers.no_route = answers.no_route || answer == readings::BestRouteClass::no_route;
}

// The only link with this address; nullptr: none or several.
const Link* only_link_with(const Host& host, const SocketAddress& address) {
  const auto has_it = [&](const Link& link) { return has_address(link, address); };
  const auto found = std::ranges::find_if(host.links, has_it);
  const bool alone = std::ranges::count_if(host.links, has_it) == 1;
  return alone ? &*found : nullptr;
}

bool some_link_has(const Host& host, const SocketAddress& address) {
  return std::ranges::any_of(host.links, [&](const Link& link) { return has_address(link, address); });
}

bool some_unconnected_link_has(const Host& host, const SocketAddress& address) {
  return std::ranges::any_of(
      host.links, [&](const Link& link) { return !link.connected && has_address(link, address); });
}

// Without a comparison of families.
std::optional<readings::SourceKind> kind_in_its_family(const Host& host, const Link* named,
                                                       const SocketAddress& source,
                                                       const SocketAddress& destination) {
  using enum readings::SourceKind;
  const AddressClass kind = classify(source);
  if (kind == AddressClass::unspecified) return unspecified;
  if (kind == AddressClass::loopback && classify(destination) != kind) return loopback;
  if (!some_link_has(host, source)) return of_no_link;
  if (named != nullptr && !has_address(*named, source)) return of_another_link;
  if (some_unconnected_link_has(host, source)) return of_unconnected_link;
  return std::nullopt;
}

}  // namespace

Source source_of(const Host& host, const Link* named, const BestRouteCall& call) {
  if (!call.source) return {};
  const SocketAddress address = bare(*call.source);
  Source source{.link = only_link_with(host, address), .has_stray_bytes = address != *call.source};
  const SocketAddress destination = call.destination.value_or(SocketAddress{});
  source.kind = kind_in_its_family(host, named, address, destination);
  if (!is_ip(address.family) || address.family != destination.family) {
    source.is_of_two_kinds = source.kind.has_value();
    source.kind = readings::SourceKind::other_family;
  }
  const bool has_no_link = source.kind && source.kind != readings::SourceKind::of_unconnected_link;
  if (has_no_link || source.has_stray_bytes) source.link = nullptr;
  return source;
}

DestinationAnswers answers_for(readings::ChoiceEnumerator& choices, const SocketAddress& destination) {
  DestinationAnswers answers;
  if (!is_ip(destination.family)) return answers;
  const auto kind = static_cast<std::size_t>(classify(destination));
  constexpr auto classes = static_cast<std::size_t>(AddressClass::link_local);
  if (kind < classes) add(choices.ask<readings::best_route_destination_class>(kind), answers);
  for (std::size_t stray = 0; stray < readings::stray_kinds; ++stray) {
    if (!state::has_stray_bytes(destination, static_cast<readings::StrayKind>(stray))) continue;
    add(choices.ask<readings::best_route_destination_class>(classes + stray), answers);
  }
  return answers;
}

}  // namespace netioconf::oracle::rules::inline conditions
