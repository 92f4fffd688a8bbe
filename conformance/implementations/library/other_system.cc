#include "conformance/implementations/library/other_system.h"

#include <elf.h>

#include <cstdint>
#include <fstream>

namespace netioconf::conformance::implementations::library {
namespace {

constexpr std::uint16_t this_machine = [] {
#if defined(__x86_64__)
  return EM_X86_64;
#elif defined(__aarch64__)
  return EM_AARCH64;
#else
  return EM_NONE;
#endif
}();

std::string_view name_of_machine(std::uint16_t machine) {
  switch (machine) {
    case EM_386:
      return "32-bit x86";
    case EM_X86_64:
      return "x86-64";
    case EM_ARM:
      return "32-bit ARM";
    case EM_AARCH64:
      return "AArch64";
    default:
      return "another processor";
  }
}

}  // namespace

std::string_view other_system_of(const std::string& path) {
  Elf64_Ehdr header{};  // its first members are the same in a file of 32 bits
  std::ifstream{path, std::ios::binary}.read(reinterpret_cast<char*>(&header), sizeof(header));
  const std::string_view magic{reinterpret_cast<const char*>(header.e_ident), SELFMAG};
  if (magic.starts_with("MZ")) return "Windows";
  const bool is_other = magic == ELFMAG && this_machine != EM_NONE && header.e_machine != this_machine;
  return is_other ? name_of_machine(header.e_machine) : "";
}

}  // namespace netioconf::conformance::implementations::library
