#pragma once

#include <gtest/gtest.h>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/api/transport.h"
#include "conformance/implementations/wine/prefix.h"

namespace netioconf::conformance::cli {

// The reason why nothing can run under Wine here; empty if it can.
[[nodiscard]] std::string why_no_wine();

// Tests under Wine. They are skipped, with the reason, where nothing can run under Wine. All programs of
// a test share one prefix, because a prefix starts slowly.
class UnderWine : public testing::Test {
 protected:
  void SetUp() override;

  const implementations::wine::WinePrefix& prefix();
  // Starts the implementation "wine:" + `which`.
  [[nodiscard]] std::unique_ptr<execution::Implementation> started(const std::string& which);
  // A testee in the prefix, with settings (NAME=VALUE).
  [[nodiscard]] std::expected<std::unique_ptr<implementations::Transport>, std::string> testee(
      const std::vector<std::string>& settings, const std::vector<std::string>& words);
  // Kills the last of these testees without a warning.
  void kill_testee();

 private:
  std::optional<implementations::wine::WinePrefix> prefix_;
};

}  // namespace netioconf::conformance::cli
