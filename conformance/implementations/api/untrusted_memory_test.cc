#include "conformance/implementations/api/untrusted_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>

#include <array>
#include <cstring>
#include <vector>

#include "conformance/abi/netioapi.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

constexpr std::size_t page = 4096;

// A readable page followed by an unreadable page.
class GuardPage {
 public:
  GuardPage() {
    mprotect(static_cast<std::byte*>(pages_) + page, page, PROT_NONE);
    std::memset(pages_, 7, page);
  }
  GuardPage(const GuardPage&) = delete;
  GuardPage& operator=(const GuardPage&) = delete;
  ~GuardPage() { munmap(pages_, 2 * page); }

  // The address this many bytes before the end of the readable page.
  [[nodiscard]] std::byte* before_end(std::size_t bytes) const {
    return static_cast<std::byte*>(pages_) + page - bytes;
  }

 private:
  void* pages_ = mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
};

class UntrustedMemory : public testing::TestWithParam<decltype(&read_untrusted)> {};

TEST_P(UntrustedMemory, IsReadUpToItsLastByte) {
  const GuardPage guarded;
  std::array<std::byte, 16> bytes{};
  EXPECT_TRUE(GetParam()(guarded.before_end(16), bytes));
  EXPECT_THAT(bytes, testing::Each(std::byte{7}));
  EXPECT_FALSE(GetParam()(guarded.before_end(15), bytes));
  EXPECT_FALSE(GetParam()(guarded.before_end(0), bytes));
}

TEST_P(UntrustedMemory, IsReadInAnyAmount) {
  std::vector<std::byte> from(100'000);
  for (std::size_t position = 0; position < from.size(); ++position) {
    from[position] = static_cast<std::byte>(position % 251);
  }
  std::vector<std::byte> to(from.size());
  EXPECT_TRUE(GetParam()(from.data(), to));
  EXPECT_EQ(to, from);
  EXPECT_TRUE(GetParam()(nullptr, {}));
}

TEST_P(UntrustedMemory, IsNotReadAtWildAddresses) {
  std::array<std::byte, 16> bytes{};
  EXPECT_FALSE(GetParam()(nullptr, bytes));
  EXPECT_FALSE(GetParam()(reinterpret_cast<const void*>(0x10), bytes));
  EXPECT_FALSE(GetParam()(reinterpret_cast<const void*>(0x4e43'0000'0000'0001), bytes));
  EXPECT_FALSE(GetParam()(reinterpret_cast<const void*>(~std::uintptr_t{0}), bytes));
}

INSTANTIATE_TEST_SUITE_P(ByEitherWay, UntrustedMemory,
                         testing::Values(&read_untrusted, &read_untrusted_through_pipe));

TEST(TableReading, TakesAsManyRowsAsTheTableCounts) {
  MIB_IPFORWARD_TABLE2 table{};
  table.NumEntries = 1;
  table.Table[0].Metric = 42;
  const oracle::TableReply reply = read_route_table(&table);
  EXPECT_TRUE(reply.readable);
  EXPECT_FALSE(reply.null_pointer);
  ASSERT_EQ(reply.routes.size(), 1U);
  EXPECT_EQ(reply.routes[0].metric, 42U);
  table.NumEntries = 0;
  EXPECT_TRUE(read_route_table(&table).routes.empty());
}

TEST(TableReading, FindsTheRowsOfBothKinds) {
  MIB_ANYCASTIPADDRESS_TABLE table{};
  table.NumEntries = 1;
  table.Table[0].InterfaceIndex = 5;
  EXPECT_EQ(read_anycast_table(&table).anycasts.at(0).index, 5U);
}

TEST(TableReading, StopsWhereMemoryEnds) {
  const GuardPage guarded;
  const std::uint32_t count = 3;
  constexpr std::size_t rows_behind = 8;
  for (const std::size_t missing : {0U, 1U}) {
    std::byte* table = guarded.before_end(rows_behind + count * sizeof(oracle::RouteRow) - missing);
    std::memcpy(table, &count, sizeof count);
    const oracle::TableReply reply = read_route_table(table);
    EXPECT_EQ(reply.readable, missing == 0);
    EXPECT_EQ(reply.row_count, count);
    EXPECT_EQ(reply.routes.size(), missing == 0 ? count : 0);
  }
}

TEST(TableReading, DistinguishesNullFromUnreadableMemory) {
  EXPECT_TRUE(read_route_table(nullptr).null_pointer);
  EXPECT_FALSE(read_route_table(reinterpret_cast<const void*>(0x10)).null_pointer);
  EXPECT_FALSE(read_route_table(reinterpret_cast<const void*>(0x10)).readable);
}

TEST(TableReading, DoesNotBelieveAWildCount) {
  MIB_IPFORWARD_TABLE2 table{};
  table.NumEntries = most_rows + 1;
  EXPECT_FALSE(read_route_table(&table).readable);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::inline api
