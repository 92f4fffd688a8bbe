#pragma once

#include <filesystem>
#include <optional>

namespace netioconf::fuzz::campaign {

// A file without a name. It disappears with this program, however the program ends.
class MemoryFile {
 public:
  // nullopt: the system cannot provide one.
  [[nodiscard]] static std::optional<MemoryFile> make();
  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile& operator=(MemoryFile&&) = delete;
  ~MemoryFile();

  // A path where this program and its children can open it, as long as this object lives.
  [[nodiscard]] std::filesystem::path path() const;

 private:
  explicit MemoryFile(int descriptor) : descriptor_{descriptor} {}

  int descriptor_;
};

}  // namespace netioconf::fuzz::campaign
