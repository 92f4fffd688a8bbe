#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/cli/help/command_help.h"
#include "reports/model/invocation.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

// How subcommands declare their options. The parser, CLI11, takes long to compile, so only command.cc
// and described.cc include it. Variables that an option sets must outlive the run.
namespace netioconf::conformance::cli::options {

using reports::Decides;

struct Parsed;

class Option {
 public:
  Option(CLI::Option& option, Parsed& parsed);

  Option& required();
  Option& excludes(const Option& other);
  Option& needs(const Option& other);
  Option& one_of(const std::vector<std::string>& values);
  // `problem` says in one line what is wrong with a value; empty: nothing.
  Option& checked(std::function<std::string(const std::string& value)> problem);
  // Decides::scripts if this is not called.
  Option& decides(Decides what);

 private:
  CLI::Option* option_;
  Parsed* parsed_;
};

struct Range {
  std::uint64_t min = 0;
  std::uint64_t max = std::numeric_limits<std::uint64_t>::max();
};

class Command {
 public:
  Command(CLI::App& app, Parsed& parsed) : app_{&app}, parsed_{&parsed} {}

  // Declare an option "--name" or a positional argument "NAME". A vector takes an option several times,
  // and one or more positional arguments. An empty path is refused.
  Option flag(const std::string& name, bool& value, const std::string& help);
  Option flag(const std::string& name, std::function<void()> set, const std::string& help);
  Option text(const std::string& name, std::string& value, const std::string& help);
  Option text(const std::string& name, std::vector<std::string>& values, const std::string& help);
  Option text(const std::string& name, std::function<void(const std::string&)> take,
              const std::string& help);
  Option path(const std::string& name, std::filesystem::path& value, const std::string& help);
  Option path(const std::string& name, std::optional<std::filesystem::path>& value,
              const std::string& help);
  Option path(const std::string& name, std::vector<std::filesystem::path>& values,
              const std::string& help);
  // A folder for files that the run writes. It is refused if it can't be written to.
  Option folder(const std::string& name, std::optional<std::filesystem::path>& value,
                const std::string& help);
  // A folder that exists. The value is its absolute path without symbolic links.
  Option existing_folder(const std::string& name, std::filesystem::path& value, const std::string& help);
  // A duration from 1ms to 277h, such as "10s", "500ms", "2m" or "8h".
  template <class Duration>  // std::chrono::milliseconds, or an optional of it
  Option duration(const std::string& name, Duration& value, const std::string& help) {
    return duration(name, help, [&value](std::chrono::milliseconds given) { value = given; });
  }
  template <class Number>  // an integer, or an optional of std::uint64_t
  Option number(const std::string& name, Number& value, Range range, const std::string& help) {
    return number(name, range, help, [&value](std::uint64_t given) {
      if constexpr (std::integral<Number>) {
        value = static_cast<Number>(given);
      } else {
        value = given;
      }
    });
  }

  Command subcommand(const std::string& name, const std::string& help);
  // Exit statuses and examples, after the options.
  void footer(const std::string& text);
  // Runs if this subcommand is given. The result is the exit status.
  void run(std::function<int(const reports::Invocation&)> action);

 private:
  Option duration(const std::string& name, const std::string& help,
                  std::function<void(std::chrono::milliseconds)> take);
  Option number(const std::string& name, Range range, const std::string& help,
                std::function<void(std::uint64_t)> take);

  CLI::App* app_;
  Parsed* parsed_;
};

class Program {
 public:
  Program(const std::string& name, const std::string& help, const std::string& version);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  Command subcommand(const std::string& name, const std::string& help);
  void footer(const std::string& text);
  // What --help says of the command and its subcommands.
  [[nodiscard]] help::CommandHelp described() const;
  // Parses the arguments, runs the subcommand and returns the exit status. For invalid arguments it
  // prints one line on standard error and returns 2.
  [[nodiscard]] int run(int argc, const char* const* argv);

 private:
  std::unique_ptr<CLI::App> app_;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace netioconf::conformance::cli::options
