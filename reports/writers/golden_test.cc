// The samples in every format, byte for byte. NETIOCONF_UPDATE_GOLDEN=1 rewrites the files.
#include <gtest/gtest.h>

#include "reports/testing/golden.h"
#include "reports/testing/sample.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {
namespace {

Source changes_source() {
  const auto [before, after] = sample_reports();
  return source_of(sample_changes(), before.report, after.report);
}

Source sample(const std::string& kind) {
  if (kind == "check") return source_of(sample_report());
  if (kind == "mutation_score") return source_of(sample_mutation_score());
  if (kind == "matrix") return source_of(sample_matrix(), sample_versions());
  return kind == "comparison" ? source_of(sample_comparison()) : changes_source();
}

// Each file, and the text for a terminal.
std::vector<std::pair<std::string, std::string>> files_of(const std::string& kind) {
  const Source source = sample(kind);
  std::vector<std::pair<std::string, std::string>> files{
      {"report.txt", text(source.document, {.verbosity = Verbosity::verbose})}};
  for (const Format& format : formats()) {
    if (format.file != "index.html") files.emplace_back(format.file, format.write(source));
  }
  return files;
}

class Sample : public testing::TestWithParam<std::string> {};

TEST_P(Sample, IsWrittenAsItsGoldenFiles) {
  for (const auto& [file, written] : files_of(GetParam())) {
    const std::string path = "reports/golden/" + GetParam() + "/" + file;
    EXPECT_EQ(written, golden(path, written)) << "NETIOCONF_UPDATE_GOLDEN=1 rewrites " << path;
  }
}

TEST_P(Sample, HasNothingThatATerminalObeys) {
  for (const auto& [file, written] : files_of(GetParam())) {
    for (const char unit : written)
      ASSERT_TRUE(static_cast<unsigned char>(unit) >= 0x20 || unit == '\n') << file;
  }
}

TEST_P(Sample, IsWrittenTheSameTwice) { EXPECT_EQ(files_of(GetParam()), files_of(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Kinds, Sample,
                         testing::Values("check", "mutation_score", "comparison", "changes", "matrix"),
                         [](const auto& kind) { return kind.param; });

}  // namespace
}  // namespace netioconf::reports::writers
