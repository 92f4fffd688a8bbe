#include "corpora/files/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace netioconf::corpora::files {
namespace {

namespace fs = std::filesystem;

// An open file of the operating system, closed at the end of its scope.
class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  explicit OpenFile(int number) : number_(number) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }
  // Closes the file early, to get errors that only close() reports.
  [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

std::string remedy_for(int error) {
  switch (error) {
    case ENOENT:
      return "check the path";
    case ENOTDIR:
      return "a part of the path is a file";
    case EACCES:
    case EPERM:
      return "check the permissions";
    case EROFS:
      return "choose a writable folder";
    case ENOSPC:
    case EDQUOT:
      return "free some space or choose another folder";
    case EFBIG:
      return "raise the limit on file sizes";
    case ELOOP:
      return "the links form a loop; remove one";
    default:
      return "";
  }
}

std::unexpected<Diagnostic> failure(const fs::path& path, std::string_view doing, int error) {
  return std::unexpected(refused_by_system(path, doing, error));
}

std::unexpected<Diagnostic> refusal(const fs::path& path, std::string what, std::string remedy) {
  return std::unexpected(
      Diagnostic{.path = path.string(), .what = std::move(what), .remedy = std::move(remedy)});
}

// Returns 0 or an errno value.
int write_all(const OpenFile& file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file.number(), content.data(), content.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// Returns 0 or an errno value. Ignores the error of file systems that do not support fsync().
int flush(const OpenFile& file) {
  if (::fsync(file.number()) == 0 || errno == EINVAL || errno == ENOTSUP) return 0;
  return errno;
}

std::expected<void, Diagnostic> write_to_special_file(const fs::path& path, std::string_view content) {
  OpenFile file(path, O_WRONLY | O_NOCTTY);
  if (!file.is_open()) return failure(path, "can't be written", errno);
  if (const int error = write_all(file, content)) return failure(path, "can't be written", error);
  if (!file.close()) return failure(path, "can't be written", errno);
  return {};
}

enum class Flush : std::uint8_t { no, yes };

// Returns 0 or an errno value.
int write_new_file(const fs::path& path, std::string_view content, Flush to_disk) {
  OpenFile file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
  if (!file.is_open()) return errno;
  if (const int error = write_all(file, content)) return error;
  if (to_disk == Flush::yes) {
    if (const int error = flush(file)) return error;
  }
  return file.close() ? 0 : errno;
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// The process id keeps processes apart. Two threads must not write the same file.
fs::path unfinished(const fs::path& path) {
  return folder_of(path) / fmt::format(".{}.{}.part", path.filename().string(), ::getpid());
}

// The name of a file is on the disk when its folder is. Errors are ignored, because not every file
// system supports this and the file itself is already written.
void flush_folder(const fs::path& folder) {
  const OpenFile opened(folder, O_RDONLY | O_DIRECTORY);
  if (opened.is_open()) (void)flush(opened);
}

std::expected<void, Diagnostic> replace_file(const fs::path& path, std::string_view content) {
  const fs::path temporary = unfinished(path);
  int error = write_new_file(temporary, content, Flush::yes);
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) {
    flush_folder(folder_of(path));
    return {};
  }
  ::unlink(temporary.c_str());
  return failure(path, "can't be written", error);
}

std::unexpected<Diagnostic> is_a_folder(const fs::path& path) {
  return refusal(path, "is a folder", "remove it or choose another name");
}

std::expected<void, Diagnostic> write_unfinished(const std::vector<File>& files) {
  std::error_code ignored;
  for (const File& file : files) {
    if (fs::is_directory(file.path, ignored)) return is_a_folder(file.path);
    const int error = write_new_file(unfinished(file.path), file.content, Flush::no);
    if (error != 0) return failure(file.path, "can't be written", error);
  }
  return {};
}

std::expected<void, Diagnostic> finish(const std::vector<File>& files) {
  for (const File& file : files) {
    if (::rename(unfinished(file.path).c_str(), file.path.c_str()) != 0) {
      return failure(file.path, "can't be written", errno);
    }
  }
  return {};
}

}  // namespace

Diagnostic refused_by_system(const fs::path& path, std::string_view doing, int error) {
  Diagnostic diagnostic;
  diagnostic.path = path.string();
  diagnostic.what = fmt::format("{}: {}", doing, std::generic_category().message(error));
  diagnostic.remedy = remedy_for(error);
  return diagnostic;
}

std::expected<int, Diagnostic> open_to_read(const fs::path& path) {
  // Without O_NONBLOCK, opening a pipe without a writer would block forever.
  OpenFile file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file.is_open()) {
    const int error = errno;
    std::error_code ignored;
    if (error == ENOENT && fs::is_symlink(path, ignored)) {
      return refusal(path, "links to a file that does not exist", "fix or remove the link");
    }
    return failure(path, "can't be read", error);
  }
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return failure(path, "can't be read", errno);
  if (S_ISDIR(status.st_mode)) return refusal(path, "is a folder", "name a file in it");
  if (!S_ISREG(status.st_mode)) return refusal(path, "is not a regular file", "name a regular file");
  return file.release();
}

std::expected<std::string, Diagnostic> read_file(const fs::path& path, std::size_t size_max) {
  const auto opened = open_to_read(path);
  if (!opened) return std::unexpected(opened.error());
  const OpenFile file(*opened);
  std::string content;
  std::array<char, 1U << 14U> chunk{};
  for (;;) {
    const ssize_t count = ::read(file.number(), chunk.data(), chunk.size());
    if (count == 0) return content;
    if (count < 0 && errno != EINTR) return failure(path, "can't be read", errno);
    if (count > 0) content.append(chunk.data(), static_cast<std::size_t>(count));
    if (content.size() > size_max) {
      return refusal(path, fmt::format("is larger than {} MiB", size_max >> 20U),
                     "split the script or trace");
    }
  }
}

std::expected<void, Diagnostic> write_file(const fs::path& path, std::string_view content) {
  if (content.size() > file_size_max) {
    return refusal(path, fmt::format("would be larger than {} MiB", file_size_max >> 20U),
                   "split the script");
  }
  if (!path.has_filename()) return refusal(path, "has no file name", "add a file name");
  std::error_code error;
  const fs::file_status there = fs::status(path, error);
  if (fs::is_directory(there)) return is_a_folder(path);
  if (fs::exists(there) && !fs::is_regular_file(there)) return write_to_special_file(path, content);
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  const bool is_read_only = error == std::errc::read_only_file_system;
  if (is_read_only) return failure(path, "can't be written", error.value());
  // Writing to the folder gives a better message for any other error.
  const fs::path resolved = fs::exists(there) ? fs::canonical(path, error) : path;
  return replace_file(resolved.empty() ? path : resolved, content);
}

std::expected<void, Diagnostic> write_files(const std::vector<File>& files) {
  auto written = write_unfinished(files);
  if (written) written = finish(files);
  if (!written) {
    for (const File& file : files) ::unlink(unfinished(file.path).c_str());
  }
  return written;
}

}  // namespace netioconf::corpora::files
