#include <CLI/CLI.hpp>

#include "conformance/cli/options/command.h"
#include "conformance/cli/options/parsed.h"

namespace netioconf::conformance::cli::options {
namespace {

help::OptionHelp described(const CLI::Option& option, const Parsed& parsed) {
  const auto choices = parsed.choices.find(&option);
  // "TEXT:{c,gtest}" with choices
  const std::string type = option.get_expected_max() == 0 ? "" : option.get_type_name();
  help::OptionHelp help{
      .value = type.substr(0, type.find(':')),
      .choices = choices == parsed.choices.end() ? std::vector<std::string>{} : choices->second,
      .says = option.get_description(),
      .positional = option.get_positional(),
      .required = option.get_required(),
      .repeats = option.get_expected_max() > 1 ||
                 option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll};
  if (help.positional) {
    help.names = {option.get_name(true)};
    return help;
  }
  for (const std::string& name : option.get_snames()) help.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) help.names.push_back("--" + name);
  return help;
}

help::CommandHelp described(const CLI::App& app, const std::string& path, const Parsed& parsed) {
  help::CommandHelp help{.path = path, .says = app.get_description(), .footer = app.get_footer()};
  for (const CLI::Option* option : app.get_options()) help.options.push_back(described(*option, parsed));
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    const bool is_hidden = each->get_group().empty();
    if (!is_hidden) help.subcommands.push_back(described(*each, path + " " + each->get_name(), parsed));
  }
  return help;
}

}  // namespace

help::CommandHelp Program::described() const {
  return options::described(*app_, app_->get_name(), *parsed_);
}

}  // namespace netioconf::conformance::cli::options
