#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "reports/document/of_comparison.h"
#include "reports/document/of_report.h"
#include "reports/testing/sample.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {
namespace {

using document::document_of;

using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

std::vector<std::string> commands(const document::Document& document, const SourceRoot& root = {}) {
  std::istringstream lines{github(document, root)};
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);) all.push_back(line);
  return all;
}

TEST(TheCommandsForGithub, AnnotateWhatWasAddedOrChanged) {
  const std::vector<std::string> lines = commands(document_of(sample_changes()));
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[0], StartsWith("::error file=corpora/scripts/route.duplicate/second_next_hop."
                                   "textproto,line=1,title=added%3A duplicate-key::"
                                   "CreateIpForwardEntry2: success, must be object_already_exists, "));
  EXPECT_THAT(lines[0], HasSubstr("%0A  replay    netioconf check "));
  EXPECT_THAT(lines[1], HasSubstr(",title=changed%3A route.metric::GetIpForwardEntry2: Metric is 0"));
}

TEST(TheCommandsForGithub, EndWithTheVerdict) {
  EXPECT_THAT(commands(document_of(sample_changes())).back(),
              StartsWith("::notice title=netioconf::changed: 1 added, 1 gone, 1 changed, 2 unchanged"));
  EXPECT_THAT(commands(document_of(faultless_report())), SizeIs(1));
}

TEST(TheCommandsForGithub, LeaveOutWhatIsKnown) {
  EXPECT_THAT(commands(document_of(sample_report())), SizeIs(5)) << "four new kinds and the verdict";
}

TEST(TheCommandsForGithub, NameFilesOfTheRepository) {
  const SourceRoot root{.folder = "/srv", .current = "/srv/acme"};
  EXPECT_THAT(commands(document_of(sample_changes()), root)[0],
              StartsWith("::error file=acme/corpora/scripts/"));
}

// A line of an implementation must not become a command of its own.
TEST(TheCommandsForGithub, EscapeWhatGithubInterprets) {
  document::Document document;
  document.groups = {{.findings = {{.word = "added",
                                    .title = "a,b:c%",
                                    .decided = "100%\n::warning::x\r",
                                    .path = "a,b:c%0A.textproto"}}}};
  EXPECT_EQ(commands(document)[0],
            "::error file=a%2Cb%3Ac%250A.textproto,line=1,title=added%3A a%2Cb%3Ac%25::"
            "100%25\\u{A}::warning::x\\u{D}");
}

}  // namespace
}  // namespace netioconf::reports::writers
