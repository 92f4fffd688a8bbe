#include "conformance/implementations/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/implementations/emulated/emulator_api.h"
#include "conformance/implementations/library/isolate.h"
#include "conformance/implementations/library/library.h"
#include "conformance/implementations/linux/linux_api.h"
#include "conformance/implementations/process/process_transport.h"
#include "conformance/implementations/process/words.h"
#include "conformance/implementations/wine/wine.h"
#include "conformance/mutants/mutants.h"
#include "conformance/repository/repository_paths.h"

namespace netioconf::conformance::implementations {
namespace {

using MadeTransport = std::expected<std::unique_ptr<Transport>, std::string>;

// The parts before and after the first colon.
struct KindAndRest {
  std::string kind;
  std::string rest;
};

KindAndRest split(const std::string& name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string::npos) return {.kind = name, .rest = ""};
  return {.kind = name.substr(0, colon), .rest = name.substr(colon + 1)};
}

MadeTransport in_process(std::unique_ptr<Api> api, const ImplementationOptions& options) {
  return in_process_transport(std::move(api), {.patience = within(options.time_limit, options.patience),
                                               .on_step = options.on_step});
}

MadeTransport isolated(const std::string& name, const library::MakeApi& make_api,
                       const ImplementationOptions& options) {
  return library::isolated_transport(name, make_api,
                                     {.time_limit = options.time_limit, .patience = options.patience});
}

MadeTransport make(const std::string& name, const library::MakeApi& make_api,
                   const ImplementationOptions& options) {
  if (options.isolation == Isolation::child) return isolated(name, make_api, options);
  auto api = make_api();
  if (!api) return std::unexpected(api.error());
  // An entry that cannot be removed would affect later scripts, so an implementation without a way to
  // clean up gets a child, which can be replaced.
  const auto has = [&](oracle::Call call) { return (*api)->has(call); };
  if (!can_clean_up(has, (*api)->has_reset())) return isolated(name, make_api, options);
  return in_process(std::move(*api), options);
}

MadeTransport make_emulator(const std::string& name, const emulator::Behaviour& behaviour,
                            const ImplementationOptions& options) {
  return make(
      name,
      [behaviour]() -> std::expected<std::unique_ptr<Api>, std::string> {
        return emulated::emulator_api(behaviour);
      },
      options);
}

MadeTransport make_process(const std::string& command, const ImplementationOptions& options) {
  return process::process_transport(
      command, {.time_limit = options.time_limit, .start_limit = 4 * options.time_limit});
}

MadeTransport make_wine(const std::string& name, const std::string& which,
                        const ImplementationOptions& options) {
  // Wine starts slowly, especially on a busy machine.
  constexpr std::chrono::milliseconds start_limit{60000};
  return wine::wine_transport(
      which, repository::wine_places(),
      {.time_limit = options.time_limit, .start_limit = start_limit, .called = name});
}

// The testees for Windows run on Windows. netioconf does not.
std::string on_windows(const std::string& name, std::string_view testee) {
  return fmt::format(
      "{}: it runs on Windows only (run {} there and name the command that reaches it as "
      "process:COMMAND, see conformance/implementations/windows/RUNNING.md)",
      name, testee);
}

std::string list_of_personalities() {
  return fmt::format("{}", fmt::join(emulator::personality_names, ", "));
}

}  // namespace

MadeTransport make_transport(const std::string& name, const ImplementationOptions& options) {
  const KindAndRest parts = split(name);
  if (parts.kind == "library" && !parts.rest.empty()) {
    return make(name, [path = parts.rest] { return library::load_library(path); }, options);
  }
  if (parts.kind == "process") return make_process(parts.rest, options);
  if (parts.kind == "wine") return make_wine(name, parts.rest, options);
  if (name == "windows:user") return std::unexpected(on_windows(name, "windows_testee.exe"));
  if (name == "windows:driver") return std::unexpected(on_windows(name, "driver_testee.exe"));
  if (parts.kind == "emulated") {
    const auto behaviour = emulator::personality(name == parts.kind ? "common" : parts.rest);
    if (behaviour) return make_emulator(name, *behaviour, options);
    return std::unexpected(
        fmt::format("{}: no such personality (choose one of {})", name, list_of_personalities()));
  }
  if (parts.kind == "mutant") {
    const auto behaviour = mutants::mutant_behaviour(parts.rest);
    if (behaviour) return make_emulator(name, *behaviour, options);
    return std::unexpected(fmt::format("{}: no such mutant (netioconf mutants lists them)", name));
  }
  // A process that has entered a namespace cannot be used for anything else, so this is always a child.
  if (name == "linux") return isolated(name, linux::linux_api, options);
  return std::unexpected(fmt::format(
      "{}: no such implementation (name emulated[:PERSONALITY], mutant:NAME, library:PATH, linux, "
      "wine:user[:emulated], wine:driver or process:COMMAND)",
      name));
}

bool runs_foreign_code(const std::string& name) { return split(name).kind == "library"; }

bool is_reentrant(const std::string& name) {
  const std::string kind = split(name).kind;
  return kind == "emulated" || kind == "mutant";
}

std::string file_stem_of(const std::string& name) {
  const KindAndRest parts = split(name);
  std::string stem = parts.kind;
  // A command that cannot be split into words is rejected before this name is used.
  const auto words = parts.kind == "process"
                         ? process::split_words(parts.rest).value_or(std::vector<std::string>{})
                         : std::vector<std::string>{parts.rest};
  for (const std::string& word : words) {
    if (!word.empty()) stem += "-" + std::filesystem::path(word).stem().string();
  }
  std::replace_if(
      stem.begin(), stem.end(), [](char c) { return c == '/' || c == ':' || c == ' '; }, '-');
  return stem;
}

}  // namespace netioconf::conformance::implementations
