#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace netioconf::fuzz::campaign {

// The files of a campaign. The upper half is for people; the rest is needed to continue after a kill.
struct Folder {
  std::filesystem::path out;

  [[nodiscard]] std::filesystem::path scripts() const { return out / "scripts"; }
  [[nodiscard]] std::filesystem::path series() const { return out / "series.json"; }
  [[nodiscard]] std::filesystem::path corpus() const { return out / "corpus"; }
  [[nodiscard]] std::filesystem::path state() const { return out / "campaign.json"; }

  [[nodiscard]] std::filesystem::path work() const { return out / "work"; }
  [[nodiscard]] std::filesystem::path kept() const { return work() / "kept"; }
  [[nodiscard]] std::filesystem::path artifacts() const { return work() / "artifacts"; }
  [[nodiscard]] std::filesystem::path unrepeated() const { return work() / "unrepeated"; }
  [[nodiscard]] std::filesystem::path undecided() const { return work() / "undecided"; }
  [[nodiscard]] std::filesystem::path tallies() const { return work() / "tallies"; }
  [[nodiscard]] std::filesystem::path logs() const { return work() / "logs"; }
  [[nodiscard]] std::filesystem::path pruned() const { return work() / "corpus.pruned"; }
};

// Creates missing folders. The error is one line.
[[nodiscard]] std::expected<void, std::string> prepare(const Folder& folder);

// Held as long as the object lives. The system releases it however the process ends.
class Lock {
 public:
  // The error says that another campaign uses the folder.
  [[nodiscard]] static std::expected<Lock, std::string> take(const Folder& folder);
  Lock(Lock&& other) noexcept;
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  explicit Lock(int descriptor) : descriptor_{descriptor} {}
  int descriptor_;
};

// An error if the disk is about to be full: libFuzzer itself would continue and write empty files.
[[nodiscard]] std::expected<void, std::string> check_space(const Folder& folder);

// Replaces one folder with another atomically, and removes the old content.
[[nodiscard]] std::expected<void, std::string> replace_folder(const std::filesystem::path& folder,
                                                              const std::filesystem::path& by);

}  // namespace netioconf::fuzz::campaign
