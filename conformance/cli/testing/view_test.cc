#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "conformance/cli/testing/testing_command.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

// Sets an environment variable and restores it at the end.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_{name} {
    if (const char* before = std::getenv(name)) before_ = before;
    setenv(name, value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { setenv(name_, before_.c_str(), 1); }

 private:
  const char* name_;
  std::string before_;
};

// A folder with a report, and with an xdg-open that writes down its argument.
class Viewing : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream{folder_ / "index.html"} << "<p>";
    std::ofstream{folder_ / "xdg-open"} << "#!/bin/sh\nprintf %s \"$1\" > '" << requested_.string()
                                        << "'\n";
    std::filesystem::permissions(folder_ / "xdg-open", std::filesystem::perms::owner_all);
  }

  std::filesystem::path folder_ = scratch_folder("view a report");
  std::filesystem::path requested_ = folder_ / "asked";
  Variable path_{"PATH", folder_.string() + ":/bin:/usr/bin"};
  Variable wayland_{"WAYLAND_DISPLAY", ""};
};

TEST_F(Viewing, SaysWhereThePageIsWhereThereIsNoDesktop) {
  const Variable display{"DISPLAY", ""};
  const Ran ran = run_netioconf({"view", folder_.string()});
  EXPECT_EQ(ran.status, reports::exit_conforms);
  EXPECT_THAT(ran.out, StartsWith("file:///"));
  EXPECT_THAT(ran.out, EndsWith("view%20a%20report/index.html\n"));
  EXPECT_FALSE(std::filesystem::exists(requested_));
}

TEST_F(Viewing, OpensThePageOnADesktop) {
  const Variable display{"DISPLAY", ":7"};
  const Ran ran = run_netioconf({"view", (folder_ / "index.html").string()});
  EXPECT_EQ(ran.status, reports::exit_conforms);
  EXPECT_EQ(content_of(requested_) + "\n", ran.out);
  EXPECT_EQ(ran.error, "");
}

TEST_F(Viewing, IsNoFailureWithoutABrowser) {
  const Variable display{"DISPLAY", ":7"};
  std::ofstream{folder_ / "xdg-open"} << "#!/bin/sh\nexit 3\n";
  const Ran ran = run_netioconf({"view", folder_.string()});
  EXPECT_EQ(ran.status, reports::exit_conforms);
  EXPECT_THAT(ran.out, StartsWith("file:///"));
  EXPECT_THAT(ran.error, HasSubstr("xdg-open"));
}

TEST_F(Viewing, IsRefusedWhereThereIsNoReport) {
  const Ran ran = run_netioconf({"view", (folder_ / "elsewhere").string()});
  EXPECT_EQ(ran.status, reports::exit_could_not_run);
  EXPECT_THAT(ran.error,
              HasSubstr("elsewhere: it contains no report (netioconf check --out DIR writes one)\n"));
  EXPECT_EQ(ran.out, "");
}

TEST_F(Viewing, SaysWhyAReportHasNoPage) {
  std::filesystem::remove(folder_ / "index.html");
  std::ofstream{folder_ / "report.json"} << "{}";
  const Ran ran = run_netioconf({"view", folder_.string()});
  EXPECT_EQ(ran.status, reports::exit_could_not_run);
  EXPECT_THAT(ran.error, HasSubstr("index.html: netioconf was built without Node.js"));
  EXPECT_EQ(ran.out, "");
}

}  // namespace
}  // namespace netioconf::conformance::cli
