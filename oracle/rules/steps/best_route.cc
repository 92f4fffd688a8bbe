#include <algorithm>

#include "oracle/rules/call_rules.h"
#include "oracle/rules/steps/read_back.h"
#include "oracle/rules/steps/step.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

// The rank of a route: the longest prefix is best, then the lowest complete metric.
struct Merit {
  std::uint8_t length = 0;
  std::uint64_t metric = 0;
};

bool is_better(const Merit& a, const Merit& b) {
  return a.length != b.length ? a.length > b.length : a.metric < b.metric;
}

// The sum of a large offset and the link's metric may wrap or saturate; the documents don't say which.
bool sum_is_certain(std::uint64_t sum) { return sum <= 0xffffffff; }

bool metric_is_certain(const state::RouteEntry& entry, std::uint64_t of_link) {
  const bool known = !state::is_unknown(entry, state::Member::metric) && !entry.metric_as_read;
  if (!known || entry.row.metric == unused_metric) return false;
  return sum_is_certain(entry.row.metric + of_link);
}

// What is known about the routes to a destination.
struct Outlook {
  bool some_lasting = false;   // a route certainly exists
  bool some_expiring = false;  // a route may exist
  std::optional<Merit> best;   // of the routes with a certain metric
  std::uint8_t longest = 0;    // length of the longest prefix of the routes that certainly exist
};

bool leads_nowhere(readings::ChoiceEnumerator& choices, const Link& link) {
  return !link.connected &&
         choices.ask<readings::unconnected_link>() == readings::Unconnected::passed_over;
}

bool ignores(readings::ChoiceEnumerator& choices, const Link& link, std::uint8_t length) {
  return length == 0 && link.ignores_default_routes &&
         choices.ask<readings::ignored_default_routes>() == readings::DefaultRoutes::passed_over;
}

// The links that are searched.
std::vector<const Link*> searched_links(readings::ChoiceEnumerator& choices, const Host& host,
                                        const Link* named) {
  std::vector<const Link*> links;
  for (const Link& link : host.links) {
    const bool asked = named == nullptr || named == &link;
    if (asked && !leads_nowhere(choices, link)) links.push_back(&link);
  }
  return links;
}

void look_at(const Link& link, const state::DestinationKey& prefix, const state::State& state,
             Outlook& outlook) {
  const state::Candidates* candidates = state.candidates(prefix);
  if (candidates == nullptr) return;
  if (candidates->lasting != 0) {
    outlook.some_lasting = true;
    outlook.longest = prefix.length;  // Prefixes are visited in the order of their lengths.
  }
  outlook.some_expiring = outlook.some_expiring || candidates->may_expire != 0;
  if (candidates->offsets.empty()) return;
  const std::uint64_t of_link = link_metric(link, prefix.destination.family);
  const std::uint64_t sum = *candidates->offsets.begin() + of_link;
  if (!sum_is_certain(sum)) return;
  const Merit merit{.length = prefix.length, .metric = sum};
  if (!outlook.best || is_better(merit, *outlook.best)) outlook.best = merit;
}

Outlook look_for(readings::ChoiceEnumerator& choices, const SocketAddress& destination,
                 const std::vector<const Link*>& links, const state::State& state) {
  Outlook outlook;
  for (unsigned length = 0; length <= address_bits(destination.family); ++length) {
    const auto bits = static_cast<std::uint8_t>(length);
    if (!state.has_length(destination.family, bits)) continue;
    const SocketAddress prefix = masked(bare(destination), bits);
    for (const Link* link : links) {
      if (!ignores(choices, *link, bits)) look_at(*link, {link->luid, prefix, bits}, state, outlook);
    }
  }
  return outlook;
}

// The documents don't say how a source address affects the search or when it is checked.
bool source_stands_in_the_way(readings::ChoiceEnumerator& choices, const BestRouteCall& call) {
  return call.source && choices.nondeterministic();
}

// Whether a route matches. If only routes that may have expired match, both answers are possible.
bool some_route_matches(readings::ChoiceEnumerator& choices, const Outlook& outlook) {
  return outlook.some_lasting || (outlook.some_expiring && choices.nondeterministic());
}

void wrong_route(Promise promise, std::string allowed, const RouteRow& seen,
                 state::StepOutcome& outcome) {
  outcome.mismatch([&] {
    return Mismatch{.rule = broken(Call::best_route, promise),
                    .member = "BestRoute",
                    .allowed = std::move(allowed),
                    .observed = words::describe(seen)};
  });
}

