// The sample comparison and the sample changes in every format, byte for byte. NETIOCONF_UPDATE_GOLDEN=1
// rewrites the files.
#include <gtest/gtest.h>

#include "reports/diff/render/changes_formats.h"
#include "reports/diff/render/comparison_formats.h"
#include "reports/diff/render/comparison_json.h"
#include "reports/diff/render/comparison_text.h"
#include "reports/diff/testing/sample_comparison.h"
#include "reports/testing/golden.h"

namespace netioconf::reports::diff::render {
namespace {

struct Written {
  std::string file;
  std::string (*write)();
};

template <std::string (*format)(const Comparison&)>
std::string comparison_as() {
  return format(sample_comparison());
}
template <std::string (*format)(const Changes&)>
std::string changes_as() {
  return format(sample_changes());
}

std::string comparison_page() { return writers::page_json(page_data(sample_comparison())); }
std::string changes_page() { return writers::page_json(page_data(sample_changes())); }

const Written all[] = {{"comparison/report.txt", comparison_as<text>},
                       {"comparison/report.json", comparison_as<json>},
                       {"comparison/junit.xml", comparison_as<junit>},
                       {"comparison/results.sarif", comparison_as<sarif>},
                       {"comparison/summary.md", comparison_as<markdown>},
                       {"comparison/page.json", comparison_page},
                       {"changes/report.txt", changes_as<text>},
                       {"changes/report.json", changes_as<json>},
                       {"changes/junit.xml", changes_as<junit>},
                       {"changes/results.sarif", changes_as<sarif>},
                       {"changes/summary.md", changes_as<markdown>},
                       {"changes/page.json", changes_page}};

class SampleDiff : public testing::TestWithParam<Written> {};

TEST_P(SampleDiff, IsWrittenAsItsGoldenFile) {
  const std::string path = "reports/diff/golden/" + GetParam().file;
  EXPECT_EQ(GetParam().write(), golden(path, GetParam().write()))
      << "NETIOCONF_UPDATE_GOLDEN=1 rewrites " << path;
}

TEST_P(SampleDiff, HoldsNothingThatATerminalObeys) {
  for (const char unit : GetParam().write())
    ASSERT_TRUE(static_cast<unsigned char>(unit) >= 0x20 || unit == '\n');
}

INSTANTIATE_TEST_SUITE_P(Formats, SampleDiff, testing::ValuesIn(all), [](const auto& written) {
  std::string name = written.param.file;
  for (char& letter : name) letter = letter == '.' || letter == '/' ? '_' : letter;
  return name;
});

}  // namespace
}  // namespace netioconf::reports::diff::render
