#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/rule.h"
#include "oracle/model/status.h"
#include "oracle/model/trace.h"

namespace netioconf::oracle::inline model {

enum class Verdict : std::uint8_t {
  conforms,
  deviates,   // no state and no reading that the cited sentences allow yields this reply
  undecided,  // the documents or the run do not allow a verdict; Finding::why says why
  skipped,    // nothing was called
};

[[nodiscard]] std::string_view name_of(Verdict verdict);

// A member of a reply that no allowed state explains.
struct Mismatch {
  std::string rule;      // Rule::id
  std::string member;    // "Metric", "row 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000"
  std::string allowed;   // "25", "present"
  std::string observed;  // "50", "missing"

  friend bool operator==(const Mismatch&, const Mismatch&) = default;
};

// The step that shows that an implementation follows an answer: it ruled out the other answers.
struct Evidence {
  std::string question;  // Reading::id
  std::string subject;   // one of Reading::subjects
  std::string answer;    // Answer::id, or several joined by " or "
  std::string script;    // Trace::script
  std::size_t step = 0;  // from 0, over all steps of the trace

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// The result of judging one step.
struct Finding {
  std::size_t step = 0;  // from 0, over all steps of the trace, probes included
  Verdict verdict = Verdict::conforms;
  Call call = Call::create_route;
  std::string rule;  // the rule that the deviation is attributed to; empty unless it deviates
  std::vector<std::string_view> because;  // Rule::id of every rule that applied to the call
  StatusSet allowed;
  Status observed = Status::success;
  std::vector<Mismatch> mismatches;    // what is wrong other than the status
  std::vector<Evidence> contradicts;   // earlier steps that followed an incompatible answer
  std::vector<Evidence> explained_by;  // answers that the profile rules out and that explain the reply
  std::string why;                     // reason for an undecided or skipped step

  friend bool operator==(const Finding&, const Finding&) = default;
};

// The result of judging one trace: one finding for each step, in order.
struct Judgement {
  std::string script;
  std::vector<Finding> findings;

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

// The first finding that deviates; nullptr if none does.
[[nodiscard]] const Finding* first_deviation(const Judgement& judgement);

// The answers to a question that are open after a run.
struct Followed {
  std::string question;
  std::string subject;
  std::vector<std::string> answers;  // those that still explain everything seen, in the question's order
  bool decided = false;              // the run ruled others out; `evidence` says where
  std::vector<Evidence> evidence;

  friend bool operator==(const Followed&, const Followed&) = default;
};

}  // namespace netioconf::oracle::inline model