void compare_merit(const Link& link, const state::RouteEntry& entry, const Outlook& outlook,
                   const RouteRow& seen, state::StepOutcome& outcome) {
  const std::uint8_t length = entry.row.destination.length;
  if (length < outlook.longest) {
    wrong_route(Promise::longest_prefix, "a route with prefix length " + std::to_string(outlook.longest),
                seen, outcome);
    return;
  }
  if (!outlook.best) return;
  const std::uint64_t of_link = link_metric(link, entry.row.destination.address.family);
  if (!metric_is_certain(entry, of_link)) return;
  if (is_better(*outlook.best, {.length = length, .metric = entry.row.metric + of_link})) {
    wrong_route(Promise::complete_metric,
                "a route with complete metric " + std::to_string(outlook.best->metric), seen, outcome);
  }
}

bool covers(const RouteRow& row, const SocketAddress& destination) {
  return masked(bare(row.destination.address), row.destination.length) ==
         masked(bare(destination), row.destination.length);
}

void compare_best(const BestRouteSituation& situation, const Outlook& outlook, const RouteRow& seen,
                  state::StepOutcome& outcome) {
  const auto [link, key, entry] = shown_route(situation.choices, situation.host, situation.state, seen);
  if (entry == nullptr) {
    wrong_route(Promise::existing_route, "an existing route", seen, outcome);
    return;
  }
  if (situation.link != nullptr && situation.link != link) {
    wrong_route(Promise::link, "a route of the named link", seen, outcome);
    return;
  }
  if (leads_nowhere(situation.choices, *link)) {
    wrong_route(Promise::connected_link, "a route of a connected link", seen, outcome);
    return;
  }
  if (ignores(situation.choices, *link, entry->row.destination.length)) {
    wrong_route(Promise::default_routes, "no default route of a link that ignores them", seen, outcome);
    return;
  }
  if (!covers(entry->row, *situation.arguments.destination)) {
    wrong_route(Promise::leads_there, "a route to " + words::describe(*situation.arguments.destination),
                seen, outcome);
    return;
  }
  compare_read_back(situation.choices, *link, key, *entry, seen,
                    promise_for(situation.state, key, *entry, Call::best_route), outcome);
  if (!situation.arguments.source) compare_merit(*link, *entry, outlook, seen, outcome);
}

// Whether the source may be another address than those that the host lists. A link that lists none may
// have some all the same, or the stack finds no source there.
bool may_be_unlisted(const Host& host, const RouteRow& best) {
  const Link* link = named_link(host, best.luid, best.index);
  if (link == nullptr) return true;
  const bool lists_one = std::ranges::any_of(link->addresses, [&](const Prefix& own) {
    return own.address.family == best.destination.address.family;
  });
  return !lists_one || std::ranges::any_of(host.links, [](const Link& each) {
    return each.addresses.size() == most_addresses;
  });
}

// The caller's own source is right, and so is a loopback address on the way to one.
void compare_best_source(const BestRouteSituation& situation, const Reply& reply,
                         state::StepOutcome& outcome) {
  const SocketAddress& destination = *situation.arguments.destination;
  const SocketAddress seen = reply.best_source.value_or(SocketAddress{});
  const bool is_passed = situation.arguments.source && bare(*situation.arguments.source) == bare(seen);
  const bool on_loopback = classify(destination) == AddressClass::loopback &&
                           seen.family == destination.family && classify(seen) == AddressClass::loopback;
  const bool is_own = seen.family == destination.family &&
                      std::any_of(situation.host.links.begin(), situation.host.links.end(),
                                  [&](const Link& link) { return has_address(link, seen); });
  if (is_passed || on_loopback || is_own ||
      may_be_unlisted(situation.host, reply.route.value_or(RouteRow{})))
    return;
  outcome.mismatch([&] {
    return Mismatch{.rule = broken(Call::best_route, Promise::best_source),
                    .member = "BestSourceAddress",
                    .allowed = "an address of the host",
                    .observed = words::describe(seen)};
  });
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const BestRouteCall& call, const Reply& reply, state::StepOutcome& outcome) {
  const Link* link = named_link(host, call.luid.value_or(0), call.index);
  Outlook outlook;
  if (call.destination && is_ip(call.destination->family)) {
    const std::vector<const Link*> links = searched_links(choices, host, link);
    outlook = look_for(choices, *call.destination, links, state);
  }
  const bool source_refused = source_stands_in_the_way(choices, call);
  const BestRouteSituation situation{
      .choices = choices,
      .host = host,
      .state = state,
      .arguments = call,
      .link = link,
      .some_route_matches = !source_refused && some_route_matches(choices, outlook),
      .destination = answers_for(choices, call.destination.value_or(SocketAddress{}))};
  const StatusSet anyway = source_refused ? best_route_statuses_with_source() : StatusSet{};
  weigh(best_route_refusals(), situation, meaning_of(reply.status), anyway, outcome);
  if (!succeeded(choices, Call::best_route, reply, outcome)) return;
  compare_best(situation, outlook, reply.route.value_or(RouteRow{}), outcome);
  if (!call.null_best_source) compare_best_source(situation, reply, outcome);
}

}  // namespace netioconf::oracle::rules::steps
