#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "conformance/emulator/samples_for_test.h"

// GetBestRoute2, compared with a scan of all routes, and with more routes than a scan could handle.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;

struct Answer {
  std::uint32_t status = 0;
  MIB_IPFORWARD_ROW2 row{};
};

Answer best_of(Emulator& emulator, const SOCKADDR_INET& destination, std::uint64_t luid = 0) {
  Answer answer;
  SOCKADDR_INET source;
  const NET_LUID named{luid};
  answer.status = emulator.best_route(&named, 0, nullptr, &destination, 0, &answer.row, &source);
  return answer;
}

std::uint64_t metric_of(const netioconf_host& host, const MIB_IPFORWARD_ROW2& row) {
  const netioconf_link& link = host.links[row.InterfaceIndex - 1];
  const bool six = row.NextHop.si_family == ipv6;
  return std::uint64_t{row.Metric} + (six ? link.ipv6_metric : link.ipv4_metric);
}

// Length and metric of the best route, found by a scan of every route; empty if no route matches.
std::optional<std::pair<int, std::uint64_t>> scanned(const std::vector<MIB_IPFORWARD_ROW2>& rows,
                                                     const SOCKADDR_INET& destination,
                                                     std::uint64_t luid) {
  std::optional<std::pair<int, std::uint64_t>> best;
  const Address wanted = address_of(destination);
  for (const MIB_IPFORWARD_ROW2& row : rows) {
    const Address prefix = address_of(row.DestinationPrefix.Prefix);
    const int length = row.DestinationPrefix.PrefixLength;
    if (luid != 0 && row.InterfaceLuid.Value != luid) continue;
    if (masked(wanted, static_cast<unsigned>(length)) != prefix) continue;
    const std::pair candidate(-length, metric_of(samples::a_host(), row));
    if (!best || candidate < *best) best = candidate;
  }
  return best;
}

TEST(BestRoute, AgreesWithAScanOfRandomTables) {
  std::mt19937 random(7);
  Emulator emulator(samples::a_host());
  for (int round = 0; round < 3000; ++round) {
    MIB_IPFORWARD_ROW2 row = random() % 2 == 0 ? samples::a_route() : samples::an_ipv6_route();
    const bool six = row.NextHop.si_family == ipv6;
    row.InterfaceLuid.Value = random() % 2 == 0 ? samples::first_luid : samples::second_luid;
    const unsigned length = static_cast<unsigned>(random() % (six ? 129 : 33));
    Address prefix = address_of(row.DestinationPrefix.Prefix);
    for (auto& byte : prefix.bytes) byte = static_cast<std::uint8_t>(random() % 2 * 0x81);
    if (!six) std::fill(prefix.bytes.begin() + 4, prefix.bytes.end(), std::uint8_t{0});
    row.DestinationPrefix.Prefix = socket_address_of(masked(prefix, length));
    row.DestinationPrefix.PrefixLength = static_cast<UCHAR>(length);
    row.Metric = static_cast<ULONG>(random() % 40);
    if (random() % 4 == 0) {
      (void)emulator.delete_route(&row);
    } else if (emulator.create_route(&row) != STATUS_SUCCESS) {
      ASSERT_EQ(emulator.set_route(&row), STATUS_SUCCESS);
    }
    const SOCKADDR_INET wanted = socket_address_of(prefix);
    for (const std::uint64_t luid : {std::uint64_t{0}, samples::first_luid, samples::second_luid}) {
      const auto expected = scanned(samples::routes_of(emulator), wanted, luid);
      const Answer answer = best_of(emulator, wanted, luid);
      ASSERT_EQ(answer.status, expected ? STATUS_SUCCESS : STATUS_NOT_FOUND);
      if (!expected) continue;
      EXPECT_EQ(-static_cast<int>(answer.row.DestinationPrefix.PrefixLength), expected->first);
      EXPECT_EQ(metric_of(samples::a_host(), answer.row), expected->second);
    }
    if (round % 500 == 499) {
      ASSERT_EQ(emulator.reset(samples::a_host()), 0);
    }
  }
}

