#include "conformance/implementations/wine/wine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/implementations/wine/prefix.h"
#include "conformance/mutants/mutants.h"
#include "corpora/text/spelling.h"

namespace netioconf::conformance::implementations::wine {
namespace {

namespace fs = std::filesystem;

// In the order of `form_names`.
enum class WineForm : std::uint8_t { program, driver, driver_at_apc_level };

// The part after "wine:".
struct Which {
  WineForm form;
  std::optional<std::string> as;  // the emulator's behaviour; empty: not the emulator
};

std::optional<WineForm> form_called(std::string_view name) {
  const auto found = std::ranges::find(form_names, name);
  if (found == form_names.end()) return std::nullopt;
  return static_cast<WineForm>(found - form_names.begin());
}

std::optional<Which> parse(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto form = form_called(text.substr(0, colon));
  if (!form) return std::nullopt;
  // Wine's own netio.sys exports the functions, but does not implement them.
  if (colon == std::string_view::npos && *form != WineForm::program) return Which{*form, ""};
  if (colon == std::string_view::npos) return Which{*form, std::nullopt};
  std::string_view rest = text.substr(colon + 1);
  constexpr std::string_view emulated = "emulated";
  if (!rest.starts_with(emulated)) return std::nullopt;
  rest.remove_prefix(emulated.size());
  if (rest.empty()) return Which{*form, ""};
  if (rest.front() != ':' || rest.size() == 1) return std::nullopt;
  return Which{*form, std::string(rest.substr(1))};
}

// The folder of the emulator's libraries, and the environment variables by which they choose their
// behaviour. A program gets callbacks on its own thread, so that every run is the same.
struct Emulated {
  std::string folder;
  std::string setting;
};

constexpr const char* callbacks_setting = "NETIOEMU_CALLBACKS=caller";

// Only the libraries in mutated/ contain mutants.
std::expected<Emulated, std::string> emulated_as(const std::string& behaviour) {
  const std::string name = behaviour.empty() ? "common" : behaviour;
  if (emulator::personality(name)) return Emulated{"emulated", "NETIOEMU_PERSONALITY=" + name};
  if (mutants::mutant_behaviour(behaviour)) return Emulated{"mutated", "NETIOEMU_MUTANT=" + behaviour};
  std::vector<std::string> names(emulator::personality_names.begin(), emulator::personality_names.end());
  for (const mutants::Mutant& mutant : mutants::mutants()) names.emplace_back(mutant.name);
  return std::unexpected(
      fmt::format("{}: no such personality or mutant ({})", behaviour,
                  corpora::text::suggestion(behaviour, names, "netioconf mutants lists the mutants")));
}

bool ended_testee(const Outcome& outcome) {
  return !outcome.replies.empty() && !oracle::goes_on(outcome.replies.back().ending);
}

// A testee in its own prefix; the testee ends before the prefix.
class WineTransport final : public Transport {
 public:
  WineTransport(WineForm form, WinePrefix prefix, std::unique_ptr<Transport> testee)
      : form_{form}, prefix_{std::move(prefix)}, testee_{std::move(testee)} {}

  bool has(oracle::Call call) const override { return testee_->has(call); }
  bool has_reset() const override { return testee_->has_reset(); }
  std::string system() const override { return testee_->system(); }
  std::expected<oracle::Host, std::string> host() override { return testee_->host(); }
  std::optional<DescribedHost> described() override { return testee_->described(); }
  void renew() override { testee_->renew(); }

  Outcome run(const Batch& batch) override {
    Outcome outcome = testee_->run(batch);
    // A driver that crashes leaves an unusable prefix.
    if (form_ != WineForm::program && ended_testee(outcome)) prefix_.end_everything();
    return outcome;
  }

