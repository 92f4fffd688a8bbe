#include <memory>

#include "conformance/command/command_line_parts.h"
#include "conformance/command/explain.h"
#include "conformance/command/export.h"

namespace netioconf::conformance {

void add_profile(CLI::App& command, oracle::Profile& profile) {
  command
      .add_option_function<std::string>(
          "--profile", [&profile](const std::string& name) { profile = *oracle::find_profile(name); },
          "documented: only answers that the pages allow; windows: what Windows is known to do")
      ->check(CLI::IsMember({"documented", "windows"}));
}

void add_export(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("export", "Write a program that stands alone and repeats a script");
  auto options = std::make_shared<ExportOptions>();
  command->add_option("SCRIPT", options->script, "a script, or the name of a committed one")->required();
  command
      ->add_option("--as,--to", options->form,
                   "c: for Windows; gtest: for your own suite; powershell: by P/Invoke; ip: iproute2 on "
                   "Linux; textproto: the script")
      ->required()
      ->check(CLI::IsMember({"c", "gtest", "powershell", "ip", "textproto"}));
  add_profile(*command, options->profile);
  command->add_option("--out", options->out, "file for the program; standard output if not given");
  command->footer(
      "Exit status: 0 written, 2 it can't be, and why. The program's own: 0 conforms, 1 deviates, 2 "
      "undecided.\n"
      "Example: netioconf export route.lifetimes/preferred_one_above_valid --as c --out repeat.c");
  command->callback([options, &action] { action = [options] { return export_script(*options); }; });
}

void add_explain(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "explain", "Say what the pages promise, where they leave it open, and what was seen");
  auto options = std::make_shared<ExplainOptions>();
  command
      ->add_option("RULE|READING|STATUS|SCRIPT", options->what,
                   "as route.lifetimes, duplicate-key, not_found or 0xC0000225, or a script")
      ->required();
  command
      ->add_option("--implementation", options->implementations,
                   "what to ask; the emulator's personalities if not given")
      ->allow_extra_args(false);
  command->footer(
      "Exit status: 0 explained, 2 there is no such thing.\n"
      "Example: netioconf explain duplicate-key\n"
      "         netioconf explain route.lifetimes --implementation library:./libyours.so");
  command->callback([options, &action] { action = [options] { return explain(*options); }; });
}

}  // namespace netioconf::conformance
