#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace netioconf::conformance {

// The programs of an installed Wine.
struct Wine {
  std::filesystem::path loader;  // wine64
  std::filesystem::path server;

  // The error says in one line what to install.
  [[nodiscard]] static std::expected<Wine, std::string> find();
};

// A Windows of Wine's (a "prefix") that this process has to itself: who shares one shares its drivers,
// its services and the network that they were started in. Everything in it is ended with this object.
class WinePrefix {
 public:
  // The first free one in a folder; the first of all takes some seconds to be made. `network` are the
  // words that put a command into the network it is to run in, or none.
  [[nodiscard]] static std::expected<WinePrefix, std::string> take(
      const Wine& wine, const std::filesystem::path& folder, std::vector<std::string> network = {});

  WinePrefix(WinePrefix&& other) noexcept;
  WinePrefix& operator=(WinePrefix&&) = delete;
  ~WinePrefix();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // A command that runs the words in here, with these settings (NAME=VALUE) besides.
  [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& settings,
                                                 const std::vector<std::string>& words) const;
  // As if it were switched off; it starts anew with the next command.
  void end_everything() const;

 private:
  WinePrefix(Wine wine, std::filesystem::path path, std::vector<std::string> network, int lock);
  [[nodiscard]] std::vector<std::string> in_network(std::vector<std::string> words) const;

  Wine wine_;
  std::filesystem::path path_;
  std::vector<std::string> network_;
  int lock_;
};

}  // namespace netioconf::conformance
