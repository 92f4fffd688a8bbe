#include "conformance/search/properties/testing/made.h"

#include <gtest/gtest.h>

#include <utility>

namespace netioconf::conformance::search::properties {

std::unique_ptr<execution::Implementation> made(const std::string& name) {
  auto implementation = execution::make_implementation(name, {});
  EXPECT_TRUE(implementation.has_value()) << implementation.error();
  return *std::move(implementation);
}

}  // namespace netioconf::conformance::search::properties
