#include "oracle/model/status.h"

#include <gmock/gmock.h>

#include "oracle/model/calls.h"
#include "oracle/testing/judging.h"

namespace netioconf::oracle::inline model {
namespace {

TEST(ANumber, MeansTheSameInEveryForm) {
  for (const std::uint32_t number : {0xC000000DU, 87U, 0x80070057U, 0U - 22}) {
    EXPECT_EQ(meaning_of(number), Status::invalid_parameter) << number;
  }
  for (const std::uint32_t number : {0xC0000225U, 1168U, 0x80070490U, 0U - 3, 0U - 19}) {
    EXPECT_EQ(meaning_of(number), Status::not_found) << number;
  }
  for (const std::uint32_t number : {0xC00000BBU, 50U, 0U - 95, 0U - 97}) {
    EXPECT_EQ(meaning_of(number), Status::not_supported) << number;
  }
  for (const std::uint32_t number : {0xC000022AU, 0xC000022BU, 5010U, 0U - 17}) {
    EXPECT_EQ(meaning_of(number), Status::object_already_exists) << number;
  }
  for (const std::uint32_t number : {0xC0000034U, 2U, 0U - 2}) {
    EXPECT_EQ(meaning_of(number), Status::file_not_found) << number;
  }
  for (const std::uint32_t number : {0xC0000008U, 6U, 0x80070006U, 0U - 9}) {
    EXPECT_EQ(meaning_of(number), Status::invalid_handle) << number;
  }
  for (const std::uint32_t number : {0xC0000017U, 0xC000009AU, 8U, 0U - 12, 0U - 105}) {
    EXPECT_EQ(meaning_of(number), Status::not_enough_memory) << number;
  }
  for (const std::uint32_t number : {0xC0000022U, 5U, 0U - 1, 0U - 13}) {
    EXPECT_EQ(meaning_of(number), Status::access_denied) << number;
  }
}

TEST(ANumber, IsASuccessOnlyWhenItIsZero) {
  EXPECT_EQ(meaning_of(0), Status::success);
  EXPECT_EQ(meaning_of(0x80070000), Status::other) << "an HRESULT of facility Win32 without a code";
  EXPECT_EQ(meaning_of(1), Status::other);
  EXPECT_EQ(meaning_of(0x80060057), Status::other) << "an HRESULT of another facility";
  EXPECT_EQ(meaning_of(0xFFFFFFFF - 1000), Status::other);
}

TEST(AStatus, HasAName) {
  EXPECT_EQ(name_of(Status::success), "success");
  EXPECT_EQ(name_of(Status::other), "other");
}

TEST(AStatusSet, HoldsWhatWasInserted) {
  StatusSet set;
  EXPECT_TRUE(set.empty());
  set.insert(Status::not_found);
  set.insert(StatusSet{Status::success});
  EXPECT_FALSE(set.empty());
  EXPECT_TRUE(set.contains(Status::not_found));
  EXPECT_TRUE(set.contains(Status::success));
  EXPECT_FALSE(set.contains(Status::other));
  EXPECT_EQ(set, any_of(Status::success, Status::not_found));
}

TEST(AStatusSet, IsNamedInTheOrderOfTheStatuses) {
  EXPECT_THAT(names_in({}), testing::IsEmpty());
  EXPECT_THAT(names_in(any_of(Status::other, Status::not_found, Status::success)),
              testing::ElementsAre("success", "not_found", "other"));
}

// The Return value of each page, without NOT_ENOUGH_MEMORY.
TEST(ThePages, NameTheStatusesOfEachCall) {
  using enum Status;
  using enum Call;
  const auto named = [](const std::initializer_list<Call> calls, StatusSet failures) {
    failures.insert(success);
    for (const Call call : calls) EXPECT_EQ(named_statuses(call), failures) << function_name(call);
  };
  named({create_route, create_anycast},
        any_of(invalid_parameter, not_found, not_supported, object_already_exists));
  named({get_route, delete_route, delete_anycast, route_table, anycast_table},
        any_of(invalid_parameter, not_found, not_supported));
  named({best_route, get_anycast}, any_of(invalid_parameter, not_found, not_supported, file_not_found));
  named({set_route}, any_of(invalid_parameter, not_found));
  named({get_link}, any_of(invalid_parameter, not_found, file_not_found));
  named({notify_route_change, cancel_notification}, any_of(invalid_parameter, invalid_handle));
  named({initialize_route, free_table, collect_notifications, reread_table}, {});
}

TEST(AStatus, IsFoundByItsNameAndByThoseOfItsNumbers) {
  for (std::size_t i = 0; i < status_count; ++i) {
    const auto status = static_cast<Status>(i);
    EXPECT_EQ(status_named(name_of(status)), status);
  }
  EXPECT_EQ(status_named("STATUS_NOT_FOUND"), Status::not_found);
  EXPECT_EQ(status_named("ERROR_NOT_FOUND"), Status::not_found);
  EXPECT_EQ(status_named("ESRCH"), Status::not_found);
  EXPECT_EQ(status_named("not found"), std::nullopt);
}

TEST(AStatus, HasAnNtstatusThatMeansIt) {
  for (std::size_t i = 0; i < status_count; ++i) {
    const auto status = static_cast<Status>(i);
    EXPECT_EQ(meaning_of(ntstatus_of(status)), status);
    EXPECT_TRUE(status == Status::success || ntstatus_of(status) >= 0xC0000000);
  }
}

TEST(AVerdict, HasAName) {
  EXPECT_EQ(name_of(Verdict::conforms), "conforms");
  EXPECT_EQ(name_of(Verdict::deviates), "deviates");
  EXPECT_EQ(name_of(Verdict::undecided), "undecided");
  EXPECT_EQ(name_of(Verdict::skipped), "skipped");
}

}  // namespace
}  // namespace netioconf::oracle::inline model
