#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace netioconf::conformance::implementations::wine {

// The programs of an installed Wine.
struct Wine {
  std::filesystem::path loader;  // wine64
  std::filesystem::path server;

  // The error states in one line what to install.
  [[nodiscard]] static std::expected<Wine, std::string> find();
  // As it prints it: "8.0 (Debian 8.0~repack-4)". Empty if it prints none.
  [[nodiscard]] std::string version() const;
};

// A Wine prefix (a simulated Windows installation) for this process alone, because programs that share a
// prefix share its drivers, services and network. Every program in it ends with this object.
class WinePrefix {
 public:
  // Locks the first free prefix in a folder. Creating the first one takes some seconds. `network` is the
  // command prefix that runs a command in the wanted network, or empty.
  [[nodiscard]] static std::expected<WinePrefix, std::string> take(
      const Wine& wine, const std::filesystem::path& folder, std::vector<std::string> network = {});

  WinePrefix(WinePrefix&& other) noexcept;
  WinePrefix& operator=(WinePrefix&&) = delete;
  ~WinePrefix();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // A command that runs the words in this prefix, with these environment variables (NAME=VALUE).
  [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& settings,
                                                 const std::vector<std::string>& words) const;
  // Ends all programs, like a power failure; the prefix starts again with the next command.
  void end_everything() const;

 private:
  WinePrefix(Wine wine, std::filesystem::path path, std::vector<std::string> network, int lock);
  [[nodiscard]] std::vector<std::string> in_network(std::vector<std::string> words) const;

  Wine wine_;
  std::filesystem::path path_;
  std::vector<std::string> network_;
  int lock_;
};

}  // namespace netioconf::conformance::implementations::wine
