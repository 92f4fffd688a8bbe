#include "conformance/merge/relocate.h"

#include <map>
#include <string>

#include "conformance/merge/layout.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::merge {
namespace {

namespace fs = std::filesystem;

// Replaces the path of a script, also in the command that repeats it.
void move_to(const std::string& path, reports::ScriptResult& script) {
  std::string replay = script.replay();
  const std::string word = reports::words::shell_word(script.path());
  if (const std::size_t place = replay.find(word); place != std::string::npos)
    replay.replace(place, word.size(), reports::words::shell_word(path));
  script.set_replay(replay);
  script.set_path(path);
}

// "<rule>/<idea>" without the name of the content.
std::string name_of(const std::string& path) {
  const fs::path name = fs::path{path}.replace_extension();
  const std::string text = name.generic_string();
  return text.substr(0, text.rfind('_'));
}

}  // namespace

reports::Report relocated(reports::Report report, const corpora::merge::FileSet& scripts) {
  std::map<std::string, std::string> paths;
  for (const auto& [path, content] : scripts) paths.emplace(name_of(path), path);
  for (reports::ScriptResult& script : *report.mutable_scripts()) {
    const auto found = paths.find(script.name());
    const std::string ending = fs::path{scripts_folder} / (script.name() + ".textproto");
    if (found == paths.end() || !script.path().ends_with("/" + ending)) continue;
    // A committed script may have the same name.
    const bool is_found = !script.path().ends_with("corpora/" + ending);
    if (is_found) move_to(fs::path{scripts_folder} / found->second, script);
  }
  for (reports::Searched& search : *report.mutable_searches()) {
    if (!search.scripts_folder().empty()) search.set_scripts_folder(scripts_folder);
  }
  return report;
}

reports::Report placed_in(const fs::path& folder, reports::Report report,
                          const corpora::merge::FileSet& scripts) {
  const fs::path prefix = fs::path{scripts_folder} / "";
  for (reports::ScriptResult& script : *report.mutable_scripts()) {
    const fs::path path = script.path();
    const bool is_below = script.path().starts_with(prefix.string());
    if (is_below && scripts.contains(path.lexically_relative(scripts_folder).generic_string()))
      move_to(folder / path, script);
  }
  for (reports::Searched& search : *report.mutable_searches()) {
    if (search.scripts_folder() == scripts_folder) search.set_scripts_folder(folder / scripts_folder);
  }
  return report;
}

}  // namespace netioconf::conformance::merge
