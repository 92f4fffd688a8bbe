#pragma once

#include "conformance/cli/options/command.h"

// Each subcommand is declared in the file of its name.
namespace netioconf::conformance::cli {

using options::Command;
using options::Decides;
using options::Option;
using options::Program;

void add_campaign(Program& program);
void add_check(Program& program);
void add_diff(Program& program);
void add_explain(Program& program);
void add_export(Program& program);
void add_judge(Program& program);
void add_layout(Program& program);
void add_manual(Program& program);
void add_matrix(Program& program);
void add_merge(Program& program);
void add_mutants(Program& program);
void add_record(Program& program);
void add_replay(Program& program);
void add_rules(Program& program);
void add_scripts(Program& program);
void add_shrink(Program& program);
void add_sweep(Program& program);
void add_view(Program& program);

}  // namespace netioconf::conformance::cli
