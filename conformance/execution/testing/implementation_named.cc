#include "conformance/execution/testing/implementation_named.h"

#include <gtest/gtest.h>

#include <utility>

namespace netioconf::conformance::execution {

std::unique_ptr<Implementation> implementation_named(const std::string& name) {
  auto implementation = make_implementation(name, {});
  EXPECT_TRUE(implementation.has_value()) << implementation.error();
  return *std::move(implementation);
}

}  // namespace netioconf::conformance::execution
