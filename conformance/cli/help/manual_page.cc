#include <fmt/format.h>

#include <algorithm>

#include "conformance/cli/help/help_files.h"

namespace netioconf::conformance::cli::help {
namespace {

// Text as roff has it: no line is a request, and dashes stay dashes.
std::string roff(const std::string& text) {
  std::string made;
  for (const char each : text) {
    const bool begins_line = made.empty() || made.ends_with('\n');
    if (begins_line && (each == '.' || each == '\'')) made += "\\&";
    if (each == '\\') {
      made += "\\e";
    } else if (each == '-') {
      made += "\\-";
    } else {
      made += each;
    }
  }
  return made;
}

std::string shown_name(const OptionHelp& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(name));
  if (option.value.empty() || option.positional) return names;
  return fmt::format("{} \\fI{}\\fR", names,
                     option.choices.empty() ? roff(option.value)
                                            : roff(fmt::format("{}", fmt::join(option.choices, "|"))));
}

std::string synopsis(const CommandHelp& command) {
  std::string text = fmt::format("\\fB{}\\fR [\\fIOPTIONS\\fR]", roff(command.path));
  if (!command.subcommands.empty()) text += " \\fISUBCOMMAND\\fR";
  for (const OptionHelp& option : command.options) {
    if (!option.positional) continue;
    const std::string name =
        fmt::format("\\fI{}\\fR{}", roff(option.names.front()), option.repeats ? "..." : "");
    text += option.required ? " " + name : " [" + name + "]";
  }
  return text;
}

std::string page_name(const CommandHelp& command) { return joined_path(command, '-'); }

}  // namespace

std::string manual_page(const CommandHelp& command, const std::string& version) {
  std::string upper = page_name(command);
  std::transform(upper.begin(), upper.end(), upper.begin(), [](char each) {
    return each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : each;
  });
  std::string text = fmt::format(
      ".TH {} 1 \"\" \"netioconf {}\" \"\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n{}\n", roff(upper),
      roff(version), roff(page_name(command)), roff(command.says), synopsis(command));
  text += ".SH OPTIONS\n";
  for (const OptionHelp& option : command.options)
    text += fmt::format(".TP\n{}\n{}\n", shown_name(option), roff(option.says));
  if (!command.subcommands.empty()) text += ".SH SUBCOMMANDS\n";
  for (const CommandHelp& each : command.subcommands)
    text += fmt::format(".TP\n\\fB{}\\fR(1)\n{}\n", roff(page_name(each)), roff(each.says));
  if (!command.footer.empty())
    text += fmt::format(".SH EXIT STATUS AND EXAMPLES\n.nf\n{}\n.fi\n", roff(command.footer));
  text +=
      ".SH ENVIRONMENT\n.TP\n\\fBNETIOCONF_HOME\\fR\nthe folder with the scripts and the known lists, "
      "or the prefix of an installation; without it, the current folder or the nearest share/netioconf "
      "above the program\n";
  const std::string name = page_name(command);
  const std::string last = last_word(command);
  if (name.size() > last.size()) {
    const std::string parent = name.substr(0, name.size() - last.size() - 1);
    text += fmt::format(".SH SEE ALSO\n\\fB{}\\fR(1)\n", roff(parent));
  }
  return text;
}

}  // namespace netioconf::conformance::cli::help
