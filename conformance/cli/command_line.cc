#include "conformance/cli/command_line.h"

#include "conformance/cli/subcommands.h"
#include "conformance/cli/version.h"
#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/implementations/child/orphans.h"
#include "conformance/repository/repository_paths.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {

int run_command_line(int argc, const char* const* argv) {
  Program program{
      "netioconf",
      "Tests whether an implementation of netioapi's route and anycast calls does what the documents "
      "say",
      version_text()};
  program.footer("Example: netioconf check --implementation emulated");
  // In the order of --help.
  add_check(program);
  add_sweep(program);
  add_record(program);
  add_judge(program);
  add_diff(program);
  add_matrix(program);
  add_merge(program);
  add_campaign(program);
  add_replay(program);
  add_mutants(program);
  add_rules(program);
  add_explain(program);
  add_scripts(program);
  add_shrink(program);
  add_export(program);
  add_layout(program);
  add_view(program);
  add_manual(program);
  const bool is_command = argc > 1 && argv[1][0] != '-';  // not --help or --version
  for (const std::string& problem :
       {repository::problem_with_home(), execution::problem_with_interval()})
    if (is_command && !problem.empty()) return reports::could_not_run(problem);
  const auto children_before = implementations::child::children();
  implementations::child::note_interruptions();
  const int status = program.run(argc, argv);
  implementations::child::end_orphans(children_before);
  if (implementations::child::interruption() == 0) return status;
  reports::say(implementations::child::interruption_text());
  return implementations::child::interrupted_status();
}

}  // namespace netioconf::conformance::cli
