#include "conformance/implementations/kinds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace netioconf::conformance::implementations {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string problem_of(const std::string& text) {
  const auto name = parse_name(text);
  return name ? "" : name.error();
}

const ImplementationKind& row_of(const std::string& text) { return kind_of(parse_name(text).value()); }

TEST(ImplementationName, HasAKindAndAnArgument) {
  EXPECT_EQ(parse_name("linux"), (ImplementationName{.kind = "linux"}));
  EXPECT_EQ(parse_name("library:./a:b.so"),
            (ImplementationName{.kind = "library", .argument = "./a:b.so"}));
  EXPECT_EQ(parse_name("emulated"), (ImplementationName{.kind = "emulated"}));
}

TEST(ImplementationName, IsWrittenAsItWasRead) {
  for (const char* text :
       {"emulated", "emulated:literal", "mutant:duplicate-accepted", "library:/a b.so", "linux",
        "wine:user:emulated:literal", "process:ssh host testee"}) {
    EXPECT_EQ(text_of(parse_name(text).value()), text);
  }
}

TEST(ImplementationName, IsRefusedWithAListOfTheKinds) {
  EXPECT_THAT(problem_of("foo:bar"),
              AllOf(StartsWith("foo:bar: no such implementation (name emulated[:PERSONALITY], "),
                    HasSubstr("process:COMMAND"), EndsWith(")")));
  for (const char* text : {"", ":", "Linux", "linux:", "linux:eth0"})
    EXPECT_THAT(problem_of(text), StartsWith(std::string{text} + ": no such implementation"));
}

TEST(ImplementationName, IsRefusedIfNoMachineHasIt) {
  EXPECT_EQ(problem_of("windows:drivr"), "windows:drivr: no such implementation (did you mean driver?)");
  EXPECT_EQ(problem_of("wine:usr:emulated"),
            "wine:usr:emulated: no such implementation (did you mean user?)");
  EXPECT_EQ(problem_of("windows:kernel"),
            "windows:kernel: no such implementation (name windows:user, windows:driver)");
}

TEST(ImplementationName, IsRefusedIfItIsNotComplete) {
  EXPECT_EQ(problem_of("library"), "library: the name is not complete (name library:PATH)");
  for (const char* text : {"library:", "mutant:", "emulated:", "wine", "wine:", "process", "windows"})
    EXPECT_THAT(problem_of(text), HasSubstr(": the name is not complete (name "));
}

TEST(Help, ListsTheKinds) {
  EXPECT_THAT(kinds_help(),
              AllOf(StartsWith("emulated[:PERSONALITY], mutant:NAME, library:PATH, linux, "),
                    HasSubstr("process:COMMAND (a testee "), HasSubstr(" or ")));
  EXPECT_THAT(kinds_help_for_campaigns(),
              AllOf(StartsWith("emulated[:PERSONALITY], mutant:NAME, library:PATH"),
                    HasSubstr("process:COMMAND (a testee "), Not(HasSubstr("linux"))));
}

TEST(Kinds, KnowWhatRunsForeignCodeInThisProcess) {
  EXPECT_TRUE(row_of("library:./libfake.so").runs_foreign_code);
  EXPECT_TRUE(row_of("mutant:create-ends-the-process").runs_foreign_code);
  for (const char* text : {"emulated", "linux", "wine:user", "process:./testee"})
    EXPECT_FALSE(row_of(text).runs_foreign_code) << text;
}

TEST(Kinds, KnowWhatIsReentrant) {
  EXPECT_TRUE(row_of("emulated").is_reentrant);
  for (const char* text :
       {"mutant:delete-hangs", "library:./libfake.so", "linux", "wine:user", "process:./testee"})
    EXPECT_FALSE(row_of(text).is_reentrant) << text;
}

TEST(Kinds, MakeWhatIsNamed) {
  for (const char* text : {"emulated", "emulated:literal", "mutant:duplicate-accepted"})
    EXPECT_TRUE(make_transport(parse_name(text).value(), {})) << text;
}

// The remedy of a name that is well formed, but names nothing.
TEST(Kinds, RefuseInOneLineWhatDoesNotExist) {
  for (const auto& [text, words] : std::initializer_list<std::pair<const char*, const char*>>{
           {"emulated:foo", "no such personality (choose one of common"},
           {"mutant:foo", "no such mutant (netioconf mutants lists them)"},
           {"library:/there/is/no/such.so", "cannot be loaded"},
           {"wine:user:emulatd",
            "no such implementation (name one of user, driver, driver-at-apc-level, "},
           {"emulated:windos", "no such personality (did you mean windows?)"},
           {"process:/there/is/no/such", "cannot be started"},
           {"windows:user", "it runs on Windows only (run windows_testee.exe there"},
           {"windows:driver", "it runs on Windows only (run driver_testee.exe there"}}) {
    const ImplementationName name = parse_name(text).value();
    const auto made = make_transport(name, {});
    ASSERT_FALSE(made) << text;
    EXPECT_THAT(made.error(), AllOf(HasSubstr(name.argument), HasSubstr(words), Not(HasSubstr("\n"))));
  }
}

TEST(TheNameOfAKnownList, IsMadeOfTheNameOfAnImplementationOfThisProject) {
  EXPECT_EQ(known_list_name_of("linux"), "linux");
  EXPECT_EQ(known_list_name_of("emulated:literal"), "emulated-literal");
  EXPECT_EQ(known_list_name_of("wine:user:emulated:literal"), "wine-user-emulated-literal");
  EXPECT_EQ(known_list_name_of("mutant:../x"), "mutant-..-x") << "it stays in its folder";
}

// Two libraries may have the same file name.
TEST(TheNameOfAKnownList, IsNeverMadeOfAFileOrACommand) {
  for (const char* text :
       {"library:./libfake.so", "process:ssh host testee", "a recorded machine", "foo"})
    EXPECT_FALSE(known_list_name_of(text)) << text;
}

}  // namespace
}  // namespace netioconf::conformance::implementations
