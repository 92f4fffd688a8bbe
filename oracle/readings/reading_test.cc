#include "oracle/readings/reading.h"

#include <gmock/gmock.h>

namespace netioconf::oracle::readings {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Reading of_three_calls{.id = "test",
                                 .asks = "May a test ask this?",
                                 .subjects = {"Create", "Set", "Delete"},
                                 .answers = {{.id = "always", .windows = 0b111, .source = "a page"},
                                             {.id = "at-times", .windows = 0b101, .source = "a page"},
                                             {.id = "never", .windows = 0, .source = "a page"}}};

TEST(AnAnswer, NamesItsSubjectsOnWindowsIfItIsNotOpenForAll) {
  EXPECT_THAT(some_on_windows(of_three_calls, of_three_calls.answers[0]), IsEmpty());
  EXPECT_THAT(some_on_windows(of_three_calls, of_three_calls.answers[1]),
              ElementsAre("Create", "Delete"));
}

TEST(AnAnswer, SaysWhetherWindowsGivesIt) {
  EXPECT_EQ(windows_in_words(of_three_calls, of_three_calls.answers[0]), "windows");
  EXPECT_EQ(windows_in_words(of_three_calls, of_three_calls.answers[1]), "windows: Create, Delete");
  EXPECT_EQ(windows_in_words(of_three_calls, of_three_calls.answers[2]), "");
}

TEST(AQuestion, IsFoundByItsId) {
  for (const Reading& question : readings()) EXPECT_EQ(find_reading(question.id), &question);
  EXPECT_EQ(find_reading(of_three_calls.id), nullptr);
}

TEST(AProfile, IsFoundByItsName) {
  EXPECT_EQ(find_profile("documented"), Profile::documented);
  EXPECT_EQ(find_profile("windows"), Profile::windows);
  EXPECT_EQ(find_profile("linux"), std::nullopt);
  EXPECT_EQ(name_of(Profile::windows), "windows");
}

}  // namespace
}  // namespace netioconf::oracle::readings
