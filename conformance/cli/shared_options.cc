#include "conformance/cli/shared_options.h"

#include <cstdint>
#include <map>

#include "conformance/implementations/kinds.h"

namespace netioconf::conformance::cli {

void add_profile(CLI::App& command, oracle::readings::Profile& profile) {
  command
      .add_option_function<std::string>(
          "--profile",
          [&profile](const std::string& name) { profile = *oracle::readings::find_profile(name); },
          "documented: only answers that the pages allow; windows: what Windows is known to do")
      ->check(CLI::IsMember({"documented", "windows"}));
}

void add_implementation(CLI::App& command, std::string& implementation) {
  command.add_option("--implementation", implementation, implementations::kinds_help())->required();
}

void add_scripts(CLI::App& command, std::vector<std::filesystem::path>& scripts) {
  command.add_option("--scripts", scripts, "a script or a folder of scripts (the committed scripts)")
      ->allow_extra_args(false);
}

void add_duration(CLI::App& command, const std::string& name, std::chrono::milliseconds& duration,
                  const std::string& words) {
  const std::map<std::string, std::int64_t> units = {
      {"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}};
  command
      .add_option_function<std::int64_t>(
          name, [&duration](std::int64_t value) { duration = std::chrono::milliseconds{value}; }, words)
      ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::UNIT_REQUIRED, "DURATION"))
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}).description("1ms to 277h"));
}

CLI::Validator named() {
  return {[](const std::string& name) { return name.empty() ? "the name is empty" : std::string{}; },
          ""};
}

}  // namespace netioconf::conformance::cli
