#include <algorithm>
#include <CLI/CLI.hpp>

#include "conformance/cli/command.h"

namespace netioconf::conformance::cli {
namespace {

// "TEXT:{c,gtest}" has choices.
std::vector<std::string> choices_in(const std::string& type) {
  std::vector<std::string> choices;
  const std::size_t open = type.find('{');
  if (open == std::string::npos) return choices;
  for (std::size_t begin = open + 1; begin < type.size();) {
    const std::size_t end = std::min(type.find_first_of(",}", begin), type.size());
    choices.push_back(type.substr(begin, end - begin));
    begin = end + 1;
  }
  return choices;
}

help::OptionHelp described(const CLI::Option& option) {
  const std::string type = option.get_expected_max() == 0 ? "" : option.get_type_name();
  help::OptionHelp help{.names = {},
                        .value = type.substr(0, type.find(':')),
                        .choices = choices_in(type),
                        .says = option.get_description(),
                        .positional = option.get_positional(),
                        .required = option.get_required(),
                        .repeats = option.get_expected_max() > 1};
  if (help.positional) {
    help.names = {option.get_name(true)};
    return help;
  }
  for (const std::string& name : option.get_snames()) help.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) help.names.push_back("--" + name);
  return help;
}

help::CommandHelp described(const CLI::App& app, const std::string& path) {
  help::CommandHelp help{.path = path,
                         .says = app.get_description(),
                         .footer = app.get_footer(),
                         .options = {},
                         .subcommands = {}};
  for (const CLI::Option* option : app.get_options()) help.options.push_back(described(*option));
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    const bool is_hidden = each->get_group().empty();
    if (!is_hidden) help.subcommands.push_back(described(*each, path + " " + each->get_name()));
  }
  return help;
}

}  // namespace

help::CommandHelp Program::described() const { return cli::described(*app_, app_->get_name()); }

}  // namespace netioconf::conformance::cli
