#include "conformance/implementations/library/other_system.h"

#include <elf.h>
#include <gtest/gtest.h>

#include <fstream>

#include "conformance/implementations/library/testing/faulty.h"
#include "corpora/files/temporary_folder.h"

namespace netioconf::conformance::implementations::library {
namespace {

// A file that begins as a library for that processor does.
std::string built_for(const corpora::files::TemporaryFolder& folder, std::uint16_t machine) {
  Elf64_Ehdr header{.e_ident = {0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB}, .e_machine = machine};
  return folder.put("lib.so", std::string(reinterpret_cast<const char*>(&header), sizeof(header)));
}

TEST(OtherSystem, IsTheProcessorThatTheFileNames) {
  const corpora::files::TemporaryFolder folder;
  EXPECT_EQ(other_system_of(built_for(folder, EM_ARM)), "32-bit ARM");
  EXPECT_EQ(other_system_of(built_for(folder, EM_S390)), "another processor");
}

TEST(OtherSystem, IsWindowsForItsLibraries) {
  const corpora::files::TemporaryFolder folder;
  EXPECT_EQ(other_system_of(folder.put("lib.dll", "MZ and more").string()), "Windows");
}

TEST(OtherSystem, IsNoneForThisOneAndForNoLibrary) {
  const corpora::files::TemporaryFolder folder;
  EXPECT_EQ(other_system_of(faulty_library("no_functions")), "");
  EXPECT_EQ(other_system_of(folder.put("short", "M").string()), "");
  EXPECT_EQ(other_system_of("missing.so"), "");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::library
