#pragma once

#include <filesystem>
#include <optional>

namespace netioconf::fuzz {

// A file without a name in any folder, so that it is gone when this program is, however it ends.
class MemoryFile {
 public:
  // nullopt: the machine has none to spare.
  [[nodiscard]] static std::optional<MemoryFile> make();
  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile& operator=(MemoryFile&&) = delete;
  ~MemoryFile();

  // Where this program and those that it starts can open it, as long as this object lives.
  [[nodiscard]] std::filesystem::path path() const;

 private:
  explicit MemoryFile(int descriptor) : descriptor_{descriptor} {}

  int descriptor_;
};

}  // namespace netioconf::fuzz
