#include "conformance/implementations/windows/journal.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

namespace netioconf::conformance::implementations::windows {
namespace {

// The tables of a machine. They outlive the testee, as on a real machine.
std::vector<MIB_IPFORWARD_ROW2> routes;
std::vector<MIB_ANYCASTIPADDRESS_ROW> anycasts;

template <class Row, class Table>
NETIO_STATUS hand_out(const std::vector<Row>& rows, Table** table) {
  if (rows.empty()) return STATUS_NOT_FOUND;
  *table = static_cast<Table*>(std::calloc(1, sizeof(Table) + rows.size() * sizeof(Row)));
  (*table)->NumEntries = static_cast<ULONG>(rows.size());
  std::memcpy(static_cast<void*>((*table)->Table), rows.data(), rows.size() * sizeof(Row));
  return STATUS_SUCCESS;
}

NETIO_STATUS route_table(ADDRESS_FAMILY, PMIB_IPFORWARD_TABLE2* table) {
  return hand_out(routes, table);
}

NETIO_STATUS anycast_table(ADDRESS_FAMILY, PMIB_ANYCASTIPADDRESS_TABLE* table) {
  return hand_out(anycasts, table);
}

void free_table(PVOID memory) { std::free(memory); }

// The last byte of the address identifies an entry.
template <class Row>
auto find(std::vector<Row>& rows, const SOCKADDR_INET& address, SOCKADDR_INET& (*address_of)(Row&)) {
  auto row = rows.begin();
  while (row != rows.end() &&
         address_of(*row).Ipv4.sin_addr.S_un.S_addr != address.Ipv4.sin_addr.S_un.S_addr) {
    ++row;
  }
  return row;
}

SOCKADDR_INET& prefix_of(MIB_IPFORWARD_ROW2& row) { return row.DestinationPrefix.Prefix; }
SOCKADDR_INET& address_of(MIB_ANYCASTIPADDRESS_ROW& row) { return row.Address; }

NETIO_STATUS create_route(const MIB_IPFORWARD_ROW2* row) {
  routes.push_back(*row);
  return STATUS_SUCCESS;
}

NETIO_STATUS set_route(const MIB_IPFORWARD_ROW2* row) {
  const auto found = find(routes, row->DestinationPrefix.Prefix, prefix_of);
  if (found == routes.end()) return STATUS_NOT_FOUND;
  *found = *row;
  return STATUS_SUCCESS;
}

NETIO_STATUS delete_route(const MIB_IPFORWARD_ROW2* row) {
  const auto found = find(routes, row->DestinationPrefix.Prefix, prefix_of);
  if (found == routes.end()) return STATUS_NOT_FOUND;
  routes.erase(found);
  return STATUS_SUCCESS;
}

NETIO_STATUS create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  anycasts.push_back(*row);
  return STATUS_SUCCESS;
}

NETIO_STATUS delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  const auto found = find(anycasts, row->Address, address_of);
  if (found == anycasts.end()) return STATUS_NOT_FOUND;
  anycasts.erase(found);
  return STATUS_SUCCESS;
}

library a_library() {
  library machine{};
  machine.route_table = route_table;
  machine.anycast_table = anycast_table;
  machine.free_table = free_table;
  machine.create_route = create_route;
  machine.set_route = set_route;
  machine.delete_route = delete_route;
  machine.create_anycast = create_anycast;
  machine.delete_anycast = delete_anycast;
  return machine;
}

SOCKADDR_INET address(UCHAR first, UCHAR third, UCHAR last) {
  SOCKADDR_INET result{};
  result.Ipv4.sin_family = NETIOCONF_AF_INET;
  result.Ipv4.sin_addr.S_un.S_un_b = {first, 0, third, last};
  return result;
}

constexpr ULONG64 our_link = 17;

MIB_IPFORWARD_ROW2 route(const SOCKADDR_INET& prefix, ULONG metric) {
  MIB_IPFORWARD_ROW2 row{};
  row.InterfaceLuid.Value = our_link;
  row.DestinationPrefix = {prefix, 32};
  row.NextHop = address(192, 2, 1);
  row.Metric = metric;
  return row;
}

class Journal : public testing::Test {
 protected:
  Journal() {
    routes = {route(address(192, 2, 10), 5), route(address(10, 0, 0), 7)};
    anycasts = {};
    limits_.count = 2;
    limits_.links[0] = {.luid = 16, .index = 1, .named = 0};
    limits_.links[1] = {.luid = our_link, .index = 2, .named = 1};
    remove(path_.c_str());
  }

