#include "reports/diff/evidence_places.h"

#include <gtest/gtest.h>

#include "reports/testing/message.h"

namespace netioconf::reports::diff {
namespace {

Comparison a_comparison() {
  return message<Comparison>(R"(
    reports { readings { evidence { script: "a/b" step: 2 place: "step 1" } } }
    reports {
      readings { evidence { script: "a/b" step: 2 place: "step 2" } }
      scripts { findings { contradicts { script: "c/d" step: 1 place: "the tables after step 1" } } }
    }
    differences { shortest { steps { replies {
      implementation: 1
      contradicts { script: "a/b" step: 2 place: "call 3" }
      contradicts { script: "c/d" step: 1 place: "call 2" }
      contradicts { script: "e/f" step: 0 place: "call 1" }
    } } } })");
}

TEST(AnEarlierStep, IsWordedAsInTheReportOfItsImplementation) {
  Comparison comparison = a_comparison();
  take_places_from_reports(comparison);
  const ComparedReply& reply = comparison.differences(0).shortest().steps(0).replies(0);
  EXPECT_EQ(reply.contradicts(0).place(), "step 2");
  EXPECT_EQ(reply.contradicts(1).place(), "the tables after step 1");
  EXPECT_EQ(reply.contradicts(2).place(), "call 1") << "no report has it";
}

}  // namespace
}  // namespace netioconf::reports::diff
