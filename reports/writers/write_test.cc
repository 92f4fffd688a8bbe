#include "reports/writers/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <fstream>

#include "corpora/files/temporary_folder.h"
#include "reports/stored/json.h"
#include "reports/testing/sample.h"
#include "reports/web/bundle.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;

// Each test has its own folder.
class WritingReports : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path{testing::TempDir()} / (std::string{"netioconf_write_"} + test.name());
    fs::remove_all(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator{folder_}) found.push_back(entry.path().filename());
    return found;
  }

  [[nodiscard]] std::string content(const std::string& name) const {
    return corpora::files::content_of(folder_ / name);
  }

  fs::path folder_;
};

// Limits the size of files that this process writes, to imitate a full disk.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : handler_{signal(SIGXFSZ, SIG_IGN)} {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;
  ~SmallFiles() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST_F(WritingReports, AlwaysGivesTheSameNames) {
  ASSERT_TRUE(write_result(source_of(faultless_report()), folder_ / "a" / "b"));
  folder_ /= "a/b";
  std::vector<std::string> expected;
  for (const Format& format : formats()) {
    if (format.file != "index.html" || !web::bundle().empty()) expected.emplace_back(format.file);
  }
  EXPECT_THAT(names(), UnorderedElementsAreArray(expected));
  EXPECT_EQ(content("report.json"), stored::json_text(faultless_report()));
  folder_ = folder_.parent_path().parent_path();
}

TEST_F(WritingReports, PutsTimesIntoJunitOnly) {
  Report report = sample_report();
  ASSERT_TRUE(write_result(source_of(report), folder_));
  const std::string json = content("report.json");
  const std::string markdown = content("summary.md");
  report.mutable_scripts(0)->set_seconds(0.25);
  ASSERT_TRUE(write_result(source_of(report), folder_));
  EXPECT_THAT(content("junit.xml"), HasSubstr(" time=\"0.250000\""));
  EXPECT_EQ(content("report.json"), json);
  EXPECT_EQ(content("summary.md"), markdown);
}

TEST_F(WritingReports, ReplacesOlderOnes) {
  ASSERT_TRUE(write_result(source_of(sample_report()), folder_));
  ASSERT_TRUE(write_result(source_of(faultless_report()), folder_));
  EXPECT_EQ(content("report.json"), stored::json_text(faultless_report()));
}

TEST_F(WritingReports, ChangesNothingOnAFullDisk) {
  ASSERT_TRUE(write_result(source_of(faultless_report()), folder_));
  const auto written = [&] {
    const SmallFiles full_disk{8192};
    return write_result(source_of(sample_report()), folder_);
  }();
  ASSERT_FALSE(written.has_value());
  EXPECT_THAT(written.error(), HasSubstr("report.json: can't be written: File too large"));
  EXPECT_EQ(content("report.json"), stored::json_text(faultless_report()));
  EXPECT_EQ(names().size(), formats().size() - (web::bundle().empty() ? 1U : 0U))
      << "no unfinished file remains";
}

TEST_F(WritingReports, IsRefusedWhereAFileIsInTheWay) {
  std::ofstream{folder_} << "mine";
  const auto written = write_result(source_of(sample_report()), folder_);
  ASSERT_FALSE(written.has_value());
  EXPECT_THAT(written.error(), HasSubstr(folder_.string()));
  EXPECT_EQ(fs::file_size(folder_), 4U);
}

TEST_F(WritingReports, IsRefusedWhereADirectoryIsInTheWay) {
  fs::create_directories(folder_ / "summary.md");
  const auto written = write_result(source_of(sample_report()), folder_);
  ASSERT_FALSE(written.has_value());
  EXPECT_THAT(written.error(), HasSubstr("summary.md: is a folder"));
  EXPECT_THAT(names(), UnorderedElementsAre("summary.md"));
}

TEST_F(WritingReports, IsRefusedWhereNothingCanBeMade) {
  // No user can create files there, not even root.
  const auto written = write_result(source_of(sample_report()), "/proc/self/task");
  ASSERT_FALSE(written.has_value());
  EXPECT_THAT(written.error(), HasSubstr("/proc/self/task/report.json: can't be written: "));
}

TEST_F(WritingReports, ComplainsInOneLine) {
  const auto written = write_result(source_of(sample_report()), "/proc/self/a\nb");
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().find('\n'), std::string::npos);
}

TEST_F(WritingReports, RemovesAnOlderPageIfThisBuildHasNone) {
  if (!web::bundle().empty()) GTEST_SKIP() << "the build has a page";
  fs::create_directories(folder_);
  std::ofstream{folder_ / "index.html"} << "<p>";
  ASSERT_TRUE(write_result(source_of(sample_report()), folder_));
  EXPECT_FALSE(fs::exists(folder_ / "index.html"));
}

TEST(TheNamesOfTheFiles, AreListed) {
  EXPECT_EQ(file_names(),
            "report.json, junit.xml, results.tap, results.sarif, summary.md, badge.svg and index.html");
}

}  // namespace
}  // namespace netioconf::reports::writers
