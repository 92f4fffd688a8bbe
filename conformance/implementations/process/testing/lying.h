#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/executor.h"

namespace netioconf::conformance {

// For answers of which none should take long, also on a machine with much else to do, and for those that
// never come.
inline constexpr std::chrono::milliseconds unhurried{20000};
inline constexpr std::chrono::milliseconds hurried{500};

// The command of the testee that tells this lie (testing/liar.c).
[[nodiscard]] std::string lying_testee(const std::string& lie);

using Started = std::expected<std::unique_ptr<Executor>, std::string>;
[[nodiscard]] Started liar(const std::string& lie, std::chrono::milliseconds limit = unhurried);

[[nodiscard]] oracle::Operation link_call();
[[nodiscard]] oracle::Operation table_call();
// A script of its own with so many calls.
[[nodiscard]] Batch batch_of(std::size_t count, const oracle::Operation& operation = link_call());

// Nothing that a testee does leaves anything behind in this process.
class Liars : public testing::Test {
 protected:
  Liars();
  void TearDown() override;

 private:
  std::size_t descriptors_;
};

}  // namespace netioconf::conformance
