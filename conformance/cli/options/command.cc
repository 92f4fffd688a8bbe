#include "conformance/cli/options/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <new>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "conformance/cli/options/parsed.h"
#include "conformance/search/shard/shard.h"
#include "corpora/files/files.h"
#include "corpora/text/spelling.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli::options {

using std::chrono::milliseconds;

namespace {

std::optional<milliseconds> duration_of(const std::string& text) {
  const std::map<std::string_view, std::uint64_t> units = {
      {"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}};
  constexpr std::uint64_t max = 1'000'000'000;
  std::uint64_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, count);
  const auto unit = units.find({rest, static_cast<std::size_t>(end - rest)});
  if (error != std::errc{} || unit == units.end() || count == 0 || count > max / unit->second)
    return std::nullopt;
  return milliseconds{count * unit->second};
}

std::optional<std::uint64_t> number_of(const std::string& text, Range range) {
  const auto number = search::shard::number_in(text);
  return number && range.min <= *number && *number <= range.max ? number : std::nullopt;
}

std::string words_for(const std::string& text, Range range) {
  const bool is_too_large =
      !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && !number_of(text, {});
  if (range.max == Range{}.max && !is_too_large) return fmt::format("of at least {}", range.min);
  return fmt::format("from {} to {}", range.min, range.max);
}

CLI::Validator is_named() {
  return {[](const std::string& name) { return name.empty() ? "the name is empty" : std::string{}; },
          ""};
}

// As the user would type it: "--scripts", or empty for a positional argument.
std::string typed_name(const CLI::Option& option) {
  return option.get_lnames().empty() ? "" : "--" + option.get_lnames().front();
}

void add_arguments(const CLI::App& app, const Parsed& parsed, reports::Invocation& invocation) {
  for (const CLI::Option* option : app.get_options()) {
    const auto decides = parsed.decides.find(option);
    if (option->count() == 0 || decides == parsed.decides.end()) continue;
    const bool is_flag = option->get_expected_max() == 0;
    for (const std::string& value : option->results()) {
      invocation.arguments.push_back(
          {.option = typed_name(*option),
           .value = is_flag ? std::nullopt : std::optional<std::string>{value},
           .decides = decides->second});
    }
  }
}

// "check" or "scripts add"
std::string path_of(const CLI::App& app) {
  const CLI::App* const parent = app.get_parent();
  const bool is_nested = parent != nullptr && parent->get_parent() != nullptr;
  return (is_nested ? parent->get_name() + " " : "") + app.get_name();
}

// The command whose --help helps: that of the subcommand, if there is one.
std::string command_with_help(const CLI::App& program) {
  std::string command = program.get_name();
  for (const CLI::App* app = &program; !app->get_subcommands().empty();) {
    app = app->get_subcommands().front();
    command += " " + app->get_name();
  }
  return command;
}

// The subcommand that was given, or the program.
const CLI::App& given_command(const CLI::App& program) {
  const CLI::App* command = &program;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

// Why a word that was left over is no option, value or subcommand of the command. Empty: it may be one.
std::string unknown_name(const CLI::App& program, const std::string& word) {
  const CLI::App& command = given_command(program);
  const std::string remedy = command_with_help(program) + " --help lists them";
  std::vector<std::string> names;
  if (word.starts_with("--")) {
    for (const CLI::Option* option : command.get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::string name = word.substr(0, word.find('='));
    if (std::ranges::count(names, name) != 0) return {};
    return fmt::format("{}: no such option ({})", name, corpora::text::suggestion(name, names, remedy));
  }
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(sub->get_name());
  if (word.starts_with("-")) return {};
  if (names.empty()) {
    return fmt::format("{}: not expected here (an option takes one value each time; see {} --help)",
                       word, command_with_help(program));
  }
  return fmt::format("{}: no such subcommand ({})", word,
                     corpora::text::suggestion(word, names, remedy));
}

// A run whose output cannot be written has no result.
int act(const std::function<int()>& action) {
  try {
    const int status = action();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  } catch (const std::filesystem::filesystem_error& error) {
    return reports::could_not_run(fmt::format("{}: {} (check the path and its permissions)",
                                              error.path1().string(), error.code().message()));
  } catch (const std::bad_alloc&) {
    return reports::could_not_run(reports::out_of_memory);
  } catch (
      const std::system_error& error) {  // fmt::print throws it, and a thread that cannot be started
    if (std::ferror(stdout) == 0)
      return reports::could_not_run(
          fmt::format("{} (free some resources of the machine)", error.what()));
  }
  return reports::could_not_run("standard output cannot be written (free some space or redirect it)");
}

int report_error(CLI::App& program, const CLI::ParseError& error) {
  const bool asked_for_help = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
  if (asked_for_help) {
    std::ostringstream asked_for;
    program.exit(error, asked_for, asked_for);
    return act([&] {
      fmt::print("{}", asked_for.str());
      return reports::exit_conforms;
    });
  }
  // A misspelt name is the reason that another one is missing.
  for (const std::string& word : program.remaining(true)) {
    if (const std::string what = unknown_name(program, word); !what.empty())
      return reports::could_not_run(what);
  }
  std::string what = error.what();
  std::ranges::replace(what, '\n', ' ');
  constexpr std::string_view given_again = ": At Most 1 required but received ";
  if (const std::size_t at = what.find(given_again); at != std::string::npos)
    what = fmt::format("{}: given {} times, but it takes one value", what.substr(0, at),
                       what.substr(at + given_again.size()));
  return reports::could_not_run(fmt::format("{} (see {} --help)", what, command_with_help(program)));
}

// "--only A --only B", not "--only A B": what follows a value may be a positional argument.
CLI::Option& repeatable(CLI::Option& option) {
  if (option.get_positional()) return option;
  option.expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return *option.description(option.get_description() + "; may be repeated");
}

}  // namespace

Option::Option(CLI::Option& option, Parsed& parsed) : option_{&option}, parsed_{&parsed} {
  decides(Decides::scripts);
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::excludes(const Option& other) {
  option_->excludes(other.option_);
  return *this;
}

Option& Option::needs(const Option& other) {
  option_->needs(other.option_);
  return *this;
}

Option& Option::one_of(const std::vector<std::string>& values) {
  option_->check(CLI::IsMember(values));
  parsed_->choices[option_] = values;
  return *this;
}

Option& Option::checked(std::function<std::string(const std::string&)> problem) {
  option_->check(std::move(problem));
  return *this;
}

Option& Option::decides(Decides what) {
  parsed_->decides[option_] = what;
  return *this;
}

Option Command::flag(const std::string& name, bool& value, const std::string& help) {
  return {*app_->add_flag(name, value, help), *parsed_};
}

Option Command::flag(const std::string& name, std::function<void()> set, const std::string& help) {
  return {*app_->add_flag_callback(name, std::move(set), help), *parsed_};
}

Option Command::text(const std::string& name, std::string& value, const std::string& help) {
  return {*app_->add_option(name, value, help), *parsed_};
}

Option Command::text(const std::string& name, std::vector<std::string>& values,
                     const std::string& help) {
  return {repeatable(*app_->add_option(name, values, help)), *parsed_};
}

Option Command::text(const std::string& name, std::function<void(const std::string&)> take,
                     const std::string& help) {
  return {*app_->add_option_function<std::string>(name, std::move(take), help), *parsed_};
}

Option Command::path(const std::string& name, std::filesystem::path& value, const std::string& help) {
  return {*app_->add_option(name, value, help)->check(is_named()), *parsed_};
}

Option Command::path(const std::string& name, std::optional<std::filesystem::path>& value,
                     const std::string& help) {
  return {*app_->add_option(name, value, help)->check(is_named()), *parsed_};
}

Option Command::path(const std::string& name, std::vector<std::filesystem::path>& values,
                     const std::string& help) {
  return {repeatable(*app_->add_option(name, values, help)->check(is_named())), *parsed_};
}

Option Command::folder(const std::string& name, std::optional<std::filesystem::path>& value,
                       const std::string& help) {
  return path(name, value, help)
      .checked([](const std::string& folder) {
        const auto writable = corpora::files::can_write_to(folder);
        return writable ? std::string{} : describe(writable.error());
      })
      .decides(Decides::output);
}

Option Command::existing_folder(const std::string& name, std::filesystem::path& value,
                                const std::string& help) {
  return text(
             name, [&value](const std::string& folder) { value = std::filesystem::canonical(folder); },
             help)
      .checked([](const std::string& folder) {
        std::error_code ignored;
        return std::filesystem::is_directory(folder, ignored) ? "" : folder + ": no such folder";
      });
}

Option Command::duration(const std::string& name, const std::string& help,
                         std::function<void(milliseconds)> take) {
  CLI::Option* const option = app_->add_option_function<std::string>(
      name, [take = std::move(take)](const std::string& text) { take(*duration_of(text)); }, help);
  option->type_name("DURATION");
  option->check([](const std::string& text) {
    if (duration_of(text)) return std::string{};
    return text + ": not a duration from 1ms to 277h (give a number and a unit, as in 5s)";
  });
  return {*option, *parsed_};
}

Option Command::number(const std::string& name, Range range, const std::string& help,
                       std::function<void(std::uint64_t)> take) {
  CLI::Option* const option = app_->add_option_function<std::string>(
      name, [take = std::move(take)](const std::string& text) { take(*number_of(text, {})); }, help);
  option->type_name("NUMBER");
  option->check([range](const std::string& text) {
    if (number_of(text, range)) return std::string{};
    return fmt::format("{}: not a number {}", text, words_for(text, range));
  });
  return {*option, *parsed_};
}

Command Command::subcommand(const std::string& name, const std::string& help) {
  app_->require_subcommand(1);
  return {*app_->add_subcommand(name, help), *parsed_};
}

void Command::footer(const std::string& text) { app_->footer(text); }

void Command::run(std::function<int(const reports::Invocation&)> action) {
  app_->callback([app = app_, parsed = parsed_, action = std::move(action)] {
    reports::Invocation invocation{.program = parsed->program, .subcommand = path_of(*app)};
    add_arguments(*app, *parsed, invocation);
    parsed->action = [action, invocation] { return action(invocation); };
  });
}

Program::Program(const std::string& name, const std::string& help, const std::string& version)
    : app_{std::make_unique<CLI::App>(help, name)}, parsed_{std::make_unique<Parsed>()} {
  app_->set_version_flag("--version", version);
  app_->require_subcommand(1);
}

Program::~Program() = default;

Command Program::subcommand(const std::string& name, const std::string& help) {
  return {*app_->add_subcommand(name, help), *parsed_};
}

void Program::footer(const std::string& text) { app_->footer(text); }

int Program::run(int argc, const char* const* argv) {
  parsed_->program = argv[0];
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_error(*app_, error);
  }
  return act(parsed_->action);
}

}  // namespace netioconf::conformance::cli::options
