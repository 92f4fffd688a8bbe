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

namespace netioconf::fuzz {

// What came of one search for what a mutant gets wrong.
struct Catch {
  bool caught = false;     // it deviated, in what it gets wrong
  bool beside_it = false;  // it deviated in something else
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;  // 0 where the target ended at a call that doesn't return
  std::chrono::milliseconds time{0};
  std::string id;              // of the rule or question that the shortest script deviates from
  std::size_t operations = 0;  // of that script
};

// What a target said of its work. The rest of the catch stays as it is.
void read_log(const std::string& log, Catch& result);

// Lets library_fuzzer search mutants, from nothing, several at a time.
class Hunt {
 public:
  struct Options {
    unsigned jobs = 1;
    std::chrono::milliseconds limit{60'000};  // for each search
  };
  struct Quarry {
    const conformance::Mutant* mutant;
    std::uint32_t seed;  // not 0
  };
  // Called as each comes in, with its place among those that were asked for.
  using OnCatch = std::function<void(std::size_t, Catch)>;

  Hunt(const Options& options, std::filesystem::path target)
      : options_{options}, target_{std::move(target)} {}

  // The error is one line.
  [[nodiscard]] std::expected<void, std::string> all(const std::vector<Quarry>& quarries,
                                                     const OnCatch& on_catch);

 private:
  using Clock = std::chrono::steady_clock;
  struct Running {
    std::size_t place;
    const conformance::Mutant* mutant;
    // Without names, so that nothing is left behind however this program ends.
    MemoryFile log;
    MemoryFile input;  // at which it ended
    conformance::Process process;
    Clock::time_point begun = Clock::now();
  };

  [[nodiscard]] bool start_one(std::size_t place, const Quarry& quarry);
  void collect(const OnCatch& on_catch);
  [[nodiscard]] Catch catch_of(const Running& running, const std::optional<conformance::End>& end) const;

  Options options_;
  std::filesystem::path target_;
  std::list<Running> running_;
};

}  // namespace netioconf::fuzz
