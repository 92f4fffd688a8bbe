// The sample report in every format, byte for byte. NETIOCONF_UPDATE_GOLDEN=1 rewrites the files.
#include <gtest/gtest.h>

#include "reports/testing/golden.h"
#include "reports/testing/sample.h"
#include "reports/writers/json.h"
#include "reports/writers/junit.h"
#include "reports/writers/markdown.h"
#include "reports/writers/sarif.h"
#include "reports/writers/text.h"

namespace netioconf::reports::writers {
namespace {

struct Format {
  std::string file;
  std::string (*write)(const Report&);
};

const Format formats[] = {{"report.txt", text},
                          {"report.json", json},
                          {"junit.xml", junit},
                          {"results.sarif", sarif},
                          {"summary.md", markdown}};

class Sample : public testing::TestWithParam<Format> {};

TEST_P(Sample, IsWrittenAsItsGoldenFile) {
  const std::string path = "reports/golden/" + GetParam().file;
  const std::string written = GetParam().write(sample_report());
  EXPECT_EQ(written, golden(path, written)) << "NETIOCONF_UPDATE_GOLDEN=1 rewrites " << path;
}

TEST_P(Sample, HoldsNothingThatATerminalObeys) {
  for (const char unit : GetParam().write(sample_report())) {
    ASSERT_TRUE(static_cast<unsigned char>(unit) >= 0x20 || unit == '\n');
  }
}

TEST_P(Sample, IsWrittenTheSameTwice) {
  EXPECT_EQ(GetParam().write(sample_report()), GetParam().write(sample_report()));
}

INSTANTIATE_TEST_SUITE_P(Formats, Sample, testing::ValuesIn(formats), [](const auto& format) {
  std::string name = format.param.file;
  for (char& letter : name) letter = letter == '.' ? '_' : letter;
  return name;
});

}  // namespace
}  // namespace netioconf::reports::writers
