#include "conformance/layout/print.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "corpora/files/temporary_folder.h"

// Each assertion file with the binding of its language in testing/, and with wrong ones.
namespace netioconf::conformance::layout {
namespace {

namespace fs = std::filesystem;
using corpora::files::content_of;
using testing::HasSubstr;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// What is wrong with the metric of a route: it is too large, or it is in another place.
struct Mistake {
  std::string right;
  std::string wrong;
};

class AFileOf : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path{testing::TempDir()} / fmt::format("netioconf-layout-{}", getpid());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  static bool has(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
  }

  // Whether the command, which runs in the folder with both files, succeeds.
  bool accepts(const std::string& command, const std::string& name, const std::string& binding) {
    std::ofstream{folder_ / name} << binding;
    const int status =
        std::system(fmt::format("cd '{}' && {} >output 2>&1", folder_.string(), command).c_str());
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  void expect_checks(const std::string& language, const std::string& file, const std::string& name,
                     const std::string& command, const std::vector<Mistake>& mistakes) {
    std::ofstream{folder_ / file} << assertions(language);
    const std::string binding = content_of("conformance/layout/testing/" + name);
    EXPECT_TRUE(accepts(command, name, binding)) << output();
    for (const Mistake& mistake : mistakes) {
      EXPECT_FALSE(accepts(command, name, replaced(binding, mistake.right, mistake.wrong)))
          << mistake.wrong;
      EXPECT_THAT(output(), HasSubstr("MIB_IPFORWARD_ROW2"));
    }
  }

  std::string output() { return content_of(folder_ / "output"); }

  fs::path folder_;
};

TEST_F(AFileOf, C) {
  std::ofstream{folder_ / "layout.c"} << assertions("c");
  const std::string command =
      NETIOCONF_CC R"( -Wall -Wextra -fsyntax-only -DNETIOAPI_HEADER='"netioapi.h"' layout.c)";
  const std::string header = content_of("conformance/abi/netioapi.h");
  EXPECT_TRUE(accepts(command, "netioapi.h", header)) << output();
  EXPECT_EQ(output(), "");
  EXPECT_FALSE(accepts(command, "netioapi.h",
                       replaced(replaced(header, "ULONG Metric; ", "ULONG64 Metric; "),
                                "#define NETIOCONF_ASSERT _Static_assert",
                                "#define NETIOCONF_ASSERT(condition, words) _Static_assert(1, words)")));
  EXPECT_THAT(output(), HasSubstr("MIB_IPFORWARD_ROW2, Metric"));
  EXPECT_TRUE(accepts(replaced(command, "-fsyntax-only", "-fsyntax-only -x c++"), "netioapi.h", header))
      << output();
}

TEST_F(AFileOf, Python) {
  if (!has("python3")) GTEST_SKIP() << "python3 is not installed";
  expect_checks("python", "netioapi_layout.py", "binding.py", "python3 netioapi_layout.py binding",
                {{"(\"Metric\", c_uint32)", "(\"Metric\", c_uint64)"},
                 {"(\"Metric\", c_uint32)", "(\"RouteMetric\", c_uint32)"},
                 {"class MIB_IPFORWARD_ROW2(", "MIB_IPFORWARD_ROW2 = c_uint8\nclass Row("}});
}

TEST_F(AFileOf, Rust) {
  if (!has("rustc")) GTEST_SKIP() << "rustc is not installed";
  expect_checks("rust", "netioapi_layout.rs", "binding.rs",
                "rustc --edition 2021 --crate-type lib --emit=metadata binding.rs",
                {{"pub Metric: u32", "pub Metric: u64"}, {"pub Metric: u32", "pub RouteMetric: u32"}});
}

TEST_F(AFileOf, Go) {
  if (!has("go")) GTEST_SKIP() << "go is not installed";
  std::ofstream{folder_ / "go.mod"} << "module netioapi\n";
  expect_checks("go", "netioapi_layout_test.go", "binding.go",
                fmt::format("GOFLAGS=-mod=mod GOCACHE='{}/cache' go test", folder_.string()),
                {{"Metric               uint32", "Metric uint64"},
                 {"Metric               uint32", "RouteMetric uint32"}});
}

TEST_F(AFileOf, CSharp) {
  if (!has("mcs") || !has("mono")) GTEST_SKIP() << "mono is not installed";
  expect_checks("csharp", "NetioapiLayout.cs", "Binding.cs",
                "mcs -out:check.exe NetioapiLayout.cs Binding.cs && mono check.exe",
                {{"public uint Metric", "public ulong Metric"}});
}

TEST(TheTable, ShowsEachMember) {
  EXPECT_THAT(table(), testing::StartsWith("NET_LUID: 8 bytes, aligned to 8, a union\n"
                                           "  offset  bytes  member\n"
                                           "       0      8  Value\n"));
  EXPECT_THAT(table(), HasSubstr("\n\nMIB_IPFORWARD_ROW2: 104 bytes, aligned to 8\n"));
  EXPECT_THAT(table(), HasSubstr("\n      84      4  Metric\n"));
  EXPECT_THAT(table(), HasSubstr("\n     166      1  DisableDefaultRoutes\n"));
}

TEST(TheAssertions, AreWrittenForEachLanguage) {
  for (const std::string_view language : languages()) {
    EXPECT_THAT(assertions(language),
                HasSubstr("`netioconf layout --language " + std::string{language}));
    EXPECT_THAT(assertions(language), HasSubstr("DisableDefaultRoutes"));
  }
  EXPECT_EQ(assertions("cobol"), "");
}

}  // namespace
}  // namespace netioconf::conformance::layout
