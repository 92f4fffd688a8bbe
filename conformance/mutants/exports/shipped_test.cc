#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "conformance/mutants/mutants.h"

// NETIOEMU is the shipped library, NETIOEMU_MUTANTS the one for tests.
namespace netioconf::conformance::mutants::exports {
namespace {

std::string bytes_of(const char* path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

bool contains(const std::string& bytes, std::string_view word) {
  return bytes.find(word) != std::string::npos;
}

TEST(ShippedLibrary, ContainsNoMutant) {
  const std::string bytes = bytes_of(NETIOEMU);
  EXPECT_TRUE(contains(bytes, "NETIOEMU_PERSONALITY"));
  EXPECT_FALSE(contains(bytes, "NETIOEMU_MUTANT"));
  for (const Mutant& mutant : mutants()) EXPECT_FALSE(contains(bytes, mutant.name)) << mutant.name;
}

TEST(LibraryForTests, ContainsEveryMutant) {
  const std::string bytes = bytes_of(NETIOEMU_MUTANTS);
  EXPECT_TRUE(contains(bytes, "NETIOEMU_PERSONALITY"));
  EXPECT_TRUE(contains(bytes, "NETIOEMU_MUTANT"));
  for (const Mutant& mutant : mutants()) EXPECT_TRUE(contains(bytes, mutant.name)) << mutant.name;
}

}  // namespace
}  // namespace netioconf::conformance::mutants::exports
