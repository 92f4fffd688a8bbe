#include "oracle/rules/conditions/query_situations.h"

#include "oracle/state/key.h"

namespace netioconf::oracle::rules::inline conditions {
namespace {

void add(readings::BestRouteClass answer, DestinationAnswers& answers) {
  answers.refused = answers.refused || answer == readings::BestRouteClass::refused;
  answers.no_route = answers.no_route || answer == readings::BestRouteClass::no_route;
}

}  // namespace

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
