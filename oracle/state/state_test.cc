#include "oracle/state/state.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "oracle/model/samples.h"

namespace netioconf::oracle::state {
namespace {

// A simple model of State: lists that are searched from the front.
struct PlainState {
  std::vector<std::pair<RouteKey, RouteEntry>> routes;
  std::vector<std::pair<AnycastKey, AnycastEntry>> anycasts;

  void apply(const PutRoute& edit) {
    apply(EraseRoute{edit.key});
    routes.emplace_back(edit.key, edit.entry);
  }
  void apply(const EraseRoute& edit) {
    std::erase_if(routes, [&](const auto& entry) { return entry.first == edit.key; });
  }
  void apply(const PutAnycast& edit) {
    apply(EraseAnycast{edit.key});
    anycasts.emplace_back(edit.key, edit.entry);
  }
  void apply(const EraseAnycast& edit) {
    std::erase_if(anycasts, [&](const auto& entry) { return entry.first == edit.key; });
  }

  template <class Wanted>
  std::size_t count(Wanted wanted) const {
    return static_cast<std::size_t>(std::count_if(routes.begin(), routes.end(), [&](const auto& route) {
      return wanted(route.first, route.second);
    }));
  }
};

RouteKey a_key(std::mt19937& random) {
  const auto low = static_cast<std::uint8_t>(random() % 3);
  const bool v4 = random() % 2 == 0;
  return {.to = {.luid = random() % 2 == 0 ? first_luid : second_luid,
                 .destination = v4 ? ipv4(10, low, 0, 0) : ipv6(low, 0),
                 .length = static_cast<std::uint8_t>(v4 ? 16 + random() % 2 : 64)},
          .next_hop = v4 ? ipv4(10, 0, 0, static_cast<std::uint8_t>(random() % 2)) : ipv6(0, 0)};
}

RouteEntry an_entry(const RouteKey& key, std::mt19937& random) {
  RouteEntry entry{.row = to(a_route(), key.to.destination, key.to.length)};
  entry.row.luid = key.to.luid;
  entry.row.metric = random() % 4 == 0 ? unused_metric : static_cast<std::uint32_t>(random() % 3);
  entry.unknown = random() % 4 == 0 ? static_cast<std::uint16_t>(Member::site_prefix) : std::uint16_t{0};
  entry.metric_as_read = random() % 4 == 0;
  entry.may_expire = random() % 3 == 0;
  return entry;
}

AnycastKey an_anycast_key(std::mt19937& random) {
  const auto low = static_cast<std::uint8_t>(random() % 3);
  return {.luid = first_luid, .address = random() % 2 == 0 ? ipv4(10, 0, 0, low) : ipv6(1, low)};
}

template <class TableChange>
void apply_to_both(const TableChange& change, State& state, PlainState& plain) {
  state.apply(change);
  plain.apply(change);
}

void change_both(std::mt19937& random, State& state, PlainState& plain) {
  const RouteKey key = a_key(random);
  const AnycastKey anycast = an_anycast_key(random);
  switch (random() % 5) {
    case 0:
      return apply_to_both(EraseRoute{key}, state, plain);
    case 1:
      return apply_to_both(PutAnycast{anycast, {.row = an_anycast()}}, state, plain);
    case 2:
      return apply_to_both(EraseAnycast{anycast}, state, plain);
    default:
      return apply_to_both(PutRoute{key, an_entry(key, random)}, state, plain);
  }
}

bool is_of(std::uint16_t family, const SocketAddress& address) {
  return family == unspecified_family || address.family == family;
}

void expect_the_same_counts(const State& state, const PlainState& plain) {
  ASSERT_EQ(state.routes().size(), plain.routes.size());
  ASSERT_EQ(state.anycasts().size(), plain.anycasts.size());
  for (const std::uint16_t family : {unspecified_family, ipv4_family, ipv6_family}) {
    const auto counted = [&](bool may_expire) {
      return plain.count([&](const RouteKey& key, const RouteEntry& entry) {
        return is_of(family, key.to.destination) && entry.may_expire == may_expire;
      });
    };
    ASSERT_EQ(state.lasting_routes(family), counted(false));
    ASSERT_EQ(state.expiring_routes(family), counted(true));
    ASSERT_EQ(state.anycast_count(family),
              static_cast<std::size_t>(
                  std::count_if(plain.anycasts.begin(), plain.anycasts.end(),
                                [&](const auto& entry) { return is_of(family, entry.first.address); })));
    for (std::uint8_t length = 0; length <= 128; ++length) {
      const auto as_long = [&](const RouteKey& key, const RouteEntry&) {
        return key.to.destination.family == family && key.to.length == length;
      };
      ASSERT_EQ(state.has_length(family, length), plain.count(as_long) != 0);
    }
  }
}

std::multiset<std::uint32_t> certain_offsets(const PlainState& plain, const DestinationKey& to) {
  std::multiset<std::uint32_t> offsets;
  for (const auto& [key, entry] : plain.routes) {
    const bool certain = !entry.metric_as_read && !entry.may_expire && entry.row.metric != unused_metric;
    if (key.to == to && certain) offsets.insert(entry.row.metric);
  }
  return offsets;
}

void expect_the_same_at(const RouteKey& key, const State& state, const PlainState& plain) {
  const auto found = std::find_if(plain.routes.begin(), plain.routes.end(),
                                  [&](const auto& entry) { return entry.first == key; });
  const RouteEntry* entry = state.find(key);
  ASSERT_EQ(entry != nullptr, found != plain.routes.end());
  if (entry != nullptr) {
    ASSERT_EQ(*entry, found->second);
  }
  const auto leads_there = [&](const RouteKey& other, const RouteEntry&) { return other.to == key.to; };
  ASSERT_EQ(state.leads_to(key.to), plain.count(leads_there) != 0);
  const Candidates* candidates = state.candidates(key.to);
  const auto number = [&](bool may_expire) {
    return plain.count([&](const RouteKey& other, const RouteEntry& there) {
      return other.to == key.to && there.may_expire == may_expire;
    });
  };
  ASSERT_EQ(candidates == nullptr ? 0 : candidates->lasting, number(false));
  ASSERT_EQ(candidates == nullptr ? 0 : candidates->may_expire, number(true));
  ASSERT_EQ(candidates == nullptr ? std::multiset<std::uint32_t>{} : candidates->offsets,
            certain_offsets(plain, key.to));
}

TEST(AState, IsWhatAPlainListOfEntriesSays) {
  std::mt19937 random{20120711};
  for (int round = 0; round < 40; ++round) {
    State state;
    PlainState plain;
    for (int step = 0; step < 60; ++step) {
      change_both(random, state, plain);
      ASSERT_NO_FATAL_FAILURE(expect_the_same_counts(state, plain));
      ASSERT_NO_FATAL_FAILURE(expect_the_same_at(a_key(random), state, plain));
    }
  }
}

TEST(AState, RemembersWhatTheStackSetBefore) {
  State state;
  const RouteKey key{.to = {.luid = first_luid, .destination = ipv4(10, 0, 0, 0), .length = 8},
                     .next_hop = {}};
  RouteEntry entry{.row = with(a_route(), &RouteRow::origin, 3),
                   .unknown = static_cast<std::uint16_t>(Member::origin)};
  state.apply(PutRoute{key, entry});
  EXPECT_EQ(state.origin_before(key), std::nullopt);
  entry.unknown = 0;
  state.apply(PutRoute{key, entry});
  state.apply(EraseRoute{key});
  EXPECT_EQ(state.origin_before(key), 3U);
}

TEST(AState, RemembersWhichRoutesExisted) {
  State state;
  const RouteKey key{.to = {.luid = first_luid, .destination = ipv4(10, 0, 0, 0), .length = 8},
                     .next_hop = {}};
  EXPECT_FALSE(state.existed(key));
  state.apply(PutRoute{key, {.row = a_route(), .unknown = static_cast<std::uint16_t>(Member::origin)}});
  EXPECT_TRUE(state.existed(key));
  state.apply(EraseRoute{key});
  EXPECT_TRUE(state.existed(key));
  EXPECT_EQ(state.origin_before(key), std::nullopt) << "it was not read";
}

TEST(AState, RemembersTheScopeOfAnAnycastAddress) {
  State state;
  const AnycastKey key{.luid = first_luid, .address = an_anycast().address};
  const AnycastRow row = with(an_anycast(), &AnycastRow::scope_id, 5);
  state.apply(PutAnycast{key, {.row = row, .scope_unknown = true}});
  EXPECT_EQ(state.scope_before(key), std::nullopt);
  EXPECT_TRUE(state.find(key)->scope_unknown);
  state.apply(PutAnycast{key, {.row = row, .scope_unknown = false}});
  state.apply(EraseAnycast{key});
  EXPECT_EQ(state.find(key), nullptr);
  EXPECT_EQ(state.scope_before(key), 5U);
  EXPECT_EQ(state.scope_before({.luid = second_luid, .address = key.address}), std::nullopt);
}

TEST(AState, KeepsRegistrationsAndTablesInTheirOrder) {
  State state;
  state.apply(AddRegistration{{.family = ipv4_family, .active = true}});
  state.apply(AddRegistration{{.family = ipv6_family, .active = true}});
  state.apply(SetPending{{Pending{.registration = 0}, Pending{.registration = 1}}});
  state.apply(CancelRegistration{1});
  EXPECT_TRUE(state.registrations()[0].active);
  EXPECT_FALSE(state.registrations()[1].active);
  EXPECT_TRUE(state.pending()[0].promised);
  EXPECT_FALSE(state.pending()[1].promised) << "a pending callback may still arrive";
  state.apply(Keep{});
  state.apply(Free{0});
  EXPECT_TRUE(state.kept()[0].freed);
  state.apply(StepEdits{
      .entries = {},
      .change = TableChange{.call = Call::set_route, .made = true, .route = {}, .anycast = {}}});
  EXPECT_EQ(state.last_change().call, Call::set_route);
}

TEST(AState, DoubtsOnlyTheCallbacksOfOneRegistration) {
  State state;
  state.apply(AddRegistration{{.active = true}});
  state.apply(AddRegistration{{.active = true}});
  state.apply(SetPending{{Pending{.registration = 0, .promised = false, .when_read = true},
                          Pending{.registration = 1, .promised = false, .when_read = true}}});
  state.apply(DoubtRegistration{1});
  EXPECT_TRUE(state.pending()[0].when_read);
  EXPECT_FALSE(state.pending()[1].when_read);
  EXPECT_FALSE(state.registrations()[0].unpromised);
  EXPECT_TRUE(state.registrations()[1].unpromised);
  EXPECT_TRUE(state.registrations()[1].active) << "whether it was cancelled is not known";
}

TEST(ALookUp, IsForTheBarePrefix) {
  const Prefix prefix{.address = with_port(ipv4(10, 1, 2, 3)), .length = 8, .padding = {}};
  const DestinationKey expected{.luid = first_luid, .destination = ipv4(10, 0, 0, 0), .length = 8};
  EXPECT_EQ(lookup_key(first_luid, prefix), expected);
}

}  // namespace
}  // namespace netioconf::oracle::state
