#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "corpora/files/files.h"

namespace netioconf::corpora::files {
namespace {

namespace fs = std::filesystem;

// The state of a walk through a folder.
struct FolderWalk {
  std::size_t entry_count_max;
  std::size_t entry_count = 0;
  std::set<FileIdentity> entered;
  std::vector<fs::path> files;
};

Diagnostic failure(const fs::path& path, const std::error_code& error) {
  return {.path = path.string(),
          .what = fmt::format("can't be listed: {}", error.message()),
          .remedy = "check the path and its permissions"};
}

std::expected<std::vector<fs::directory_entry>, Diagnostic> entries_of(const fs::path& folder,
                                                                       FolderWalk& walk) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  if (error) return std::unexpected(failure(folder, error));
  std::vector<fs::directory_entry> entries;
  for (const fs::directory_iterator end; entry != end;) {
    if (++walk.entry_count > walk.entry_count_max) {
      return std::unexpected(
          Diagnostic{.path = folder.string(),
                     .what = fmt::format("has more than {} entries", walk.entry_count_max),
                     .remedy = "name a smaller folder"});
    }
    if (!entry->path().filename().string().starts_with('.')) entries.push_back(*entry);
    entry.increment(error);
    if (error) return std::unexpected(failure(folder, error));
  }
  std::ranges::sort(entries);
  return entries;
}

std::expected<void, Diagnostic> enter(const fs::path& folder, FolderWalk& walk) {
  std::error_code error;
  const auto identity = identity_of(folder);
  if (!identity) return std::unexpected(failure(folder, identity.error()));
  if (!walk.entered.insert(*identity).second) return {};
  const auto entries = entries_of(folder, walk);
  if (!entries) return std::unexpected(entries.error());
  for (const fs::directory_entry& entry : *entries) {
    if (!entry.is_directory(error)) {
      walk.files.push_back(entry);
    } else if (auto below = enter(entry, walk); !below) {
      return below;
    }
  }
  return {};
}

}  // namespace

std::expected<FileIdentity, std::error_code> identity_of(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0)
    return std::unexpected(std::error_code{errno, std::generic_category()});
  return FileIdentity{status.st_dev, status.st_ino};
}

std::expected<void, Diagnostic> can_write_to(const fs::path& folder) {
  std::error_code error;
  fs::path existing = fs::absolute(folder, error);
  if (error) {
    return std::unexpected(Diagnostic{.path = folder.string(),
                                      .what = "the current folder was removed",
                                      .remedy = "change to another one"});
  }
  while (!fs::exists(fs::symlink_status(existing, error)) && existing.has_relative_path()) {
    existing = existing.parent_path();
  }
  const fs::path& shown = existing == fs::absolute(folder, error) ? folder : existing;
  if (!fs::is_directory(existing, error)) {
    return std::unexpected(
        Diagnostic{.path = shown.string(), .what = "is not a folder", .remedy = "choose another path"});
  }
  if (access(existing.c_str(), W_OK | X_OK) == 0) return {};
  return std::unexpected(refused_by_system(shown, "can't be written to", errno));
}

std::expected<std::vector<fs::path>, Diagnostic> files_below(const fs::path& folder,
                                                             std::size_t entry_count_max) {
  FolderWalk walk{.entry_count_max = entry_count_max, .entry_count = 0};
  if (auto walked = enter(folder, walk); !walked) return std::unexpected(walked.error());
  return std::move(walk.files);
}

}  // namespace netioconf::corpora::files
