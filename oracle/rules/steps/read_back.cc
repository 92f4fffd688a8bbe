#include "oracle/rules/steps/read_back.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

#include "oracle/rules/steps/step.h"
#include "oracle/state/key.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {

std::uint32_t exact_lifetime(readings::LifetimesReadBack answer, std::uint32_t given,
                             std::uint32_t age_s) {
  if (given == infinite_lifetime_s || answer == readings::LifetimesReadBack::as_given) return given;
  return given > age_s ? given - age_s : 0;
}

namespace {

std::string in_decimal(std::uint32_t value) { return std::to_string(value); }

// The input and the results of a comparison.
struct RowComparison {
  readings::ChoiceEnumerator& choices;
  const Link& link;
  const state::RouteEntry& entry;
  const RouteRow& seen;
  OwedPromise owed;
  state::StepOutcome& outcome;
  state::RouteEntry learned;  // the entry, completed with members that were unknown
};

std::string broken_rule(const OwedPromise& owed, Promise of_member) {
  return broken(owed.call, owed.promise.value_or(of_member));
}

void mismatch(RowComparison& comparison, Promise promise, std::string_view member, std::string allowed,
              std::string observed) {
  comparison.outcome.mismatch([&] {
    return Mismatch{.rule = broken_rule(comparison.owed, promise),
                    .member = std::string(member),
                    .allowed = std::move(allowed),
                    .observed = std::move(observed)};
  });
}

void learn(RowComparison& comparison, state::Member member) {
  comparison.learned.unknown &= static_cast<std::uint16_t>(~static_cast<std::uint16_t>(member));
}

void compare_identifiers(RowComparison& comparison) {
  const Link& link = comparison.link;
  if (comparison.seen.luid != link.luid) {
    mismatch(comparison, Promise::both_identifiers, "InterfaceLuid", std::to_string(link.luid),
             std::to_string(comparison.seen.luid));
  }
  if (comparison.seen.index != link.index) {
    mismatch(comparison, Promise::both_identifiers, "InterfaceIndex", in_decimal(link.index),
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
    mismatch(comparison, Promise::key_members, "DestinationPrefix",
             words::describe(wanted.destination.address), words::describe(destination));
  }
  if (comparison.seen.destination.length != wanted.destination.length) {
    mismatch(comparison, Promise::key_members, "PrefixLength", in_decimal(wanted.destination.length),
             in_decimal(comparison.seen.destination.length));
  }
  const SocketAddress next_hop = bare(comparison.seen.next_hop);
  if (next_hop != bare(wanted.next_hop) && !next_hop_is_as_left_out(comparison)) {
    mismatch(comparison, Promise::key_members, "NextHop", words::describe(wanted.next_hop),
             words::describe(next_hop));
  }
}

// A member that must be read back as it was passed or, if that value is unknown, as it was first read.
template <class Value>
void compare_kept(RowComparison& comparison, state::Member member, std::string_view name,
                  Value RouteRow::* value) {
  const Value seen = comparison.seen.*value;
  if (state::is_unknown(comparison.entry, member)) {
    comparison.learned.row.*value = seen;
    learn(comparison, member);
  } else if (seen != comparison.entry.row.*value) {
    mismatch(comparison, Promise::keeps_members, name, in_decimal(comparison.entry.row.*value),
             in_decimal(seen));
  }
}

// A lifetime may be read as its remaining time.
bool is_left_of(std::uint32_t seen, std::uint32_t given, std::uint32_t age_s) {
  if (given == infinite_lifetime_s || seen > given) return seen == given;
  return given - seen < std::uint64_t{age_s} + state::script_time_limit_s;
}

void compare_exact_lifetime(RowComparison& comparison, std::string_view name, std::size_t subject,
                            std::uint32_t given, std::uint32_t seen) {
  const std::uint32_t age_s = comparison.entry.row.age_s;
  const auto fits = [&](readings::LifetimesReadBack answer) {
    return exact_lifetime(answer, given, age_s) == seen;
  };
  if (comparison.choices.keep<readings::lifetimes_read_back>(subject, fits)) return;
  const auto answer = comparison.choices.ask<readings::lifetimes_read_back>(subject);
  mismatch(comparison, Promise::keeps_members, name, in_decimal(exact_lifetime(answer, given, age_s)),
           in_decimal(seen));
}

void compare_lifetime(RowComparison& comparison, state::Member member, std::string_view name,
                      std::uint32_t RouteRow::* value) {
  const std::uint32_t given = comparison.entry.row.*value;
  const std::uint32_t seen = comparison.seen.*value;
  if (state::is_unknown(comparison.entry, member)) {
    compare_kept(comparison, member, name, value);
  } else if (comparison.entry.age_is_exact) {
    const std::size_t subject = member == state::Member::valid_lifetime ? 0 : 1;
    compare_exact_lifetime(comparison, name, subject, given, seen);
  } else if (!is_left_of(seen, given, comparison.entry.row.age_s)) {
    mismatch(comparison, Promise::keeps_members, name, in_decimal(given), in_decimal(seen));
  }
}

// A flag must be read as it was passed, or as the stack has adjusted it before the first read.
void compare_flag(RowComparison& comparison, std::string_view name, std::uint8_t RouteRow::* value) {
  const bool wanted = comparison.entry.row.*value != 0;
  const std::uint8_t seen = comparison.seen.*value;
  if (wanted == (seen != 0)) return;
  const auto is_adjusted = [](readings::FlagsReadBack answer) {
    return answer != readings::FlagsReadBack::as_given;
  };
  if (!comparison.entry.flags_as_read &&
      comparison.choices.keep<readings::flags_read_back>(0, is_adjusted)) {
    comparison.learned.row.*value = seen;
  } else {
    mismatch(comparison, Promise::keeps_members, name, in_decimal(comparison.entry.row.*value),
             in_decimal(seen));
  }
}

// A metric or protocol that the stack has chosen, and that stays from the first read on. `taken` are the
// values of the other answers.
void compare_chosen(RowComparison& comparison, state::Member member, std::string_view name,
                    std::uint32_t RouteRow::* value, std::initializer_list<std::uint32_t> taken) {
  const std::uint32_t seen = comparison.seen.*value;
  const bool other = std::find(taken.begin(), taken.end(), seen) == taken.end();
  if (!other) mismatch(comparison, Promise::keeps_members, name, "another value", in_decimal(seen));
  comparison.learned.row.*value = seen;
  learn(comparison, member);
}

void compare_protocol(RowComparison& comparison) {
  if (state::is_unknown(comparison.entry, state::Member::protocol)) {
    compare_chosen(comparison, state::Member::protocol, "Protocol", &RouteRow::protocol,
                   {comparison.entry.row.protocol, protocol_netmgmt});
  } else {
    compare_kept(comparison, state::Member::protocol, "Protocol", &RouteRow::protocol);
  }
}

// A sum that is too large may wrap or saturate, and a metric that is not used may add nothing; the
// documents don't say which.
bool may_be_the_sum(std::uint32_t seen, std::uint32_t offset, std::uint32_t of_link) {
  const std::uint32_t wrapped = offset + of_link;
  if (wrapped >= offset) return seen == wrapped;
  return seen == wrapped || seen == 0xffffffff || (offset == unused_metric && seen == of_link);
}

void compare_metric(RowComparison& comparison) {
  if (comparison.entry.metric_as_read) {
    compare_kept(comparison, state::Member::metric, "Metric", &RouteRow::metric);
    return;
  }
  const std::uint32_t offset = comparison.entry.row.metric;
  const std::uint32_t seen = comparison.seen.metric;
  const std::uint32_t of_link =
      link_metric(comparison.link, comparison.entry.row.destination.address.family);
  if (state::is_unknown(comparison.entry, state::Member::metric)) {
    comparison.learned.metric_as_read = true;
    compare_chosen(comparison, state::Member::metric, "Metric", &RouteRow::metric,
                   {unused_metric, automatic_metric, automatic_metric + of_link});
    return;
  }
  if (of_link == 0 && seen == offset) return;
  const auto fits = [&](readings::MetricReadBack answer) {
    return answer == readings::MetricReadBack::offset ? seen == offset
                                                      : may_be_the_sum(seen, offset, of_link);
  };
  if (comparison.choices.keep<readings::metric_read_back>(0, fits)) return;
  const auto answer = comparison.choices.ask<readings::metric_read_back>();
  const std::uint32_t wanted = answer == readings::MetricReadBack::offset ? offset : offset + of_link;
  mismatch(comparison, Promise::metric, "Metric", in_decimal(wanted), in_decimal(seen));
}

void compare_age(RowComparison& comparison) {
  if (comparison.entry.preexisting) return;
  const std::uint32_t least = comparison.entry.row.age_s;
  const std::uint32_t seen = comparison.seen.age_s;
  const bool exact = comparison.entry.age_is_exact;
  const std::uint64_t longest = least + comparison.entry.age_before_set_s;
  const std::uint64_t most = longest + (exact ? 0 : std::uint64_t{state::script_time_limit_s});
  // No page says what becomes of an age that does not fit into the member.
  constexpr std::uint32_t largest = std::numeric_limits<std::uint32_t>::max();
  if (least == largest || most > largest) return;
  if (seen == least || seen == most || (!exact && seen > least && seen < most)) return;
  const std::string_view between = exact ? " or " : " to ";
  mismatch(comparison, Promise::age, "Age",
           least == most ? in_decimal(least)
                         : in_decimal(least) + std::string(between) + std::to_string(most),
           in_decimal(seen));
}

// NL_ROUTE_ORIGIN has the values 0 to 4.
void compare_origin(RowComparison& comparison) {
  constexpr std::uint32_t last_origin = 4;
  const std::uint32_t seen = comparison.seen.origin;
  if (!state::is_unknown(comparison.entry, state::Member::origin)) {
    const std::uint32_t before = comparison.entry.row.origin;
    if (seen != before)
      mismatch(comparison, Promise::origin, "Origin", in_decimal(before), in_decimal(seen));
    return;
  }
  if (seen > last_origin) mismatch(comparison, Promise::origin, "Origin", "0 to 4", in_decimal(seen));
  comparison.learned.row.origin = seen;
  learn(comparison, state::Member::origin);
}

template <class Key>
OwedPromise promise_since(const state::TableChange& change, const std::optional<Key>& changed,
                          const Key& key, bool was_read, Call reading) {
  if (change.made && change.succeeded && changed == key) return {.call = change.call, .promise = {}};
  const bool only_time_passed = change.call == Call::advance_clock;
  if (!change.made || !was_read || only_time_passed) return {.call = reading, .promise = {}};
  return {.call = change.call, .promise = state::promise_shown(change, false)};
}

}  // namespace

OwedPromise promise_for(const state::State& state, const state::RouteKey& key,
                        const state::RouteEntry& entry, Call reading) {
  const state::TableChange& change = state.last_change();
  return promise_since(change, change.route, key, !state::is_unknown(entry, state::Member::origin),
                       reading);
}

OwedPromise promise_for(const state::State& state, const state::AnycastKey& key,
                        const state::AnycastEntry& entry, Call reading) {
  const state::TableChange& change = state.last_change();
  return promise_since(change, change.anycast, key, !entry.scope_unknown, reading);
}

void compare_read_back(readings::ChoiceEnumerator& choices, const Link& link, const state::RouteKey& key,
                       const state::RouteEntry& entry, const RouteRow& seen, OwedPromise owed,
                       state::StepOutcome& outcome) {
  RowComparison comparison{choices, link, entry, seen, owed, outcome, entry};
  compare_identifiers(comparison);
  compare_addresses(comparison);
  compare_kept(comparison, state::Member::site_prefix, "SitePrefixLength",
               &RouteRow::site_prefix_length);
  compare_lifetime(comparison, state::Member::valid_lifetime, "ValidLifetime",
                   &RouteRow::valid_lifetime_s);
  compare_lifetime(comparison, state::Member::preferred_lifetime, "PreferredLifetime",
                   &RouteRow::preferred_lifetime_s);
  compare_metric(comparison);
  compare_protocol(comparison);
  compare_flag(comparison, "Loopback", &RouteRow::loopback);
  compare_flag(comparison, "AutoconfigureAddress", &RouteRow::autoconfigure_address);
  compare_flag(comparison, "Publish", &RouteRow::publish);
  compare_flag(comparison, "Immortal", &RouteRow::immortal);
  comparison.learned.flags_as_read = true;
  compare_age(comparison);
  compare_origin(comparison);
  if (comparison.learned != entry) outcome.edits.push_back(state::PutRoute{key, comparison.learned});
}

void compare_read_back(const Link& link, const state::AnycastKey& key, const state::AnycastEntry& entry,
                       const AnycastRow& seen, OwedPromise owed, state::StepOutcome& outcome) {
  const auto compare = [&](Promise of_member, std::string_view member, std::uint64_t wanted,
                           std::uint64_t observed) {
    if (wanted == observed) return;
    outcome.mismatch([&] {
      return Mismatch{.rule = broken_rule(owed, of_member),
                      .member = std::string(member),
                      .allowed = std::to_string(wanted),
                      .observed = std::to_string(observed)};
    });
  };
  compare(Promise::both_identifiers, "InterfaceLuid", link.luid, seen.luid);
  compare(Promise::both_identifiers, "InterfaceIndex", link.index, seen.index);
  if (!entry.scope_unknown) {
    compare(Promise::scope_id, "ScopeId", entry.row.scope_id, seen.scope_id);
    return;
  }
  state::AnycastEntry learned = entry;
  learned.row.scope_id = seen.scope_id;
  learned.scope_unknown = false;
  outcome.edits.push_back(state::PutAnycast{key, learned});
}

}  // namespace netioconf::oracle::rules::steps
