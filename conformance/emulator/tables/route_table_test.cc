#include "conformance/emulator/tables/route_table.h"

#include <gtest/gtest.h>

// RapidCheck's bridge needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <random>
#include <tuple>
#include <vector>

#include "conformance/emulator/tables/addresses.h"

namespace netioconf::conformance::emulator::inline tables {
namespace {

// A table that is a list, oldest route first. Each question is a search of all of it.
class ListOfRoutes {
 public:
  struct Entry {
    RouteKey key;
    Route route;
    std::uint64_t sequence = 0;
  };
  using Entries = std::vector<Entry>;

  void store(const RouteKey& key, const Route& route) {
    const auto found = std::ranges::find(entries_, key, &Entry::key);
    if (found != entries_.end()) {
      found->route = route;
    } else {
      entries_.push_back({key, route, next_sequence_++});
    }
  }
  void erase(const RouteKey& key) {
    std::erase_if(entries_, [&](const Entry& entry) { return entry.key == key; });
  }
  void clear() {
    entries_.clear();
    next_sequence_ = 0;
  }

  [[nodiscard]] const Entries& all() const { return entries_; }
  [[nodiscard]] Entries where(auto holds) const {
    Entries found;
    std::ranges::copy_if(entries_, std::back_inserter(found), holds);
    return found;
  }
  // Of all that hold, sorted by what `place` says, and the oldest first of several.
  [[nodiscard]] Entries sorted(auto holds, auto place) const {
    Entries found = where(holds);
    std::ranges::sort(found, {}, [&](const Entry& entry) {
      return std::tuple_cat(std::tuple(place(entry)), std::tuple(entry.sequence));
    });
    return found;
  }
  [[nodiscard]] Entries visited(std::uint16_t family) const {
    return sorted([&](const Entry& entry) { return entry.key.prefix.family == family; },
                  [](const Entry& entry) { return entry.key.link; });
  }
  // Longest prefix first, and of each link the cheapest.
  [[nodiscard]] Entries covering(const Address& address) const {
    const auto place = [](const Entry& entry) {
      return std::tuple(-entry.key.length_bits, entry.key.link);
    };
    Entries found = sorted(
        [&](const Entry& entry) {
          return destination_of(entry.key).prefix == masked(address, entry.key.length_bits);
        },
        [&](const Entry& entry) { return std::tuple(place(entry), entry.route.complete_metric); });
    const auto rest = std::ranges::unique(found, {}, place);
    found.erase(rest.begin(), rest.end());
    return found;
  }
  [[nodiscard]] Entries to(std::uint8_t link, const Destination& destination) const {
    return sorted(
        [&](const Entry& entry) {
          return entry.key.link == link && destination_of(entry.key) == destination;
        },
        [](const Entry& entry) { return entry.route.complete_metric; });
  }
  [[nodiscard]] Entries expired(std::uint64_t now_s) const {
    const auto has_ended = [&](const Entry& entry) {
      return entry.route.ends_at_s != never && entry.route.ends_at_s <= now_s;
    };
    return sorted(has_ended, [](const Entry& entry) { return entry.route.ends_at_s; });
  }

 private:
  Entries entries_;
  std::uint64_t next_sequence_ = 0;
};

using Entries = ListOfRoutes::Entries;

bool same(const ListOfRoutes::Entry& listed, const RouteEntry& entry) {
  return listed.key == entry.key() && listed.sequence == entry.sequence() &&
         listed.route.row.Age == entry.route.row.Age &&
         listed.route.created_s == entry.route.created_s &&
         listed.route.changed_s == entry.route.changed_s &&
         listed.route.complete_metric == entry.route.complete_metric &&
         listed.route.ends_at_s == entry.route.ends_at_s;
}

bool same(const Entries& listed, const std::vector<const RouteEntry*>& found) {
  return std::ranges::equal(listed, found, [](const ListOfRoutes::Entry& left, const RouteEntry* right) {
    return same(left, *right);
  });
}

// The first of these, or none.
bool is_first(const Entries& listed, const RouteEntry* found) {
  return listed.empty() ? found == nullptr : found != nullptr && same(listed.front(), *found);
}

std::vector<const RouteEntry*> visited(const RouteTable& table, std::uint16_t family) {
  std::vector<const RouteEntry*> found;
  table.visit(family, [&](const RouteEntry& entry) { found.push_back(&entry); });
  return found;
}

// With what finds it, a route takes at most 200 bytes.
static_assert(sizeof(RouteEntry) <= 168);

constexpr std::uint16_t other_family = 7;

// Takes a number apart into numbers below these.
class Digits {
 public:
  explicit Digits(std::uint64_t number) : rest_(number) {}
  std::uint64_t below(std::uint64_t base) {
    const std::uint64_t digit = rest_ % base;
    rest_ /= base;
    return digit;
  }
  auto one_of(auto... choices) { return std::array{choices...}[below(sizeof...(choices))]; }

