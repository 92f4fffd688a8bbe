#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/transport.h"

namespace netioconf::conformance::implementations::process {

// A limit that even a busy machine does not reach, and a limit for answers that never come.
inline constexpr std::chrono::milliseconds unhurried{120'000};
inline constexpr std::chrono::milliseconds hurried{500};

// The command of the testee with this lie (testing/liar.c).
[[nodiscard]] std::string lying_testee(const std::string& lie);

using Started = std::expected<std::unique_ptr<Transport>, std::string>;
[[nodiscard]] Started liar(const std::string& lie, std::chrono::milliseconds limit = unhurried);

[[nodiscard]] oracle::Operation link_call();
[[nodiscard]] oracle::Operation table_call();
// A new script with this number of calls.
[[nodiscard]] Batch batch_of(std::size_t count, const oracle::Operation& operation = link_call());

// Checks that no test leaves a process or a descriptor behind.
class Liars : public testing::Test {
 protected:
  Liars();
  void TearDown() override;

 private:
  std::size_t descriptors_;
};

}  // namespace netioconf::conformance::implementations::process
