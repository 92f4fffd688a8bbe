#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "conformance/cli/testing/testing_command.h"
#include "corpora/files/files.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string found = "corpora/scripts/route.lifetimes/preferred_has_the_top_bit.textproto";

TEST(ShrinkCommand, WritesAScriptThatCanBeCommitted) {
  const std::string corpus = scratch_folder("shrink");
  const std::string file = corpus + "/route.lifetimes/signed.textproto";
  const Ran ran =
      run_netioconf({"shrink", found, "--implementation", compared_as_signed, "--out", file});
  ASSERT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("route.lifetimes: CreateIpForwardEntry2: success"));
  EXPECT_THAT(ran.out, HasSubstr("nothing more can be left out"));
  std::vector<std::string_view> ids;
  for (const oracle::Rule& rule : oracle::rules::rules()) ids.push_back(rule.id);
  EXPECT_THAT(corpora::lint::lint(corpus, ids), IsEmpty());
  EXPECT_EQ(run_netioconf({"check", "--implementation", compared_as_signed, "--scripts", file}).status,
            1);
  EXPECT_EQ(run_netioconf({"check", "--implementation", "emulated", "--scripts", file}).status, 0);
}

TEST(ShrinkCommand, KeepsWhatMakesALibraryCrash) {
  const std::string file = scratch_folder("shrink-crash") + "/crash.textproto";
  const std::string library = FAULTY_LIBRARIES "/libfaulty_crash_in_create.so";
  const std::string long_script = "corpora/scripts/route.lifetimes/illegal_and_duplicate.textproto";
  ASSERT_TRUE(std::filesystem::exists(library)) << library;
  const Ran ran =
      run_netioconf({"shrink", long_script, "--implementation", "library:" + library, "--out", file});
  ASSERT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("call.returns: CreateIpForwardEntry2: crashed"));
  const auto script = corpora::text::load_scripts(file);
  ASSERT_TRUE(script.has_value());
  EXPECT_THAT(script->front().script.operations, SizeIs(1));
}

TEST(ShrinkCommand, NeedsADeviationToKeep) {
  const std::string file = scratch_folder("shrink-none") + "/none.textproto";
  const Ran ran = run_netioconf({"shrink", found, "--implementation", "emulated", "--out", file});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr(found + ": emulated does not deviate in it"));
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(ShrinkCommand, TakesOneScript) {
  const Ran ran = run_netioconf({"shrink", "corpora/scripts/route.lifetimes", "--implementation",
                                 compared_as_signed, "--out", "unused.textproto"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("more than one script"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
