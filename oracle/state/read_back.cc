#include "oracle/state/read_back.h"

#include "oracle/words/describe.h"

namespace netioconf::oracle::state {
namespace {

std::string in_decimal(std::uint32_t value) { return std::to_string(value); }

// The input and the results of a comparison.
struct RowComparison {
  readings::ChoiceEnumerator& choices;
  const Link& link;
  const RouteEntry& entry;
  const RouteRow& seen;
  OwedPromise promise;
  StepOutcome& outcome;
  RouteEntry learned;  // the entry, completed with members that were unknown
};

std::string broken_rule(const OwedPromise& promise, std::string_view of_member) {
  return rule_id(promise.call, promise.effect.empty() ? of_member : promise.effect);
}

void mismatch(RowComparison& comparison, std::string_view promise, std::string_view member,
              std::string allowed, std::string observed) {
  comparison.outcome.mismatch([&] {
    return Mismatch{.rule = broken_rule(comparison.promise, promise),
                    .member = std::string(member),
                    .allowed = std::move(allowed),
                    .observed = std::move(observed)};
  });
}

void learn(RowComparison& comparison, Member member) {
  comparison.learned.unknown &= static_cast<std::uint16_t>(~static_cast<std::uint16_t>(member));
}

void compare_identifiers(RowComparison& comparison) {
  const Link& link = comparison.link;
  if (comparison.seen.luid != link.luid) {
    mismatch(comparison, "both-identifiers", "InterfaceLuid", std::to_string(link.luid),
             std::to_string(comparison.seen.luid));
  }
  if (comparison.seen.index != link.index) {
    mismatch(comparison, "both-identifiers", "InterfaceIndex", in_decimal(link.index),
             in_decimal(comparison.seen.index));
  }
}

bool next_hop_is_as_left_out(const RowComparison& comparison) {
  return comparison.entry.next_hop_left_out && comparison.seen.next_hop.family == unspecified_family;
}

void compare_addresses(RowComparison& comparison) {
  const RouteRow& wanted = comparison.entry.row;
  const SocketAddress destination = bare(comparison.seen.destination.address);
  if (destination != bare(wanted.destination.address)) {
    mismatch(comparison, "key-members", "DestinationPrefix", words::describe(wanted.destination.address),
             words::describe(destination));
  }
  if (comparison.seen.destination.length != wanted.destination.length) {
    mismatch(comparison, "key-members", "PrefixLength", in_decimal(wanted.destination.length),
             in_decimal(comparison.seen.destination.length));
  }
  const SocketAddress next_hop = bare(comparison.seen.next_hop);
  if (next_hop != bare(wanted.next_hop) && !next_hop_is_as_left_out(comparison)) {
    mismatch(comparison, "key-members", "NextHop", words::describe(wanted.next_hop),
             words::describe(next_hop));
  }
}

// A member that must be read back as it was passed or, if that value is unknown, as it was first read.
template <class Value>
void compare_kept(RowComparison& comparison, Member member, std::string_view name,
                  Value RouteRow::* value) {
  const Value seen = comparison.seen.*value;
  if (is_unknown(comparison.entry, member)) {
    comparison.learned.row.*value = seen;
    learn(comparison, member);
  } else if (seen != comparison.entry.row.*value) {
    mismatch(comparison, "keeps-members", name, in_decimal(comparison.entry.row.*value),
             in_decimal(seen));
  }
}

// A lifetime may be read as its remaining time.
bool is_left_of(std::uint32_t seen, std::uint32_t given) {
  if (given == infinite_lifetime_s || seen > given) return seen == given;
  return given - seen < script_time_limit_s;
}

void compare_lifetime(RowComparison& comparison, Member member, std::string_view name,
                      std::uint32_t RouteRow::* value) {
  if (!is_unknown(comparison.entry, member) &&
      is_left_of(comparison.seen.*value, comparison.entry.row.*value)) {
    return;
  }
  compare_kept(comparison, member, name, value);
}

// A flag must be read as it was passed, or as the stack has adjusted it before the first read.
void compare_flag(RowComparison& comparison, std::string_view name, std::uint8_t RouteRow::* value) {
  const bool wanted = comparison.entry.row.*value != 0;
  const std::uint8_t seen = comparison.seen.*value;
  if (wanted == (seen != 0)) return;
  if (comparison.entry.flags_as_read ||
      comparison.choices.ask<readings::FlagsReadBack>(readings::ReadingId::flags_read_back) ==
          readings::FlagsReadBack::as_given) {
    mismatch(comparison, "keeps-members", name, in_decimal(comparison.entry.row.*value),
             in_decimal(seen));
  } else {
    comparison.learned.row.*value = seen;
  }
}

void compare_metric(RowComparison& comparison) {
  const bool unknown = is_unknown(comparison.entry, Member::metric);
  if (unknown || comparison.entry.metric_as_read) {
    comparison.learned.metric_as_read = true;
    compare_kept(comparison, Member::metric, "Metric", &RouteRow::metric);
    return;
  }
  const std::uint32_t offset = comparison.entry.row.metric;
  const std::uint32_t seen = comparison.seen.metric;
  const std::uint32_t of_link =
      link_metric(comparison.link, comparison.entry.row.destination.address.family);
  if (of_link == 0 && seen == offset) return;
  const auto answer =
      comparison.choices.ask<readings::MetricReadBack>(readings::ReadingId::metric_read_back);
  const std::uint32_t wanted = answer == readings::MetricReadBack::offset ? offset : offset + of_link;
  // A sum that is too large may wrap or saturate; the documents don't say which.
  if (answer == readings::MetricReadBack::sum && wanted < offset) return;
  if (seen != wanted) mismatch(comparison, "metric", "Metric", in_decimal(wanted), in_decimal(seen));
}

void compare_age(RowComparison& comparison) {
  if (comparison.entry.preexisting || comparison.seen.age_s <= script_time_limit_s) return;
  mismatch(comparison, "age", "Age", "at most " + in_decimal(script_time_limit_s),
           in_decimal(comparison.seen.age_s));
}

// NL_ROUTE_ORIGIN has the values 0 to 4.
void compare_origin(RowComparison& comparison) {
  constexpr std::uint32_t last_origin = 4;
  const std::uint32_t seen = comparison.seen.origin;
  if (!is_unknown(comparison.entry, Member::origin)) {
    const std::uint32_t before = comparison.entry.row.origin;
    if (seen != before) mismatch(comparison, "origin", "Origin", in_decimal(before), in_decimal(seen));
    return;
  }
  if (seen > last_origin) mismatch(comparison, "origin", "Origin", "0 to 4", in_decimal(seen));
  comparison.learned.row.origin = seen;
  learn(comparison, Member::origin);
}

template <class Key>
OwedPromise promise_since(const TableChange& change, const std::optional<Key>& changed, const Key& key,
                          bool was_read, Call reading) {
  if (change.made && change.succeeded && changed == key) return {.call = change.call, .effect = {}};
  if (!change.made || !was_read) return {.call = reading, .effect = {}};
  return {.call = change.call, .effect = effect_shown(change, false)};
}

}  // namespace

OwedPromise promise_for(const State& state, const RouteKey& key, const RouteEntry& entry, Call reading) {
  const TableChange& change = state.last_change();
  return promise_since(change, change.route, key, !is_unknown(entry, Member::origin), reading);
}

OwedPromise promise_for(const State& state, const AnycastKey& key, const AnycastEntry& entry,
                        Call reading) {
  const TableChange& change = state.last_change();
  return promise_since(change, change.anycast, key, !entry.scope_unknown, reading);
}

void compare_read_back(readings::ChoiceEnumerator& choices, const Link& link, const RouteKey& key,
                       const RouteEntry& entry, const RouteRow& seen, OwedPromise promise,
                       StepOutcome& outcome) {
  RowComparison comparison{choices, link, entry, seen, promise, outcome, entry};
  compare_identifiers(comparison);
  compare_addresses(comparison);
  compare_kept(comparison, Member::site_prefix, "SitePrefixLength", &RouteRow::site_prefix_length);
  compare_lifetime(comparison, Member::valid_lifetime, "ValidLifetime", &RouteRow::valid_lifetime_s);
  compare_lifetime(comparison, Member::preferred_lifetime, "PreferredLifetime",
                   &RouteRow::preferred_lifetime_s);
  compare_metric(comparison);
  compare_kept(comparison, Member::protocol, "Protocol", &RouteRow::protocol);
  compare_flag(comparison, "Loopback", &RouteRow::loopback);
  compare_flag(comparison, "AutoconfigureAddress", &RouteRow::autoconfigure_address);
  compare_flag(comparison, "Publish", &RouteRow::publish);
  compare_flag(comparison, "Immortal", &RouteRow::immortal);
  comparison.learned.flags_as_read = true;
  compare_age(comparison);
  compare_origin(comparison);
  if (comparison.learned != entry) outcome.edits.push_back(PutRoute{key, comparison.learned});
}

void compare_read_back(const Link& link, const AnycastKey& key, const AnycastEntry& entry,
                       const AnycastRow& seen, OwedPromise promise, StepOutcome& outcome) {
  const auto compare = [&](std::string_view of_member, std::string_view member, std::uint64_t wanted,
                           std::uint64_t observed) {
    if (wanted == observed) return;
    outcome.mismatch([&] {
      return Mismatch{.rule = broken_rule(promise, of_member),
                      .member = std::string(member),
                      .allowed = std::to_string(wanted),
                      .observed = std::to_string(observed)};
    });
  };
  compare("both-identifiers", "InterfaceLuid", link.luid, seen.luid);
  compare("both-identifiers", "InterfaceIndex", link.index, seen.index);
  if (!entry.scope_unknown) {
    compare("scope-id", "ScopeId", entry.row.scope_id, seen.scope_id);
    return;
  }
  AnycastEntry learned = entry;
  learned.row.scope_id = seen.scope_id;
  learned.scope_unknown = false;
  outcome.edits.push_back(PutAnycast{key, learned});
}

}  // namespace netioconf::oracle::state
