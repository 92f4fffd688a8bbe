#include <algorithm>

#include "oracle/rules/call_rules.h"
#include "oracle/rules/steps/best_source.h"
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

// A metric that was read is an offset or a sum.
bool is_read_as_sum(readings::ChoiceEnumerator& choices) {
  return choices.ask<readings::metric_read_back>() == readings::MetricReadBack::sum;
}

// nullopt: not certain. A sum that was read is the complete metric, even if it has wrapped.
std::optional<std::uint64_t> complete_metric(readings::ChoiceEnumerator& choices,
                                             const state::RouteEntry& entry, std::uint64_t of_link) {
  const std::uint64_t metric = entry.row.metric;
  if (state::is_unknown(entry, state::Member::metric) || metric == unused_metric) return std::nullopt;
  if (entry.metric_as_read && is_read_as_sum(choices)) return metric;
  return sum_is_certain(metric + of_link) ? std::optional{metric + of_link} : std::nullopt;
}

// What is known about the routes to a destination.
struct Outlook {
  bool some_lasting = false;    // a route certainly matches
  bool some_uncertain = false;  // a route may match
  std::optional<Merit> best;    // of the routes with a certain metric
  std::uint8_t longest = 0;     // length of the longest prefix of the routes that certainly exist
};

// The arguments of a search.
struct RouteSearch {
  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  const BestRouteCall& call;
  const Link* named;  // nullptr: none named, or it does not exist
  Source source;
};

bool names_no_link(const BestRouteCall& call) { return call.luid.value_or(0) == 0 && call.index == 0; }

// Whether only the link of the source address is searched.
bool is_restricted_to_source(const RouteSearch& search) {
  return search.source.link != nullptr &&
         search.choices.ask<readings::links_of_source>() == readings::SourceAddress::its_link;
}

// The subject of the questions about links that may be passed over.
std::size_t searched_as(const RouteSearch& search) {
  if (!names_no_link(search.call)) return static_cast<std::size_t>(readings::Searched::named_link);
  return static_cast<std::size_t>(search.call.source ? readings::Searched::link_of_source
                                                     : readings::Searched::every_link);
}

// A source address on such a link is unusual.
bool leads_nowhere(const RouteSearch& search, const Link& link) {
  return !link.connected && !search.call.source &&
         search.choices.ask<readings::unconnected_link>(searched_as(search)) ==
             readings::Unconnected::passed_over;
}

bool ignores(const RouteSearch& search, const Link& link, std::uint8_t length) {
  return length == 0 && link.ignores_default_routes &&
         search.choices.ask<readings::ignored_default_routes>(searched_as(search)) ==
             readings::DefaultRoutes::passed_over;
}

// No document says whether such a link is searched from a source address.
bool may_be_left_out(const RouteSearch& search, const Link& link) {
  return !link.connected && search.call.source && search.choices.nondeterministic();
}

// The links that are searched.
std::vector<const Link*> searched_links(const RouteSearch& search) {
  const bool restricted = is_restricted_to_source(search);
  std::vector<const Link*> links;
  for (const Link& link : search.host.links) {
    const bool asked = (search.named == nullptr || search.named == &link) &&
                       (!restricted || search.source.link == &link);
    if (asked && !leads_nowhere(search, link) && !may_be_left_out(search, link)) links.push_back(&link);
  }
  return links;
}

// The lowest complete metric of the routes of a link to a prefix; nullopt: none is certain.
std::optional<std::uint64_t> lowest_metric(const RouteSearch& search,
                                           const state::Candidates& candidates, std::uint64_t of_link) {
  std::optional<std::uint64_t> lowest;
  const auto note = [&](std::uint64_t sum) {
    if (sum_is_certain(sum) && (!lowest || sum < *lowest)) lowest = sum;
  };
  if (!candidates.offsets.empty()) note(*candidates.offsets.begin() + of_link);
  if (!candidates.metrics_as_read.empty()) {
    const std::uint32_t read = *candidates.metrics_as_read.begin();
    note(is_read_as_sum(search.choices) ? read : read + of_link);
  }
  return lowest;
}

void look_at(const RouteSearch& search, const Link& link, const state::DestinationKey& prefix,
             Outlook& outlook) {
  const state::Candidates* candidates = search.state.candidates(prefix);
  if (candidates == nullptr) return;
  if (candidates->lasting != 0) {
    outlook.some_lasting = true;
    outlook.longest = prefix.length;  // Prefixes are visited in the order of their lengths.
  }
  outlook.some_uncertain = outlook.some_uncertain || candidates->may_expire != 0;
  const auto metric = lowest_metric(search, *candidates, link_metric(link, prefix.destination.family));
  if (!metric) return;
  const Merit merit{.length = prefix.length, .metric = *metric};
  if (!outlook.best || is_better(merit, *outlook.best)) outlook.best = merit;
}