 private:
  WineForm form_;
  WinePrefix prefix_;
  std::unique_ptr<Transport> testee_;
};

// The command that starts the program, and the files that it needs.
struct Start {
  WineForm form;
  std::vector<std::string> network;
  std::vector<std::string> settings;
  std::vector<std::string> words;
  std::vector<fs::path> drivers;  // copied to the driver folder of Windows
  std::vector<fs::path> needed;
};

// Wine's own DLL, in its own network, where the links may be changed.
Start start_of_own(const WinePlaces& places) {
  const fs::path program = places.testees / "windows_testee.exe";
  return {.form = WineForm::program,
          .network = {places.network.string()},
          .words = {program.string(), "--link", "net0", "--link", "net1"},
          .needed = {program}};
}

Start start_of_program(const WinePlaces& places, const Emulated& emulated) {
  const fs::path program = places.testees / "windows_testee.exe";
  const fs::path library = places.testees / emulated.folder / "iphlpapi.dll";
  return {.form = WineForm::program,
          .settings = {"WINEDLLOVERRIDES=iphlpapi=n,b", emulated.setting, callbacks_setting},
          .words = {program.string(), "--dll", library.string()},
          .needed = {program, library}};
}

Start start_of_driver(const WinePlaces& places, const Emulated& emulated) {
  const fs::path program = places.testees / "driver_testee.exe";
  const fs::path driver = places.testees / emulated.folder / "netioconf.sys";
  const fs::path netio = places.testees / emulated.folder / "netio.sys";
  return {.form = WineForm::driver,
          .settings = {"WINEDLLOVERRIDES=netio.sys=n", emulated.setting},
          .words = {program.string(), "--driver", driver.string()},
          .drivers = {netio},
          .needed = {program, driver, netio}};
}

std::expected<Start, std::string> start_of(const Which& which, const WinePlaces& places) {
  Start start = start_of_own(places);
  if (which.as) {
    const auto emulated = emulated_as(*which.as);
    if (!emulated) return std::unexpected(emulated.error());
    start = which.form == WineForm::program ? start_of_program(places, *emulated)
                                            : start_of_driver(places, *emulated);
  }
  if (which.form == WineForm::driver_at_apc_level) start.words.emplace_back("--apc-level");
  for (const fs::path& needed : start.needed) {
    if (fs::exists(needed)) continue;
    return std::unexpected(
        fmt::format("{} does not exist (run ci/setup && ci/build release build/release windows_testees, "
                    "then build/release/netioconf)",
                    needed.string()));
  }
  return start;
}

// Replaces the files, because all prefixes may share them.
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

std::expected<Start, std::string> start_of(std::string_view which, const WinePlaces& places) {
  const auto parsed = parse(which);
  if (parsed) return start_of(*parsed, places);
  return std::unexpected(
      fmt::format("no such implementation (name one of {}, with :emulated, :emulated:PERSONALITY or "
                  ":emulated:MUTANT after it)",
                  fmt::join(form_names, ", ")));
}

}  // namespace

std::expected<std::unique_ptr<Transport>, std::string> wine_transport(std::string_view which,
                                                                      const WinePlaces& places,
                                                                      process::ProcessOptions options) {
  const auto failed = [&](const std::string& why) {
    return std::unexpected(fmt::format("{}: {}", options.called, why));
  };
  const auto start = start_of(which, places);
  if (!start) return failed(start.error());
  const auto wine = Wine::find();
  if (!wine) return failed(wine.error());
  auto prefix = WinePrefix::take(*wine, places.prefixes, start->network);
  if (!prefix) return failed(prefix.error());
  if (const std::string why = place(start->drivers, prefix->path()); !why.empty()) return failed(why);
  auto testee = process::process_transport(prefix->command(start->settings, start->words), options);
  if (!testee) return std::unexpected(testee.error());
  return std::make_unique<WineTransport>(start->form, *std::move(prefix), *std::move(testee));
}

std::expected<std::vector<std::string>, std::string> wine_command(std::string_view which,
                                                                  const WinePlaces& places,
                                                                  const WinePrefix& prefix) {
  const auto start = start_of(which, places);
  if (!start) return std::unexpected(start.error());
  const std::string why = place(start->drivers, prefix.path());
  if (!why.empty()) return std::unexpected(why);
  return prefix.command(start->settings, start->words);
}

}  // namespace netioconf::conformance::implementations::wine
