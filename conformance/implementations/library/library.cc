#include "conformance/implementations/library/library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "conformance/implementations/api/forwarding_api.h"
#include "conformance/implementations/process/testee/library.h"
#include "oracle/model/calls.h"

#include "conformance/implementations/library/other_system.h"

namespace netioconf::conformance::implementations::library {
namespace {

using oracle::Call;

// Paths of the command's options are relative to the working folder, which a library may change.
class WorkingFolder {
 public:
  void go_back() const {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::current_path(path_, ignored);
  }

 private:
  // Empty if the folder was removed.
  std::filesystem::path path_ = [] {
    std::error_code ignored;
    return std::filesystem::current_path(ignored);
  }();
};

class LibraryApi final : public ForwardingApi<::library> {
 public:
  LibraryApi(const ::library& functions, WorkingFolder folder)
      : ForwardingApi{functions}, folder_{std::move(folder)} {}

  bool has(Call call) const override {
    return oracle::is_exported(call) && (calls_.calls >> static_cast<unsigned>(call) & 1U) != 0;
  }
  bool has_reset() const override { return calls_.reset != nullptr; }
  bool synchronous_callbacks() const override { return false; }

  int reset(const netioconf_host& host) override {
    const int result = calls_.reset(&host);
    folder_.go_back();
    return result;
  }
  int describe(netioconf_host* host) override {
    return calls_.describe == nullptr ? 1 : calls_.describe(host);
  }
  int advance(std::uint32_t seconds) override { return calls_.advance(seconds); }

 private:
  const WorkingFolder folder_;
};

// Without a slash dlopen would search the system's library folders.
std::string file_of(const std::string& path) {
  return path.find('/') == std::string::npos ? "./" + path : path;
}

// A library that must not be unloaded, or that others use, stays loaded.
constexpr int most_users = 16;

void unload(const std::string& path) {
  for (int user = 0; user < most_users; ++user) {
    void* library = dlopen(file_of(path).c_str(), RTLD_NOW | RTLD_NOLOAD);
    if (library == nullptr) return;
    dlclose(library);
    dlclose(library);
  }
}

}  // namespace

std::expected<std::unique_ptr<Api>, std::string> load_library_anew(const std::string& path) {
  unload(path);
  return load_library(path);
}

std::expected<std::unique_ptr<Api>, std::string> load_library(const std::string& path) {
  const std::string file = file_of(path);
  std::error_code error;
  const auto kind = std::filesystem::status(file, error).type();
  if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found)
    return std::unexpected(path + ": not a file (give the path of a shared library)");
  WorkingFolder folder;
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  folder.go_back();
  if (library == nullptr) {
    const char* const why = dlerror();
    const std::string_view other = other_system_of(file);
    return std::unexpected(
        other.empty() ? fmt::format("{}: cannot be loaded: {} (give the path of a shared "
                                    "library built for this machine)",
                                    path, why)
                      : fmt::format("{}: it is built for {} (build it for this machine)", path, other));
  }
  ::library functions{};
  if (find_functions(&functions, library) != nullptr) {
    return std::unexpected(
        fmt::format("{}: exports none of the documented functions; give them the names in "
                    "conformance/abi/netioapi.h, extern \"C\" and with default visibility",
                    path));
  }
  return std::make_unique<LibraryApi>(functions, std::move(folder));
}

}  // namespace netioconf::conformance::implementations::library
