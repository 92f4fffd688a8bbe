#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

#include "fuzz/feedback/judged_input.h"
#include "oracle/model/status.h"

namespace netioconf::fuzz::feedback {

// The results of the targets of a campaign, in a file that each target shares with the campaign. It
// survives both, however they end.
struct ProgressTally {
  static constexpr std::size_t rule_count_max = 384;
  using Reached = std::bitset<rule_count_max * oracle::status_count>;  // rule by rule, each outcome

  std::uint64_t executions = 0;
  std::uint64_t judged = 0;  // executions in which at least one step got a verdict
  Reached outcomes;

  [[nodiscard]] std::size_t rules() const;
  void add(const ProgressTally& other);
};

// The tally of one file; empty if the file is new.
class SharedTally {
 public:
  [[nodiscard]] static std::expected<SharedTally, std::string> open(const std::filesystem::path& path);
  SharedTally(SharedTally&& other) noexcept;
  SharedTally& operator=(SharedTally&&) = delete;
  ~SharedTally();

  void count(const JudgedInput& judged);
  [[nodiscard]] ProgressTally read() const;

 private:
  struct Layout;
  explicit SharedTally(Layout* layout) : layout_{layout} {}

  Layout* layout_;
};

}  // namespace netioconf::fuzz::feedback
