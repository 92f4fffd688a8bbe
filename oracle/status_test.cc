#include "oracle/status.h"

#include <gtest/gtest.h>

#include "oracle/named_statuses.h"
#include "oracle/testing/judging.h"

namespace netioconf::oracle {
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
  for (const std::uint32_t number : {0xC0000022U, 5U, 0U - 1, 0U - 13}) {
    EXPECT_EQ(meaning_of(number), Status::access_denied) << number;
  }
}

TEST(ANumber, IsASuccessOnlyWhenItIsZero) {
  EXPECT_EQ(meaning_of(0), Status::success);
  EXPECT_EQ(meaning_of(0x80070000), Status::other) << "an HRESULT of facility Win32 that says failure";
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

TEST(ThePages, NameTheStatusesOfEachCall) {
  for (std::size_t i = 0; i < call_count; ++i) {
    const StatusSet named = named_statuses(static_cast<Call>(i));
    EXPECT_TRUE(named.contains(Status::success));
    EXPECT_FALSE(named.contains(Status::other));
  }
  EXPECT_TRUE(named_statuses(Call::create_route).contains(Status::object_already_exists));
  EXPECT_FALSE(named_statuses(Call::delete_route).contains(Status::object_already_exists));
  EXPECT_EQ(named_statuses(Call::free_table), StatusSet{Status::success});
}

TEST(AVerdict, HasAName) {
  EXPECT_EQ(name_of(Verdict::conforms), "conforms");
  EXPECT_EQ(name_of(Verdict::deviates), "deviates");
  EXPECT_EQ(name_of(Verdict::undecided), "undecided");
  EXPECT_EQ(name_of(Verdict::skipped), "skipped");
}

}  // namespace
}  // namespace netioconf::oracle
