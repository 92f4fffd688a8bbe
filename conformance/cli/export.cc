#include "conformance/cli/export.h"

#include <expected>

#include "conformance/export/programs.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "corpora/text/text.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

using Program = std::expected<std::string, std::string>;

std::string as_text(const corpora::text::LoadedScript& script) {
  return script.comment + corpora::text::print(corpora::codec::encode(script.script));
}

Program program_for(const corpora::text::LoadedScript& script, const ExportOptions& options) {
  if (options.form == "textproto") return as_text(script);
  auto reproduction = exporting::reproduce(script.script, options.profile);
  if (!reproduction) return std::unexpected(reproduction.error());
  reproduction->comment = corpora::text::words_of(script.comment);
  return exporting::program_as(options.form, *reproduction);
}

}  // namespace

int export_script(const ExportOptions& options) {
  const std::vector<std::filesystem::path> paths = {repository::script_path(options.script)};
  std::error_code ignored;
  if (!std::filesystem::exists(paths.front(), ignored)) {
    return reports::could_not_run(
        options.script.string() +
        ": no such file and no such committed script (netioconf explain RULE lists the "
        "scripts of a rule)");
  }
  const auto loaded = corpora::text::load_scripts(paths);
  if (!loaded) return reports::could_not_run(loaded.error().message);
  if (loaded->size() != 1) {
    return reports::could_not_run(options.script.string() +
                                  ": it contains more than one script (name one)");
  }
  if (loaded->front().script.operations.empty()) {
    return reports::could_not_run(options.script.string() + ": it has no operations (add at least one)");
  }
  const Program program = program_for(loaded->front(), options);
  if (!program) {
    return reports::could_not_run(fmt::format("{}: it cannot be exported as {}: {}",
                                              options.script.string(), options.form, program.error()));
  }
  if (options.out.empty()) {
    fmt::print("{}", *program);
    return reports::exit_conforms;
  }
  const auto written = corpora::files::write_file(options.out, *program);
  if (!written) return reports::could_not_run(corpora::files::describe(written.error()));
  return reports::exit_conforms;
}

}  // namespace netioconf::conformance::cli
