#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace netioconf::fuzz {

struct MutantsOptions {
  unsigned repeats = 1;
  unsigned jobs = 1;
  std::uint64_t seed = 0;                   // of the first search; the others count on from it
  std::chrono::milliseconds limit{60'000};  // for each search
  std::vector<std::string> names;           // empty: all of them
  std::filesystem::path out;                // for reports; empty: none but the table
};

// Lets library_fuzzer search each mutant, from nothing, and prints after how many calls and seconds it
// deviated: the medians of the repeats. The result is the exit status: 0 if all are caught each time.
[[nodiscard]] int mutants_by_fuzz(const MutantsOptions& options);

// The middle one, or the mean of the two in the middle; there must be one.
[[nodiscard]] std::uint64_t median(std::vector<std::uint64_t> values);

}  // namespace netioconf::fuzz
