#include "fuzz/harness/input.h"

#include <gtest/gtest.h>

#include "corpora/text/text.h"
#include "fuzz/testing/scripts.h"

namespace netioconf::fuzz::harness {
namespace {

std::string text_form(const oracle::Script& script) {
  return "# An idea.\n" + corpora::text::print(corpora::codec::encode(script));
}

TEST(ScriptInput, IsReadFromEitherForm) {
  const oracle::Script script = a_created_and_deleted_route();
  EXPECT_EQ(read_script(binary_form(script)).operations, script.operations);
  EXPECT_EQ(read_script(bytes_of(text_form(script))).operations, script.operations);
}

TEST(ScriptInput, IsWhatCameBeforeSpoiltBytes) {
  const oracle::Script script = a_created_route();
  std::vector<std::uint8_t> bytes = binary_form(script);
  bytes.insert(bytes.end(), {0xff, 0xff, 0xff});
  EXPECT_EQ(read_script(bytes).operations, script.operations);
}

TEST(ScriptInput, IsWholeIfAllOfItsBytesAreTheScript) {
  std::vector<std::uint8_t> bytes = binary_form(a_created_route());
  EXPECT_TRUE(is_whole_script(bytes));
  EXPECT_TRUE(is_whole_script(bytes_of(text_form(a_created_route()))));
  bytes.insert(bytes.end(), {0xff, 0xff, 0xff});
  EXPECT_FALSE(is_whole_script(bytes));
}

TEST(ScriptInput, MayBeAnything) {
  EXPECT_TRUE(read_script({}).operations.empty());
  EXPECT_TRUE(read_script(bytes_of("# no script at all }")).operations.empty());
  EXPECT_TRUE(read_script(bytes_of("host { nonsense: 1 }")).operations.empty());
}

TEST(CastInput, NamesOnePersonalityByItsFirstByte) {
  std::vector<std::uint8_t> bytes = binary_form(a_created_route());
  bytes.insert(bytes.begin(), 2);
  const Cast cast = read_cast(bytes);
  EXPECT_EQ(cast.script.operations, a_created_route().operations);
  ASSERT_EQ(cast.personalities.size(), 1U);
  EXPECT_EQ(cast.personalities[0], "windows");

  bytes[0] = 4;
  EXPECT_EQ(read_cast(bytes).personalities[0], "common");
}

TEST(CastInput, IsForAllPersonalitiesAsAText) {
  const Cast cast = read_cast(bytes_of(text_form(a_created_route())));
  EXPECT_EQ(cast.script.operations, a_created_route().operations);
  EXPECT_EQ(cast.personalities.size(), 4U);
}

TEST(TraceInput, IsReadFromEitherForm) {
  corpora::codec::Recording recording;
  recording.implementation = "some library";
  const corpora::proto::Trace message = corpora::codec::encode(recording);
  EXPECT_EQ(read_trace(bytes_of(message.SerializeAsString())).implementation, "some library");
  EXPECT_EQ(read_trace(bytes_of(corpora::text::print(message))).implementation, "some library");
}

TEST(Profile, IsWindowsForItsPersonalityAlone) {
  EXPECT_EQ(profile_of("windows"), oracle::readings::Profile::windows);
  EXPECT_EQ(profile_of("common"), oracle::readings::Profile::documented);
}

}  // namespace
}  // namespace netioconf::fuzz::harness
