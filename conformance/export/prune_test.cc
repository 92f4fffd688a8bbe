#include "conformance/export/prune.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::exporting {
namespace {

constexpr const char* text =
    "#include <stdio.h>\n\n"
    "enum { red = 1, green = 2 };\n\n"
    "static int count = 0, other_count = 0;\n\n"
    "/* Mentions paint and nothing more. */\nstruct bucket {\n  int paint;\n};\n\n"
    "static void fill(struct bucket* bucket) { bucket->paint = red; }\n\n"
    "static void spill(void) { printf(\"fill\"); }\n\n"
    "#ifdef _WIN32\nstatic int system_of(void) { return 1; }\n#else\nstatic int system_of(void) { "
    "return 0; }\n"
    "#endif\n";

TEST(NeededDefinitions, AreThoseThatAreUsedDirectlyOrNot) {
  const std::string needed = needed_definitions(text, "fill(&x);");
  EXPECT_NE(needed.find("struct bucket {"), needed.npos);
  EXPECT_NE(needed.find("enum {"), needed.npos);
  EXPECT_EQ(needed.find("spill"), needed.npos);
  EXPECT_EQ(needed.find("count"), needed.npos);
}

TEST(NeededDefinitions, AreNotThoseThatOnlyCommentsAndWordsName) {
  EXPECT_EQ(needed_definitions(text, "/* spill */ spilling(\"count\"); // fill\n"),
            "#include <stdio.h>\n\n");
}

TEST(NeededDefinitions, KeepBothSidesOfACondition) {
  const std::string needed = needed_definitions(text, "system_of()");
  EXPECT_NE(needed.find("#else"), needed.npos);
  EXPECT_NE(needed.find("#endif"), needed.npos);
}

TEST(NeededDefinitions, KeepEachOfSeveralVariables) {
  EXPECT_NE(needed_definitions(text, "other_count++").find("count = 0"), std::string::npos);
}

TEST(NeededDefinitions, DoNotTakeAMemberForAFunction) {
  EXPECT_EQ(needed_definitions(text, "x.fill = y->spill;"), "#include <stdio.h>\n\n");
}

}  // namespace
}  // namespace netioconf::conformance::exporting
