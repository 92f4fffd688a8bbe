#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <list>
#include <string>
#include <vector>

#include "conformance/mutants/mutants.h"
#include "fuzz/campaign/memory_file.h"
#include "fuzz/campaign/target.h"

namespace netioconf::fuzz::campaign {

// The result of one search for a mutant.
struct Detection {
  bool caught = false;     // it deviated from the rule that the mutant breaks
  bool beside_it = false;  // it deviated from another rule
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;  // 0 if the target ended at a call that did not return
  std::chrono::milliseconds time{0};
  std::string id;              // of the rule or question that the shortest script deviates from
  std::size_t operations = 0;  // of that script
};

// Reads the numbers that a target logged. The other members are unchanged.
void read_log(const std::string& log, Detection& result);

// The rule in the report that a target logs before it ends; empty: there is none.
[[nodiscard]] std::string reported_rule(const std::string& log);

// Lets library_fuzzer search mutants, each from an empty corpus, several at a time.
class MutationScore {
 public:
  struct Options {
    unsigned jobs = 1;
    std::chrono::milliseconds limit{60'000};  // for each search
  };
  struct Target {
    const conformance::mutants::Mutant* mutant;
    std::uint32_t seed;  // not 0
  };
  // Called for each result, with the index of its target.
  using OnDetection = std::function<void(std::size_t, Detection)>;

  MutationScore(const Options& options, std::filesystem::path target)
      : options_{options}, target_{std::move(target)} {}

  // The error is one line.
  [[nodiscard]] std::expected<void, std::string> all(const std::vector<Target>& targets,
                                                     const OnDetection& on_detection);

 private:
  using Clock = std::chrono::steady_clock;
  struct Running {
    std::size_t place;
    const conformance::mutants::Mutant* mutant;
    // Files without names, so that nothing remains however this program ends.
    MemoryFile log;
    MemoryFile input;  // the input at which the target ended
    conformance::implementations::child::Process process;
    Clock::time_point begun = Clock::now();
  };

  [[nodiscard]] bool start_one(std::size_t place, const Target& target);
  void collect(const OnDetection& on_detection);
  [[nodiscard]] Detection detection_of(
      const Running& running, const std::optional<conformance::implementations::child::End>& end) const;

  Options options_;
  std::filesystem::path target_;
  std::list<Running> running_;
};

}  // namespace netioconf::fuzz::campaign
