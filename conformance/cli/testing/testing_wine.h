#pragma once

#include <gtest/gtest.h>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/api/executor.h"
#include "conformance/implementations/wine/prefix.h"

namespace netioconf::conformance {

// Why nothing can run under Wine here; empty if it can.
[[nodiscard]] std::string why_no_wine();

// Skipped, with the reason, where nothing can run under Wine. What a test starts has one prefix, which
// takes its time to start.
class UnderWine : public testing::Test {
 protected:
  void SetUp() override;

  const WinePrefix& prefix();
  // What stands behind "wine:".
  [[nodiscard]] std::unique_ptr<Implementation> started(const std::string& which);
  // A testee in the prefix, with settings (NAME=VALUE).
  [[nodiscard]] std::expected<std::unique_ptr<Executor>, std::string> testee(
      const std::vector<std::string>& settings, const std::vector<std::string>& words);
  // Kills the last of these testees without a word.
  void kill_testee();

 private:
  std::optional<WinePrefix> prefix_;
};

}  // namespace netioconf::conformance
