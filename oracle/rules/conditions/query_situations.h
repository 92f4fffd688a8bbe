#pragma once

#include "oracle/rules/conditions/refusal.h"

// The inputs of the rules about calls without a route row or anycast row.
namespace netioconf::oracle::rules::inline conditions {

struct TableSituation {
  using Arguments = TableCall;

  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  Call call = Call::route_table;
  const TableCall& arguments;
};

// The answers to best-route-destination-class for the class of a destination and for the bytes outside
// its IP address.
struct DestinationAnswers {
  bool refused = false;
  bool no_route = false;
};
[[nodiscard]] DestinationAnswers answers_for(readings::ChoiceEnumerator& choices,
                                             const SocketAddress& destination);

// The source address of a call.
struct Source {
  const Link* link = nullptr;  // the link that has it, alone; nullptr: not known, or no source is passed
  // What is unusual about it but for stray bytes, the first that applies.
  std::optional<readings::SourceKind> kind;
  bool is_of_two_kinds = false;  // of another family, and unusual for its own
  bool has_stray_bytes = false;
};
[[nodiscard]] Source source_of(const Host& host, const Link* named, const BestRouteCall& call);

struct BestRouteSituation {
  using Arguments = BestRouteCall;

  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  Call call = Call::best_route;
  const BestRouteCall& arguments;
  const Link* link = nullptr;      // nullptr: none named, or it does not exist
  bool some_route_matches = true;  // false: no route to the destination can exist
  DestinationAnswers destination = {};
  Source source = {};
};

struct LinkSituation {
  using Arguments = LinkCall;

  readings::ChoiceEnumerator& choices;
  const Host& host;
  Call call = Call::get_link;
  const LinkRow* row = nullptr;  // nullptr: the caller passed NULL
  const Link* link = nullptr;    // the link that the row names; nullptr: none
};

struct NotifySituation {
  using Arguments = NotifyCall;

  readings::ChoiceEnumerator& choices;
  Call call = Call::notify_route_change;
  const NotifyCall& arguments;
};

}  // namespace netioconf::oracle::rules::inline conditions