// Whether such a link is searched is not known.
void look_at_unlisted(const RouteSearch& search, const state::DestinationKey& prefix, Outlook& outlook) {
  const state::Candidates* candidates = search.state.candidates(prefix);
  const bool some = candidates != nullptr && candidates->lasting + candidates->may_expire != 0;
  outlook.some_uncertain = outlook.some_uncertain || some;
}

Outlook look_for(const RouteSearch& search) {
  Outlook outlook;
  if (!search.call.destination || !is_ip(search.call.destination->family)) return outlook;
  const SocketAddress& destination = *search.call.destination;
  const std::vector<const Link*> links = searched_links(search);
  for (unsigned length = 0; length <= address_bits(destination.family); ++length) {
    const auto bits = static_cast<std::uint8_t>(length);
    if (!search.state.has_length(destination.family, bits)) continue;
    const SocketAddress prefix = masked(bare(destination), bits);
    for (const Link* link : links) {
      if (!ignores(search, *link, bits)) look_at(search, *link, {link->luid, prefix, bits}, outlook);
    }
    if (!names_no_link(search.call)) continue;
    for (const Link& link : search.state.unlisted_links())
      look_at_unlisted(search, {link.luid, prefix, bits}, outlook);
  }
  return outlook;
}

// Whether a route matches. If it is not certain, or if it is not known which links are searched, both
// answers are possible.
bool some_route_matches(const RouteSearch& search, const Outlook& outlook) {
  const bool of_known_links = !search.call.source || search.source.link != nullptr;
  if (of_known_links && outlook.some_lasting) return true;
  return (outlook.some_lasting || outlook.some_uncertain) && search.choices.nondeterministic();
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

void compare_merit(const RouteSearch& search, const Link& link, const state::RouteEntry& entry,
                   const Outlook& outlook, const RouteRow& seen, state::StepOutcome& outcome) {
  const std::uint8_t length = entry.row.destination.length;
  if (length < outlook.longest) {
    wrong_route(Promise::longest_prefix, "a route with prefix length " + std::to_string(outlook.longest),
                seen, outcome);
    return;
  }
  if (!outlook.best || named_link(search.host, link.luid, 0) != &link) return;
  const auto metric =
      complete_metric(search.choices, entry, link_metric(link, entry.row.destination.address.family));
  if (metric && is_better(*outlook.best, {.length = length, .metric = *metric})) {
    wrong_route(Promise::complete_metric,
                "a route with complete metric " + std::to_string(outlook.best->metric), seen, outcome);
  }
}

bool covers(const RouteRow& row, const SocketAddress& destination) {
  return masked(bare(row.destination.address), row.destination.length) ==
         masked(bare(destination), row.destination.length);
}

void compare_best(const RouteSearch& search, const BestRouteSituation& situation, const Outlook& outlook,
                  const RouteRow& seen, state::StepOutcome& outcome) {
  const auto [link, key, entry] = shown_route(situation.choices, situation.host, situation.state, seen);
  if (entry == nullptr) {
    wrong_route(Promise::existing_route, "an existing route", seen, outcome);
    return;
  }
  if (situation.link != nullptr && situation.link != link) {
    wrong_route(Promise::link, "a route of the named link", seen, outcome);
    return;
  }
  const bool restricted = is_restricted_to_source(search);
  if (restricted && link != search.source.link) {
    wrong_route(Promise::source_link, "a route of the link of the source address", seen, outcome);
    return;
  }
  if (leads_nowhere(search, *link)) {
    wrong_route(Promise::connected_link, "a route of a connected link", seen, outcome);
    return;
  }
  if (ignores(search, *link, entry->row.destination.length)) {
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
  if (!search.call.source || search.source.link != nullptr) {
    compare_merit(search, *link, *entry, outlook, seen, outcome);
    return;
  }
  // A source address can only restrict the links, so routes of the same link compete.
  RouteSearch of_its_link = search;
  of_its_link.named = link;
  compare_merit(of_its_link, *link, *entry, look_for(of_its_link), seen, outcome);
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const BestRouteCall& call, const Reply& reply, state::StepOutcome& outcome) {
  const Link* link = named_link(host, call.luid.value_or(0), call.index);
  const RouteSearch search{.choices = choices,
                           .host = host,
                           .state = state,
                           .call = call,
                           .named = link,
                           .source = source_of(host, link, call)};
  const Outlook outlook = look_for(search);
  const BestRouteSituation situation{
      .choices = choices,
      .host = host,
      .state = state,
      .arguments = call,
      .link = link,
      .some_route_matches = some_route_matches(search, outlook),
      .destination = answers_for(choices, call.destination.value_or(SocketAddress{})),
      .source = search.source};
  weigh(best_route_refusals(), situation, meaning_of(reply.status), {}, outcome);
  if (!succeeded(choices, Call::best_route, reply, outcome)) return;
  compare_best(search, situation, outlook, reply.route.value_or(RouteRow{}), outcome);
  if (!call.null_best_source) compare_best_source(situation, reply, outcome);
}

}  // namespace netioconf::oracle::rules::steps