TEST(BestRoute, DoesNotWrapWhenMetricsAreLarge) {
  Emulator emulator(samples::a_host());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.Metric = 0xfffffffe;
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  row.NextHop = samples::ip4(192, 0, 2, 2);
  row.Metric = 100;
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(best_of(emulator, samples::ip4(10, 1, 1, 1)).row.Metric, 100U);
  // An unused offset adds nothing.
  row.NextHop = samples::ip4(192, 0, 2, 3);
  row.Metric = 0xffffffff;
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(best_of(emulator, samples::ip4(10, 1, 1, 1)).row.Metric, 0xffffffffU);
}

TEST(BestRoute, IsRefusedWithoutItsArguments) {
  Emulator emulator(samples::a_host());
  const SOCKADDR_INET wanted = samples::ip4(10, 0, 0, 1);
  MIB_IPFORWARD_ROW2 row;
  SOCKADDR_INET source;
  EXPECT_EQ(emulator.best_route(nullptr, 1, nullptr, nullptr, 0, &row, &source),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(emulator.best_route(nullptr, 1, nullptr, &wanted, 0, nullptr, &source),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(emulator.best_route(nullptr, 1, nullptr, &wanted, 0, &row, nullptr),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(emulator.best_route(nullptr, 9, nullptr, &wanted, 0, &row, &source), STATUS_NOT_FOUND);
  EXPECT_EQ(best_of(emulator, SOCKADDR_INET{}).status, STATUS_INVALID_PARAMETER);
  Emulator four_only(samples::without_ipv6());
  EXPECT_EQ(best_of(four_only, samples::ip6(1)).status, STATUS_NOT_SUPPORTED);
}

TEST(BestRoute, PrefersTheSourceThatItWasGiven) {
  Emulator emulator(samples::a_host());
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  const SOCKADDR_INET preferred = samples::ip4(192, 0, 2, 9);
  const SOCKADDR_INET wanted = samples::ip4(10, 0, 0, 1);
  MIB_IPFORWARD_ROW2 best;
  SOCKADDR_INET source;
  ASSERT_EQ(emulator.best_route(nullptr, 1, &preferred, &wanted, 0, &best, &source), STATUS_SUCCESS);
  EXPECT_TRUE(samples::same_bytes(source, preferred));
}

// Debug builds check every step and are slow, so they use fewer routes.
#ifdef NDEBUG
constexpr std::uint32_t a_million = 1'000'000;
#else
constexpr std::uint32_t a_million = 50'000;
#endif

SOCKADDR_INET numbered(std::uint32_t number) {
  return samples::ip4(static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
                      static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number));
}

TEST(AMillionRoutes, AreWorkable) {
  Emulator emulator(samples::a_host());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.DestinationPrefix.PrefixLength = 32;
  for (std::uint32_t i = 0; i < a_million; ++i) {
    row.DestinationPrefix.Prefix = numbered(0x0a000000 + i);
    ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  }
  for (std::uint32_t i = 0; i < a_million; i += 10) {
    ASSERT_TRUE(
        samples::same_bytes(best_of(emulator, numbered(0x0a000000 + i)).row.DestinationPrefix.Prefix,
                            numbered(0x0a000000 + i)));
  }
  EXPECT_EQ(samples::routes_of(emulator).size(), a_million);
}

TEST(AMillionNextHops, AreWorkable) {
  Emulator emulator(samples::a_host());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  for (std::uint32_t i = 0; i < a_million; ++i) {
    row.NextHop = numbered(0xc0000000 + i);
    row.Metric = a_million - i;
    ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  }
  for (std::uint32_t i = a_million - 1; i >= a_million - a_million / 10; --i) {
    const Answer answer = best_of(emulator, samples::ip4(10, 1, 2, 3));
    ASSERT_EQ(answer.row.Metric, a_million - i);
    ASSERT_EQ(emulator.delete_route(&answer.row), STATUS_SUCCESS);
  }
}

}  // namespace
}  // namespace netioconf::conformance::emulator
