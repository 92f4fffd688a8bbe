#pragma once

#include <vector>

#include "conformance/export/expected_rows.h"
#include "oracle/engine/hypotheses.h"

namespace netioconf::conformance::exporting {

// A reply that an implementation could give, and the content that a program must then expect.
struct PossibleReply {
  oracle::Reply reply;
  Content content;
};

// The replies to an operation that the documents distinguish: every failure, and success with each
// content that the tables of the hypothesis allow.
[[nodiscard]] std::vector<PossibleReply> possible_replies(const oracle::engine::Hypothesis& hypothesis,
                                                          const RowNumbers& numbers,
                                                          const oracle::Host& host,
                                                          const oracle::Operation& operation);

}  // namespace netioconf::conformance::exporting
