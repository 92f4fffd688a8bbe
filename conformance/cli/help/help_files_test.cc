#include "conformance/cli/help/help_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::cli::help {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

CommandHelp sample() {
  const OptionHelp form{.names = {"-f", "--form"},
                        .value = "TEXT",
                        .choices = {"c", "gtest"},
                        .says = "it's a form [of: a file]"};
  const OptionHelp script{.names = {"SCRIPT"},
                          .value = "TEXT",
                          .says = "a script",
                          .positional = true,
                          .required = true,
                          .repeats = true};
  CommandHelp add{.path = "netioconf scripts add",
                  .says = "Add one",
                  .footer = "Example: netioconf scripts add x\n.hidden \\ line",
                  .options = {form, script}};
  CommandHelp scripts{.path = "netioconf scripts",
                      .says = "Keep scripts",
                      .options = {{.names = {"--help"}, .says = "help"}},
                      .subcommands = {add}};
  return {.path = "netioconf",
          .says = "Tests",
          .options = {{.names = {"--version"}, .says = "the version"}},
          .subcommands = {scripts}};
}

TEST(HelpFiles, HaveAManualPageForEachSubcommand) {
  std::vector<std::string> paths;
  for (const HelpFile& file : help_files(sample(), "1.2.3")) paths.push_back(file.path);
  EXPECT_THAT(paths,
              ElementsAre("bash-completion/completions/netioconf", "zsh/site-functions/_netioconf",
                          "fish/vendor_completions.d/netioconf.fish", "man/man1/netioconf.1",
                          "man/man1/netioconf-scripts.1", "man/man1/netioconf-scripts-add.1"));
}

TEST(AManualPage, SaysWhatTheHelpSays) {
  const std::string page = manual_page(sample().subcommands[0].subcommands[0], "1.2.3");
  EXPECT_THAT(page, HasSubstr(".TH NETIOCONF\\-SCRIPTS\\-ADD 1 \"\" \"netioconf 1.2.3\""));
  EXPECT_THAT(page, HasSubstr("\\fBnetioconf scripts add\\fR [\\fIOPTIONS\\fR] \\fISCRIPT\\fR..."));
  EXPECT_THAT(page, HasSubstr("\\fB\\-f\\fR, \\fB\\-\\-form\\fR \\fIc|gtest\\fR\nit's a form"));
  EXPECT_THAT(page, HasSubstr(".SH SEE ALSO\n\\fBnetioconf\\-scripts\\fR(1)"));
}

TEST(AManualPage, HasNoRequestsInItsText) {
  const std::string page = manual_page(sample().subcommands[0].subcommands[0], "1");
  EXPECT_THAT(page, HasSubstr("\n\\&.hidden \\e line"));
  EXPECT_THAT(page, Not(HasSubstr("\n.hidden")));
}

TEST(TheCompletionForFish, CompletesASubcommandOfASubcommand) {
  const std::string text = fish_completion(sample());
  EXPECT_THAT(text, HasSubstr("-n '__fish_seen_subcommand_from scripts; and not "
                              "__fish_seen_subcommand_from add' -f -a add -d 'Add one'"));
  EXPECT_THAT(text, HasSubstr("-s f -l form -r -f -a 'c gtest' -d 'it\\'s a form [of: a file]'"));
}

TEST(TheCompletionForZsh, EscapesWhatArgumentsInterprets) {
  EXPECT_THAT(zsh_completion(sample()),
              HasSubstr("'*--form[it'\\''s a form \\[of\\: a file\\]]:TEXT:(c gtest)'"));
}

}  // namespace
}  // namespace netioconf::conformance::cli::help
