#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::search::properties {

// Counts what a search has tried, so that a test can reject a search of empty scripts or refused calls.
struct Tally {
  struct Outcomes {
    std::uint64_t succeeded = 0;
    std::uint64_t refused = 0;
    std::uint64_t skipped = 0;
  };

  std::uint64_t scripts = 0;
  std::uint64_t skipped_scripts = 0;
  std::uint64_t calls = 0;  // the scripts' own
  std::uint64_t undecided_steps = 0;
  std::array<Outcomes, oracle::call_count> outcomes;
  std::map<std::string, std::uint64_t, std::less<>> properties;  // the number of checks of each
  std::map<std::size_t, std::uint64_t> links;                    // scripts by the number of their links
  std::uint64_t with_entries = 0;  // scripts in which at least one entry was created
  std::uint64_t machines_without_a_stack = 0;

  void count(const oracle::Script& script, const oracle::Trace& trace);
  [[nodiscard]] const Outcomes& of(oracle::Call call) const {
    return outcomes[static_cast<std::size_t>(call)];
  }
  [[nodiscard]] std::string in_words() const;  // some lines
};

}  // namespace netioconf::conformance::search::properties
