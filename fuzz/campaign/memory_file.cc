#include "fuzz/campaign/memory_file.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <utility>

namespace netioconf::fuzz::campaign {

std::optional<MemoryFile> MemoryFile::make() {
  const int descriptor = memfd_create("netioconf", MFD_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  return MemoryFile{descriptor};
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)} {}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::filesystem::path MemoryFile::path() const {
  return fmt::format("/proc/{}/fd/{}", getpid(), descriptor_);
}

}  // namespace netioconf::fuzz::campaign
