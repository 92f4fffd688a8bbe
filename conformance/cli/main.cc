#include "conformance/cli/command_line.h"
#include "conformance/cli/process_setup.h"

int main(int argc, char** argv) {
  netioconf::conformance::cli::set_up_process();
  return netioconf::conformance::cli::run_command_line(argc, argv);
}
