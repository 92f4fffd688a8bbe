#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "conformance/cli/testing/testing_wine.h"
#include "conformance/implementations/wine/make.h"
#include "conformance/implementations/wine/wine.h"

// Tests that the program for Windows protects the routes of a machine. The machine is the emulator with
// tables that outlive the process.
namespace netioconf::conformance::cli {
namespace {

using oracle::Call;
using oracle::Ending;
using testing::HasSubstr;
using testing::UnorderedElementsAreArray;

struct Tables {
  std::vector<oracle::RouteRow> routes;
  std::vector<oracle::AnycastRow> anycasts;
};

oracle::RouteRow route(std::uint8_t last, std::uint8_t first = 192) {
  oracle::RouteRow row;
  row.index = 1;
  row.destination = {.address = oracle::ipv4(first, 0, 2, last), .length = 32};
  row.next_hop = oracle::ipv4(192, 0, 2, 1);
  row.valid_lifetime_s = row.preferred_lifetime_s = 0xFFFFFFFF;
  row.metric = 5;
  return row;
}

oracle::AnycastRow anycast(std::uint8_t last) {
  oracle::AnycastRow row;
  row.address = oracle::ipv4(192, 0, 2, last);
  row.index = 1;
  return row;
}

oracle::Operation with(Call call, const oracle::RouteRow& row) {
  return oracle::RouteCall{.call = call, .row = row};
}

oracle::Operation with(Call call, const oracle::AnycastRow& row) {
  return oracle::AnycastCall{.call = call, .row = row};
}

// A machine with prefixes. The testee may change some of them, on the link with index 1.
class MachineUnderWine : public UnderWine {
 protected:
  using Operations = std::vector<oracle::Operation>;

  void SetUp() override {
    UnderWine::SetUp();
    if (IsSkipped()) return;
    // No other test uses this prefix.
    tables_ = prefix().path() / "netioconf.tables";
    journal_ = prefix().path() / "netioconf.journal";
    elsewhere_ = prefix().path() / "netioconf.journal.elsewhere";
    for (const auto& file : {tables_, journal_, elsewhere_}) std::filesystem::remove(file);
  }

  std::expected<std::unique_ptr<implementations::Transport>, std::string> try_testee(
      const std::string& journal, const std::vector<std::string>& options) {
    const auto testees = implementations::wine::wine_places().testees;
    std::vector<std::string> words = {testees / "windows_testee.exe", "--dll",
                                      testees / "lasting_machine.dll", "--journal", "Z:" + journal};
    words.insert(words.end(), options.begin(), options.end());
    const std::string emulator = testees / "emulated" / "iphlpapi.dll";
    return testee(
        {"NETIOEMU_TABLES=Z:" + tables_, "NETIOEMU_DLL=Z:" + emulator, "NETIOEMU_PERSONALITY=common",
         "NETIOEMU_CALLBACKS=caller", "WINEDLLOVERRIDES=iphlpapi=n,b"},
        words);
  }

  std::unique_ptr<implementations::Transport> testee_with(const std::string& journal,
                                                          const std::vector<std::string>& options) {
    auto transport = try_testee(journal, options);
    EXPECT_TRUE(transport) << transport.error();
    return *std::move(transport);
  }

  // Adds the entries that the machine has before a test.
  void set_machine_up() {
    const auto somebody = testee_with(elsewhere_, link_);
    succeed(*somebody, {with(Call::create_route, route(10)), with(Call::create_route, route(11)),
                        with(Call::create_anycast, anycast(20))});
    kill_testee();
    std::filesystem::remove(elsewhere_);
  }

  static Operations changes() {
    oracle::RouteRow changed = route(11);
    changed.metric = 6;
    return {with(Call::delete_route, route(10)), with(Call::set_route, changed),
            with(Call::create_route, route(12)), with(Call::create_anycast, anycast(21)),
            with(Call::delete_anycast, anycast(20))};
  }

  static std::vector<oracle::Reply> carry_out(implementations::Transport& transport,
                                              const Operations& operations) {
    implementations::Outcome outcome =
        transport.run({.start = implementations::Start::fresh, .operations = operations});
    EXPECT_EQ(outcome.refused, "");
    EXPECT_EQ(outcome.replies.size(), operations.size());
    return std::move(outcome.replies);
  }

