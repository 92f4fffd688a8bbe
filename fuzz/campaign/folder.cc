#include "fuzz/campaign/folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t least_space = 1U << 20U;  // bytes
constexpr std::uintmax_t least_files = 16;
// Children of a killed campaign hold its lock until they are killed as well.
constexpr std::chrono::milliseconds remains_of_a_killed_one_end_in{500};

}  // namespace

std::expected<void, std::string> prepare(const Folder& folder) {
  for (const fs::path& path :
       {folder.scripts(), folder.corpus(), folder.kept(), folder.artifacts(), folder.unrepeated(),
        folder.undecided(), folder.tallies(), folder.logs()}) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
      return std::unexpected(fmt::format("{}: can't be created: {} (name a writable folder)",
                                         path.string(), error.message()));
    }
  }
  return {};
}

std::expected<Lock, std::string> Lock::take(const Folder& folder) {
  const std::string path = folder.work() / "lock";
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  const auto deadline = std::chrono::steady_clock::now() + remains_of_a_killed_one_end_in;
  int error = 0;
  do {
    if (descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0) return Lock{descriptor};
    error = errno;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  } while (error == EWOULDBLOCK && std::chrono::steady_clock::now() < deadline);
  if (descriptor >= 0) close(descriptor);
  if (error == EWOULDBLOCK) {
    return std::unexpected(fmt::format(
        "{}: another campaign uses this folder (wait, or name another folder)", folder.out.string()));
  }
  return std::unexpected(fmt::format("{}: can't be locked: {}", path, std::strerror(error)));
}

Lock::Lock(Lock&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}

Lock::~Lock() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::expected<void, std::string> check_space(const Folder& folder) {
  struct statvfs space{};
  if (statvfs(folder.out.c_str(), &space) != 0) {
    return std::unexpected(
        fmt::format("{}: can't be examined: {}", folder.out.string(), std::strerror(errno)));
  }
  const bool counts_files = space.f_files != 0;
  const bool full = std::uintmax_t{space.f_bavail} * space.f_frsize < least_space ||
                    (counts_files && space.f_favail < least_files);
  if (!full) return {};
  return std::unexpected(fmt::format("{}: the disk is full (free some space and continue with --resume)",
                                     folder.out.string()));
}

std::expected<void, std::string> replace_folder(const fs::path& folder, const fs::path& by) {
  if (renameat2(AT_FDCWD, folder.c_str(), AT_FDCWD, by.c_str(), RENAME_EXCHANGE) != 0) {
    return std::unexpected(
        fmt::format("{}: can't be replaced: {}", folder.string(), std::strerror(errno)));
  }
  std::error_code ignored;
  fs::remove_all(by, ignored);
  return {};
}

}  // namespace netioconf::fuzz::campaign