  // Simulates a testee that changes entries and is killed.
  void change_everything() {
    ASSERT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
    ASSERT_EQ(journal_before_change(), nullptr);
    create_route(&added_);
    MIB_IPFORWARD_ROW2 changed = routes[0];
    changed.Metric = 6;
    set_route(&changed);
    ASSERT_EQ(journal_before_change(), nullptr);
    create_anycast(&anycast_);
  }

  void expect_tables_as_they_were() const {
    ASSERT_EQ(routes.size(), 2U);
    EXPECT_EQ(routes[0].Metric, 5U);
    EXPECT_EQ(routes[1].Metric, 7U);
    EXPECT_TRUE(anycasts.empty());
    EXPECT_FALSE(std::filesystem::exists(path_));
  }

  library library_ = a_library();
  limits limits_{};
  std::string path_ = testing::TempDir() + "/netioconf-testee.journal";
  MIB_IPFORWARD_ROW2 added_ = route(address(192, 2, 11), 1);
  MIB_ANYCASTIPADDRESS_ROW anycast_{
      .Address = address(192, 2, 12), .InterfaceLuid = {our_link}, .InterfaceIndex = 0};
};

TEST_F(Journal, PutsTheTablesBackAtTheEnd) {
  change_everything();
  EXPECT_EQ(journal_end(), nullptr);
  expect_tables_as_they_were();
}

TEST_F(Journal, PutsTheTablesBackForAProcessThatWasKilled) {
  change_everything();
  EXPECT_TRUE(std::filesystem::exists(path_));
  EXPECT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
  expect_tables_as_they_were();
}

TEST_F(Journal, CreatesAgainWhatWasDeleted) {
  ASSERT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
  ASSERT_EQ(journal_before_change(), nullptr);
  const MIB_IPFORWARD_ROW2 gone = routes[0];
  delete_route(&gone);
  EXPECT_EQ(journal_end(), nullptr);
  ASSERT_EQ(routes.size(), 2U);
  EXPECT_EQ(routes[1].Metric, 5U);
}

TEST_F(Journal, LeavesAloneWhatIsNotForTests) {
  change_everything();
  const MIB_IPFORWARD_ROW2 theirs = route(address(10, 0, 9), 9);
  create_route(&theirs);
  EXPECT_EQ(journal_end(), nullptr);
  ASSERT_EQ(routes.size(), 3U);
  EXPECT_EQ(routes[2].Metric, 9U);
}

TEST_F(Journal, LeavesAloneWhatIsOnAnotherLink) {
  change_everything();
  MIB_IPFORWARD_ROW2 theirs = route(address(192, 2, 13), 9);
  theirs.InterfaceLuid.Value = 16;
  create_route(&theirs);
  limits_.links[0].named = 1;  // The next testee has other links than the killed one.
  limits_.links[1].named = 0;
  EXPECT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
  ASSERT_EQ(routes.size(), 3U);
  EXPECT_EQ(routes[2].Metric, 9U);
}

TEST_F(Journal, IsNotWrittenBeforeAChange) {
  EXPECT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
  EXPECT_FALSE(std::filesystem::exists(path_));
  EXPECT_EQ(journal_end(), nullptr);
}

TEST_F(Journal, LetsNothingBeChangedThatCouldNotBePutBack) {
  library_.route_table = nullptr;
  ASSERT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
  EXPECT_STREQ(journal_before_change(), "GetIpForwardTable2 is missing, so nothing could be restored");
  path_ = testing::TempDir() + "/no/such/folder/journal";
  library_ = a_library();
  ASSERT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
  EXPECT_STREQ(journal_before_change(), "no journal can be written, so nothing is changed");
}

TEST_F(Journal, IsKeptWhenARowCannotBePutBack) {
  change_everything();
  library_.delete_route = nullptr;
  EXPECT_STREQ(journal_end(), "some rows could not be restored; the journal is kept");
  EXPECT_TRUE(anycasts.empty()) << "the other rows are restored";
  library_ = a_library();
  EXPECT_EQ(journal_begin(&library_, &limits_, path_.c_str()), nullptr);
  expect_tables_as_they_were();
}

TEST_F(Journal, ThatIsDamagedStopsTheTestee) {
  change_everything();
  std::filesystem::resize_file(path_, 30);
  EXPECT_STREQ(journal_begin(&library_, &limits_, path_.c_str()),
               "the journal is damaged, or not a journal of netioconf");
  std::ofstream(path_) << "netioconf tables followed by something else";
  EXPECT_STREQ(journal_begin(&library_, &limits_, path_.c_str()),
               "the journal is damaged, or not a journal of netioconf");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::windows