  static void succeed(implementations::Transport& transport, const Operations& operations) {
    for (const auto& reply : carry_out(transport, operations)) {
      EXPECT_EQ(reply.ending, Ending::returned) << reply.detail;
      EXPECT_EQ(reply.status, 0U);
    }
  }

  static Tables tables_of(implementations::Transport& transport) {
    const auto replies =
        carry_out(transport, {oracle::TableCall{}, oracle::TableCall{.call = Call::anycast_table}});
    Tables tables{replies.at(0).table->routes, replies.at(1).table->anycasts};
    for (auto& row : tables.routes) row.age_s = 0;
    return tables;
  }

  static void expect_same(const Tables& now, const Tables& before) {
    EXPECT_THAT(now.routes, UnorderedElementsAreArray(before.routes));
    EXPECT_THAT(now.anycasts, UnorderedElementsAreArray(before.anycasts));
  }

  std::string tables_;
  std::string journal_;
  std::string elsewhere_;
  const std::vector<std::string> link_ = {"--link", "1"};
};

TEST_F(MachineUnderWine, GetsItsTablesBackAtTheStartOfTheNextTesteeWhenOneIsKilled) {
  set_machine_up();
  auto killed = testee_with(journal_, link_);
  const Tables before = tables_of(*killed);
  EXPECT_EQ(before.routes.size(), 2U);
  succeed(*killed, changes());
  kill_testee();
  killed.reset();
  EXPECT_NE(tables_of(*testee_with(elsewhere_, {})).anycasts, before.anycasts);
  EXPECT_TRUE(std::filesystem::exists(journal_));
  expect_same(tables_of(*testee_with(journal_, {})), before);
  EXPECT_FALSE(std::filesystem::exists(journal_));
}

TEST_F(MachineUnderWine, GetsItsTablesBackWhenTheInputEnds) {
  set_machine_up();
  auto testee = testee_with(journal_, link_);
  const Tables before = tables_of(*testee);
  succeed(*testee, changes());
  testee.reset();
  EXPECT_FALSE(std::filesystem::exists(journal_));
  expect_same(tables_of(*testee_with(journal_, {})), before);
}

TEST_F(MachineUnderWine, IsChangedOnlyWhereItMayBe) {
  const auto named = testee_with(journal_, link_);
  auto replies = carry_out(*named, {with(Call::create_route, route(1, 10))});
  EXPECT_EQ(replies.at(0).ending, Ending::unavailable);
  EXPECT_THAT(replies.at(0).detail, HasSubstr("not a prefix for tests"));
  const auto none_named = testee_with(elsewhere_, {});
  replies = carry_out(*none_named, {with(Call::create_route, route(1))});
  EXPECT_THAT(replies.at(0).detail, HasSubstr("no link that may be changed was named"));
  EXPECT_FALSE(std::filesystem::exists(tables_));
  const auto refused = try_testee(elsewhere_, {"--link", "7"});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error(), HasSubstr("it refuses: --link 7: this machine has no such link"));
}

// The driver as built for Windows, with the emulator as netio.sys.
TEST_F(MachineUnderWine, IsChangedOnlyWhereItMayBeByTheDriver) {
  const auto testees = implementations::wine::wine_places().testees;
  ASSERT_TRUE(
      implementations::wine::wine_command("driver", implementations::wine::wine_places(), prefix()));
  const auto driver = testee({"WINEDLLOVERRIDES=netio.sys=n"},
                             {testees / "driver_testee.exe", "--driver", testees / "netioconf.sys",
                              "--link", "1", "--journal", "Z:" + journal_});
  ASSERT_TRUE(driver) << driver.error();
  succeed(**driver, {with(Call::create_route, route(1))});
  const auto replies = carry_out(**driver, {with(Call::create_route, route(1, 10))});
  EXPECT_EQ(replies.at(0).ending, Ending::unavailable);
  EXPECT_THAT(replies.at(0).detail, HasSubstr("not a prefix for tests"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
