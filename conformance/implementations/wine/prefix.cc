#include "conformance/implementations/wine/prefix.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>
#include <utility>

#include "conformance/implementations/child/process.h"

namespace netioconf::conformance::implementations::wine {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int most_prefixes = 32;
constexpr milliseconds making_limit{180000};
constexpr milliseconds ending_limit{10000};

// The descriptor of a locked file; empty if another process holds the lock, or on failure.
std::optional<int> lock(const fs::path& file, int how) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return std::nullopt;
  if (flock(descriptor, how) == 0) return descriptor;
  close(descriptor);
  return std::nullopt;
}

[[noreturn]] void execute(const std::vector<std::string>& words) {
  const int nothing = open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, standard);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

// Runs a command silently; false if it fails or takes longer than the limit.
bool run(const std::vector<std::string>& words, milliseconds limit) {
  const auto process = child::Process::start(child::Process::Group::own, [&] { execute(words); });
  const auto deadline = steady_clock::now() + limit;
  while (process && steady_clock::now() < deadline) {
    if (const auto end = process->ended()) return end->detail == "exit status 0";
    std::this_thread::sleep_for(milliseconds{5});
  }
  return false;
}

std::vector<std::string> in_prefix(const fs::path& prefix, const std::vector<std::string>& settings,
                                   const std::vector<std::string>& words) {
  // Without a display, because no program here opens a window.
  std::vector<std::string> command = {
      "env",           "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "WINEPREFIX=" + prefix.string(),
      "WINEDEBUG=-all"};
  command.insert(command.end(), settings.begin(), settings.end());
  command.insert(command.end(), words.begin(), words.end());
  return command;
}

// Shares all files of an existing prefix (700 MB) except the registry. No program writes to them.
void clone(const fs::path& from, const fs::path& to) {
  fs::copy(from, to,
           fs::copy_options::recursive | fs::copy_options::copy_symlinks |
               fs::copy_options::create_hard_links);
  for (const char* file : {"system.reg", "user.reg", "userdef.reg", ".update-timestamp"}) {
    fs::remove(to / file);
    fs::copy_file(from / file, to / file);
  }
  fs::remove(to / "wineserver");  // Debian's wineserver stores its number there.
}

std::string make_first(const Wine& wine, const fs::path& to) {
  const auto made =
      run(in_prefix(to, {"WINEDLLOVERRIDES=mscoree=;mshtml=;winemenubuilder.exe="},
                    {wine.loader.string(), R"(C:\windows\system32\cmd.exe)", "/c", "exit"}),
          making_limit);
  const bool ended = run(in_prefix(to, {}, {wine.server.string(), "-w"}), making_limit);
  if (made && ended) return {};
  (void)run(in_prefix(to, {}, {wine.server.string(), "-k"}), ending_limit);
  return fmt::format("Wine does not create its prefix (try WINEPREFIX={} {} cmd)", to.string(),
                     wine.loader.string());
}

// Makes sure that there is a prefix of that name; the result states why not. An incomplete prefix never
// has its final name.
std::string ensure(const Wine& wine, const fs::path& folder, const fs::path& prefix) {
  if (fs::exists(prefix)) return {};
  const auto making = lock(folder / "template.lock", LOCK_EX);
  if (!making) return fmt::format("{} cannot be written", folder.string());
  const fs::path first = folder / "template";
  const fs::path fresh = folder / "new";
  std::string problem;
  fs::remove_all(fresh);
  if (!fs::exists(first)) {
    problem = make_first(wine, fresh);
    if (problem.empty()) fs::rename(fresh, first);
  }
  if (problem.empty()) {
    clone(first, fresh);
    fs::rename(fresh, prefix);
  }
  close(*making);
  return problem;
}

std::optional<fs::path> on_path(const char* name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const fs::path candidate = fs::path(rest.substr(0, rest.find(':'))) / name;
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
    rest.remove_prefix(std::min(rest.size(), rest.find(':')));
    if (!rest.empty()) rest.remove_prefix(1);
  }
  return std::nullopt;
}

}  // namespace

std::expected<Wine, std::string> Wine::find() {
  // Debian's programs are not on PATH.
  const fs::path debian = "/usr/lib/wine";
  if (access((debian / "wine64").c_str(), X_OK) == 0)
    return Wine{debian / "wine64", debian / "wineserver"};
  for (const char* name : {"wine64", "wine"}) {
    const auto loader = on_path(name);
    const auto server = on_path("wineserver");
    if (loader && server) return Wine{*loader, *server};
  }
  return std::unexpected("Wine is not installed (apt-get install wine64, or run ci/setup)");
}

std::string Wine::version() const {
  FILE* const output = popen(("'" + loader.string() + "' --version 2>&1").c_str(), "r");
  if (output == nullptr) return {};
  std::array<char, 256> line{};
  const bool printed = std::fgets(line.data(), line.size(), output) != nullptr;
  pclose(output);
  std::string_view text = printed ? line.data() : "";
  constexpr std::string_view product = "wine-";
  if (!text.starts_with(product)) return {};
  text.remove_prefix(product.size());
  return std::string{text.substr(0, text.find('\n'))};
}

std::expected<WinePrefix, std::string> WinePrefix::take(const Wine& wine, const fs::path& folder,
                                                        std::vector<std::string> network) {
  std::error_code error;
  fs::create_directories(folder, error);
  for (int number = 0; number < most_prefixes && !error; ++number) {
    const fs::path path = folder / fmt::format("prefix-{}", number);
    const auto taken = lock(folder / fmt::format("prefix-{}.lock", number), LOCK_EX | LOCK_NB);
    if (!taken) continue;
    WinePrefix prefix{wine, path, std::move(network), *taken};
    try {
      if (std::string problem = ensure(wine, folder, path); !problem.empty()) {
        return std::unexpected(std::move(problem));
      }
    } catch (const fs::filesystem_error& failure) {
      return std::unexpected(fmt::format("no Wine prefix can be created: {}", failure.what()));
    }
    // Ends programs that a killed process left running.
    prefix.end_everything();
    return prefix;
  }
  return std::unexpected(fmt::format("no Wine prefix is available in {}", folder.string()));
}

WinePrefix::WinePrefix(Wine wine, fs::path path, std::vector<std::string> network, int lock)
    : wine_{std::move(wine)}, path_{std::move(path)}, network_{std::move(network)}, lock_{lock} {}

WinePrefix::WinePrefix(WinePrefix&& other) noexcept
    : wine_{std::move(other.wine_)},
      path_{std::move(other.path_)},
      network_{std::move(other.network_)},
      lock_{std::exchange(other.lock_, -1)} {}

WinePrefix::~WinePrefix() {
  if (lock_ < 0) return;
  end_everything();
  close(lock_);
}

std::vector<std::string> WinePrefix::command(const std::vector<std::string>& settings,
                                             const std::vector<std::string>& words) const {
  std::vector<std::string> program = {wine_.loader.string()};
  program.insert(program.end(), words.begin(), words.end());
  return in_network(in_prefix(path_, settings, program));
}

std::vector<std::string> WinePrefix::in_network(std::vector<std::string> words) const {
  words.insert(words.begin(), network_.begin(), network_.end());
  return words;
}

void WinePrefix::end_everything() const {
  // In the same network namespace, because the user's number may differ there.
  (void)run(in_network(in_prefix(path_, {}, {wine_.server.string(), "-k"})), ending_limit);
}

}  // namespace netioconf::conformance::implementations::wine
