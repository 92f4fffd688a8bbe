#include "conformance/wine/wine.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <utility>

#include "conformance/emulator/personalities.h"
#include "conformance/mutants/mutants.h"
#include "conformance/wine/prefix.h"

namespace netioconf::conformance {
namespace {

namespace fs = std::filesystem;

enum class Form : std::uint8_t { program, driver };

// What stands behind "wine:".
struct Which {
  Form form;
  std::optional<std::string> as;  // what the emulator behaves as; nothing: it is not the emulator
};

std::optional<Which> parse(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  if (name != "user" && name != "driver") return std::nullopt;
  const Form form = name == "user" ? Form::program : Form::driver;
  if (colon == std::string_view::npos) return Which{form, std::nullopt};
  std::string_view rest = text.substr(colon + 1);
  constexpr std::string_view emulated = "emulated";
  if (!rest.starts_with(emulated)) return std::nullopt;
  rest.remove_prefix(emulated.size());
  if (rest.empty()) return Which{form, ""};
  if (rest.front() != ':' || rest.size() == 1) return std::nullopt;
  return Which{form, std::string(rest.substr(1))};
}

// The setting by which the emulator's libraries choose their behaviour.
std::expected<std::string, std::string> setting_for(const std::string& behaviour) {
  if (behaviour.empty() || personality(behaviour)) return "NETIOEMU_PERSONALITY=" + behaviour;
  if (mutant_behaviour(behaviour)) return "NETIOEMU_MUTANT=" + behaviour;
  return std::unexpected(fmt::format("{}: no personality and no mutant has this name", behaviour));
}

// A testee in a prefix of its own; it ends before the prefix does.
class WineExecutor final : public Executor {
 public:
  WineExecutor(WinePrefix prefix, std::unique_ptr<Executor> testee)
      : prefix_{std::move(prefix)}, testee_{std::move(testee)} {}

  bool has(oracle::Call call) const override { return testee_->has(call); }
  bool has_reset() const override { return testee_->has_reset(); }
  std::expected<oracle::Host, std::string> host() override { return testee_->host(); }
  Outcome run(const Batch& batch) override { return testee_->run(batch); }
  void renew() override { testee_->renew(); }

 private:
  WinePrefix prefix_;
  std::unique_ptr<Executor> testee_;
};

// How the program is started, and what it needs.
struct Start {
  std::vector<std::string> network;
  std::vector<std::string> settings;
  std::vector<std::string> words;
  std::vector<fs::path> drivers;  // to be put where Windows has its own
  std::vector<fs::path> needed;
};

// Wine's own in a network of its own, where the links may be changed.
Start start_of(Form form, const WinePlaces& places) {
  const std::vector<std::string> links = {"--link", "net0", "--link", "net1"};
  Start start{.network = {places.network.string()},
              .settings = {"WINEDLLOVERRIDES=netio.sys=b"},
              .words = {},
              .drivers = {},
              .needed = {}};
  if (form == Form::program) {
    start.needed = {places.testees / "windows_testee.exe"};
    start.words = {start.needed[0].string()};
  } else {
    start.needed = {places.testees / "driver_testee.exe", places.testees / "netioconf.sys"};
    start.words = {start.needed[0].string(), "--driver", start.needed[1].string()};
  }
  start.words.insert(start.words.end(), links.begin(), links.end());
  return start;
}

Start start_of_emulated(Form form, const WinePlaces& places, std::string behaviour) {
  const fs::path emulated = places.testees / "emulated";
  if (form == Form::program) {
    const fs::path program = places.testees / "windows_testee.exe";
    const fs::path library = emulated / "iphlpapi.dll";
    return {.network = {},
            .settings = {"WINEDLLOVERRIDES=iphlpapi=n,b", std::move(behaviour)},
            .words = {program.string(), "--dll", library.string()},
            .drivers = {},
            .needed = {program, library}};
  }
  const fs::path program = places.testees / "driver_testee.exe";
  const fs::path driver = emulated / "netioconf.sys";
  return {.network = {},
          .settings = {"WINEDLLOVERRIDES=netio.sys=n", std::move(behaviour)},
          .words = {program.string(), "--driver", driver.string()},
          .drivers = {emulated / "netio.sys"},
          .needed = {program, driver, emulated / "netio.sys"}};
}

std::expected<Start, std::string> start_of(const Which& which, const WinePlaces& places) {
  Start start;
  if (which.as) {
    auto setting = setting_for(*which.as);
    if (!setting) return std::unexpected(setting.error());
    start = start_of_emulated(which.form, places, *std::move(setting));
  } else {
    start = start_of(which.form, places);
  }
  for (const fs::path& needed : start.needed) {
    if (fs::exists(needed)) continue;
    return std::unexpected(
        fmt::format("{} is not there (build the target windows_testees; ci/setup installs the compiler)",
                    needed.string()));
  }
  return start;
}

// The file there may be one that all prefixes share, so it is replaced and not written.
std::string place(const std::vector<fs::path>& drivers, const fs::path& prefix) {
  std::error_code error;
  for (const fs::path& driver : drivers) {
    const fs::path to = prefix / "drive_c" / "windows" / "system32" / "drivers" / driver.filename();
    fs::remove(to, error);
    fs::copy_file(driver, to, error);
    if (error) return fmt::format("{} cannot be written: {}", to.string(), error.message());
  }
  return {};
}

}  // namespace

std::expected<std::unique_ptr<Executor>, std::string> wine_executor(std::string_view which,
                                                                    const WinePlaces& places,
                                                                    ProcessOptions options) {
  const auto parsed = parse(which);
  const auto failed = [&](const std::string& why) {
    return std::unexpected(fmt::format("{}: {}", options.called, why));
  };
  if (!parsed) return failed("no such implementation (wine:user or wine:driver, with :emulated or "
                  ":emulated:PERSONALITY or :emulated:MUTANT behind it)");
  auto start = start_of(*parsed, places);
  if (!start) return failed(start.error());
  const auto wine = Wine::find();
  if (!wine) return failed(wine.error());
  auto prefix = WinePrefix::take(*wine, places.prefixes, start->network);
  if (!prefix) return failed(prefix.error());
  if (const std::string why = place(start->drivers, prefix->path()); !why.empty()) return failed(why);
  auto testee = process_executor(prefix->command(start->settings, start->words), options);
  if (!testee) return std::unexpected(testee.error());
  return std::make_unique<WineExecutor>(*std::move(prefix), *std::move(testee));
}

}  // namespace netioconf::conformance
