#include "conformance/cli/command_line.h"

int main(int argc, char** argv) { return netioconf::conformance::cli::run_command_line(argc, argv); }
