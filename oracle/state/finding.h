#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/status.h"
#include "oracle/model/trace.h"
#include "oracle/readings/reading.h"
#include "oracle/state/rule.h"

namespace netioconf::oracle {

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

// Where an implementation was seen to follow an answer: the step that ruled the others out.
struct Evidence {
  std::string question;  // Question::id
  std::string subject;   // one of Question::subjects
  std::string answer;    // Answer::id, or several joined by " or "
  std::string script;    // Trace::script
  std::size_t step = 0;  // from 0, over all steps of the trace

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// The judgement of one step.
struct Finding {
  std::size_t step = 0;  // from 0, over all steps of the trace, probes included
  Verdict verdict = Verdict::conforms;
  Call call = Call::create_route;
  std::string rule;  // the rule that the deviation is laid to; empty unless it deviates
  std::vector<std::string_view> because;  // Rule::id of every rule that applied to the call
  StatusSet allowed;
  Status observed = Status::success;
  std::vector<Mismatch> mismatches;   // what is wrong apart from the status
  std::vector<Evidence> contradicts;  // earlier steps that followed another answer than this one needs
  std::vector<Evidence>
      explained_by;  // answers that the profile rules out but that would explain the reply
  std::string why;   // of an undecided or skipped step

  friend bool operator==(const Finding&, const Finding&) = default;
};

// The judgement of one trace: a finding a step, in order.
struct Judgement {
  std::string script;
  std::vector<Finding> findings;

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

// What is left open of a question after a run.
struct Followed {
  std::string question;
  std::string subject;
  std::vector<std::string> answers;  // those that still explain everything seen, in the question's order
  bool decided = false;              // the run ruled others out; `evidence` says where
  std::vector<Evidence> evidence;

  friend bool operator==(const Followed&, const Followed&) = default;
};

}  // namespace netioconf::oracle
