#pragma once

#include <memory>
#include <vector>

#include "oracle/coverage.h"
#include "oracle/finding.h"

namespace netioconf::oracle {

// Judges the traces of one implementation. The answers to the documents' open questions that still
// explain what was seen are carried from each trace to the next, so the order of the traces matters;
// nothing else does.
class Judge {
 public:
  explicit Judge(Profile profile);
  Judge(const Judge&);
  Judge& operator=(const Judge&);
  ~Judge();

  [[nodiscard]] Judgement judge(const Trace& trace);

  // Every question with the answers that are left, in the catalogue's order.
  [[nodiscard]] std::vector<Followed> followed() const;
  [[nodiscard]] Coverage coverage() const;

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace netioconf::oracle
