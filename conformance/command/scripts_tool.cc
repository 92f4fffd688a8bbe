#include "conformance/command/scripts_tool.h"

#include <string_view>
#include <vector>

#include "conformance/command/exit_status.h"
#include "corpora/format.h"
#include "corpora/loader.h"
#include "oracle/rule.h"

namespace netioconf::conformance {

int add_script(const AddOptions& options) {
  if (oracle::find_rule(options.rule) == nullptr) {
    return could_not_run(options.rule + ": no such rule (netioconf rules lists them)");
  }
  const std::vector<std::filesystem::path> files = {options.file};
  const auto loaded = corpora::load_scripts(files);
  if (!loaded) return could_not_run(loaded.error().message);
  const auto added = corpora::add(options.corpus, {.rule = options.rule,
                                                   .idea = options.idea,
                                                   .script = loaded->front().script,
                                                   .words = options.words});
  if (!added) return could_not_run(added.error().message);
  fmt::print("{}\n", added->string());
  return exit_conforms;
}

int format_scripts(const std::filesystem::path& corpus) {
  const auto changed = corpora::format_files(corpus);
  if (!changed) return could_not_run(changed.error().message);
  for (const auto& path : *changed) fmt::print("{}\n", path.string());
  return exit_conforms;
}

int lint_scripts(const std::filesystem::path& corpus) {
  std::vector<std::string_view> ids;
  for (const oracle::Rule& rule : oracle::rules()) ids.push_back(rule.id);
  const auto complaints = corpora::lint(corpus, ids);
  for (const corpora::Complaint& complaint : complaints)
    fmt::print("{}\n", corpora::describe(complaint));
  return complaints.empty() ? exit_conforms : exit_deviates;
}

}  // namespace netioconf::conformance