 private:
  std::uint64_t rest_;
};

// Addresses that differ in bits at the begin, in the middle and at the end.
Address address_from(Digits& digits) {
  Address address{.family = digits.one_of(ipv4, ipv6, other_family)};
  address.bytes[0] = digits.one_of(std::uint8_t{10}, std::uint8_t{0x8a});
  address.bytes[3] = digits.one_of(std::uint8_t{0}, std::uint8_t{1});
  if (address.family == ipv4) return address;
  address.bytes[7] = digits.one_of(std::uint8_t{0}, std::uint8_t{0x12});
  address.bytes[15] = digits.one_of(std::uint8_t{0}, std::uint8_t{1});
  return address;
}

RouteKey key_from(Digits& digits) {
  RouteKey key;
  key.prefix = address_from(digits);
  key.length_bits =
      static_cast<std::uint8_t>(digits.one_of(0, 1, 5, 8, 24, 31, 32, 60, 62, 64, 127, 128, 200));
  key.link = static_cast<std::uint8_t>(digits.one_of(0, 1, 15));
  key.next_hop.family = key.prefix.family;
  key.next_hop.bytes[3] = static_cast<std::uint8_t>(digits.below(3));
  key.qualifier = digits.one_of(0U, 0U, 0U, 1U);
  return key;
}

// The row has the key, or says nothing of it.
Route route_from(Digits& digits, const RouteKey& key, std::uint32_t number) {
  Route route{.created_s = number, .changed_s = number + 1, .complete_metric = digits.below(3)};
  if (const std::uint64_t ends_at_s = digits.below(6); ends_at_s != 0) route.ends_at_s = ends_at_s;
  route.row.Age = number;
  if (digits.below(4) == 0) return route;
  route.row.DestinationPrefix.Prefix = socket_address_of(key.prefix);
  route.row.DestinationPrefix.PrefixLength = key.length_bits;
  route.row.NextHop = socket_address_of(key.next_hop);
  return route;
}

// The key of one of many routes to few destinations.
RouteKey crowded_key_from(Digits& digits) {
  RouteKey key{.length_bits = 24, .prefix = {.family = ipv4}, .next_hop = {.family = ipv4}};
  key.prefix.bytes[2] = static_cast<std::uint8_t>(digits.below(3) / 2);
  key.link = static_cast<std::uint8_t>(digits.one_of(0, 1, 15));
  key.next_hop.bytes[3] = static_cast<std::uint8_t>(digits.below(20));
  return key;
}

using KeyFrom = RouteKey (*)(Digits&);

void change(ListOfRoutes& list, RouteTable& table, KeyFrom key_from, std::uint64_t operation,
            std::uint32_t number) {
  Digits digits(operation);
  const std::uint64_t kind = digits.below(60);
  const RouteKey key = key_from(digits);
  if (kind == 0) {
    list.clear();
    table.clear();
  } else if (kind < 12 && !list.all().empty()) {
    const RouteKey old = list.all()[digits.below(list.all().size())].key;
    list.erase(old);
    table.erase(old);
  } else if (kind < 14) {
    list.erase(key);
    table.erase(key);
  } else {
    const Route route = route_from(digits, key, number);
    list.store(key, route);
    table.store(key, route);
  }
}

void expect_same_routes(const ListOfRoutes& list, const RouteTable& table) {
  RC_ASSERT(table.size() == list.all().size());
  for (const std::uint16_t family : {ipv4, ipv6, other_family}) {
    RC_ASSERT(same(list.visited(family), visited(table, family)));
    RC_ASSERT(table.size(family) == list.visited(family).size());
  }
  for (const ListOfRoutes::Entry& entry : list.all()) {
    RC_ASSERT(is_first({entry}, table.find(entry.key)));
  }
}

void expect_same_answers(const ListOfRoutes& list, const RouteTable& table, KeyFrom key_from,
                         std::uint64_t question) {
  Digits digits(question);
  const RouteKey key = key_from(digits);
  const Address address = digits.below(2) == 0 ? key.prefix : address_from(digits);
  const std::uint64_t now_s = digits.below(7);
  using Entry = ListOfRoutes::Entry;
  RC_ASSERT(is_first(list.where([&](const Entry& entry) { return entry.key == key; }), table.find(key)));
  RC_ASSERT(is_first(list.where([&](const Entry& entry) {
    return entry.key.link == key.link && entry.key.prefix.family == key.prefix.family;
  }),
                     table.first(key.link, key.prefix.family)));
  const Destination destination = destination_of(key);
  RC_ASSERT(is_first(list.to(key.link, destination), table.cheapest(key.link, destination)));
  RC_ASSERT(same(list.covering(address), table.covering(address)));
  RC_ASSERT(is_first(list.expired(now_s), table.expired(now_s)));
}

void expect_to_be_like_a_list(KeyFrom key_from) {
  const auto any = rc::gen::inRange<std::uint64_t>(0, std::numeric_limits<std::uint64_t>::max());
  const auto operations = *rc::gen::container<std::vector<std::uint64_t>>(any);
  ListOfRoutes list;
  RouteTable table;
  for (std::uint32_t number = 0; number < operations.size(); ++number) {
    change(list, table, key_from, operations[number], number);
    std::mt19937_64 random(operations[number]);
    for (int i = 0; i < 4; ++i) expect_same_answers(list, table, key_from, random());
  }
  expect_same_routes(list, table);
}

RC_GTEST_PROP(RouteTable, AnswersAsAListOfItsRoutesDoes, ()) { expect_to_be_like_a_list(key_from); }

RC_GTEST_PROP(RouteTable, AnswersAsAListDoesOfManyRoutesToFewDestinations, ()) {
  expect_to_be_like_a_list(crowded_key_from);
}

RouteKey numbered_key(std::uint32_t number) {
  RouteKey key{.length_bits = 32, .prefix = {.family = ipv4}, .next_hop = {.family = ipv4}};
  for (std::size_t i = 0; i < 4; ++i) key.prefix.bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  return key;
}

std::vector<std::uint32_t> ages(const RouteTable& table) {
  std::vector<std::uint32_t> ages;
  table.visit(ipv4, [&](const RouteEntry& entry) { ages.push_back(entry.route.row.Age); });
  return ages;
}

TEST(RouteTable, KeepsTheOrderAndTheAddressesOfThousandsOfRoutes) {
  constexpr std::uint32_t count = 5000;
  RouteTable table;
  const auto store = [&](std::uint32_t number) {
    Route route;
    route.row.Age = number;
    table.store(numbered_key(number), route);
  };
  store(0);
  const RouteEntry* first = table.find(numbered_key(0));
  for (std::uint32_t number = 1; number < count; ++number) store(number);
  EXPECT_EQ(table.find(numbered_key(0)), first);
  for (std::uint32_t number = 0; number < count; number += 2) table.erase(numbered_key(number));
  for (std::uint32_t number = 0; number < count; number += 4) store(number);

  std::vector<std::uint32_t> expected;
  for (std::uint32_t number = 1; number < count; number += 2) expected.push_back(number);
  for (std::uint32_t number = 0; number < count; number += 4) expected.push_back(number);
  EXPECT_EQ(ages(table), expected);
  for (std::uint32_t number = 0; number < count; ++number) {
    EXPECT_EQ(table.find(numbered_key(number)) != nullptr, number % 4 != 2) << number;
    EXPECT_EQ(table.covering(numbered_key(number).prefix).size(), number % 4 != 2 ? 1 : 0) << number;
  }
}

RouteKey key_of_bits(std::uint32_t bits, std::uint8_t length_bits) {
  RouteKey key{.length_bits = length_bits, .prefix = {.family = ipv6}, .next_hop = {.family = ipv6}};
  key.prefix.bytes[0] = static_cast<std::uint8_t>(bits << (8 - length_bits));
  return key;
}

std::vector<RouteKey> all_destinations_of_eight_bits() {
  std::vector<RouteKey> keys;
  for (std::uint8_t length_bits = 0; length_bits <= 8; ++length_bits) {
    for (std::uint32_t bits = 0; bits < 1U << length_bits; ++bits) {
      keys.push_back(key_of_bits(bits, length_bits));
    }
  }
  return keys;
}

TEST(RouteTable, FindsAllPrefixesOfAnAddressAmongAllOfEightBits) {
  std::vector<RouteKey> keys = all_destinations_of_eight_bits();
  std::ranges::shuffle(keys, std::mt19937_64(1));
  RouteTable table;
  for (const RouteKey& key : keys) table.store(key, {});
  while (!keys.empty()) {
    const RouteKey erased = keys.back();
    const std::vector<const RouteEntry*> covering = table.covering(erased.prefix);
    const auto covers = [&](const RouteKey& key) {
      return masked(erased.prefix, key.length_bits) == key.prefix;
    };
    ASSERT_EQ(std::ssize(covering), std::ranges::count_if(keys, covers));
    ASSERT_TRUE(std::ranges::is_sorted(
        covering, std::greater(), [](const RouteEntry* entry) { return entry->key().length_bits; }));
    table.erase(erased);
    keys.pop_back();
  }
  EXPECT_EQ(table.size(), 0U);
}

TEST(RouteTable, StartsAgainAfterThousandsOfRoutes) {
  RouteTable table;
  for (std::uint32_t number = 0; number < 5000; ++number) table.store(numbered_key(number), {});
  table.clear();
  EXPECT_EQ(table.size(), 0U);
  EXPECT_TRUE(ages(table).empty());
  EXPECT_EQ(table.find(numbered_key(1)), nullptr);
  table.store(numbered_key(1), {});
  EXPECT_EQ(table.find(numbered_key(1))->sequence(), 0U);
  EXPECT_EQ(table.covering(numbered_key(1).prefix).size(), 1U);
}

}  // namespace
}  // namespace netioconf::conformance::emulator::inline tables
