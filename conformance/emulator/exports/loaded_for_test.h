#pragma once

#include <dlfcn.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace netioconf::conformance::emulator::exports {

// A copy of the library, because this program is linked with the original. Each has a name of its own,
// because an earlier one may be loaded.
class Loaded {
 public:
  explicit Loaded(const char* original = NETIOEMU)
      : path_{fmt::format("{}netioemu_{}_{}.so", testing::TempDir(), getpid(), ++number_)} {
    std::filesystem::copy_file(original, path_);
    library_ = dlopen(path_.c_str(), RTLD_NOW | RTLD_LOCAL);
    EXPECT_NE(library_, nullptr) << dlerror();
  }
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;
  ~Loaded() { std::filesystem::remove(path_); }

  template <class Function>
  [[nodiscard]] Function* function(Function&, const char* name) const {
    return reinterpret_cast<Function*>(dlsym(library_, name));
  }
  void unload() { EXPECT_EQ(dlclose(library_), 0); }
  [[nodiscard]] bool stays() const { return dlopen(path_.c_str(), RTLD_NOW | RTLD_NOLOAD) != nullptr; }

 private:
  static inline int number_ = 0;

  std::string path_;
  void* library_ = nullptr;
};

}  // namespace netioconf::conformance::emulator::exports
