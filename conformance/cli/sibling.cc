#include "conformance/cli/sibling.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {

int become_sibling(const std::string& name, std::vector<std::string> arguments) {
  std::error_code ignored;
  const auto own = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const std::string program = own.parent_path() / name;
  arguments.insert(arguments.begin(), program);
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  execv(program.c_str(), pointers.data());
  if (errno != ENOENT)
    return reports::could_not_run(program + ": cannot be started: " + std::strerror(errno));
  return reports::could_not_run(
      program + ": it does not exist (build it: cmake --build --preset release --target campaigns)");
}

}  // namespace netioconf::conformance::cli
