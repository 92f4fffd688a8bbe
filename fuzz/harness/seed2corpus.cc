// Generates the seeds of each fuzz target from scripts in text form, so that seeds survive a change of
// the binary form.
//   seed2corpus OUT SCRIPTS…    writes OUT/<target>/<name>
#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "fuzz/harness/seeds.h"
#include "reports/model/exit_status.h"
#include "reports/writers/write.h"

using namespace netioconf;

namespace {

namespace fs = std::filesystem;
using reports::could_not_run;

// Folders are created again, so that no seed of an earlier script remains.
int write(const fs::path& out, const fuzz::harness::Inputs& inputs) {
  std::error_code error;
  fs::remove_all(out, error);
  std::vector<corpora::files::File> files;
  for (const auto& [name, bytes] : inputs) files.push_back({name, bytes});
  const auto written = reports::writers::write_folder(out, std::move(files));
  return written ? 0 : could_not_run(written.error());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return reports::could_not_run("usage: seed2corpus OUT SCRIPTS...");
  const std::vector<fs::path> paths(argv + 2, argv + argc);
  const auto scripts = corpora::text::load_scripts(paths);
  if (!scripts) return reports::could_not_run(scripts.error());
  for (const auto& [target, inputs] : fuzz::harness::seeds_from(*scripts)) {
    if (const int failed = write(fs::path{argv[1]} / target, inputs); failed != 0) return failed;
  }
  return 0;
}
