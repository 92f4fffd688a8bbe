#include "fuzz/campaign/replay/corpus_inputs.h"

#include "corpora/files/files.h"
#include "fuzz/harness/input.h"
#include "reports/words/escape.h"

namespace netioconf::fuzz::campaign::replay {

namespace fs = std::filesystem;

std::expected<conformance::search::FuzzInputs, std::string> read_inputs(const fs::path& folder) {
  const auto paths = corpora::files::files_below(folder);
  if (!paths) return std::unexpected(describe(paths.error()));
  conformance::search::FuzzInputs inputs;
  for (const fs::path& path : *paths) {
    const auto content = corpora::files::read_file(path);
    if (!content) return std::unexpected(describe(content.error()));
    const harness::InputBytes bytes{reinterpret_cast<const std::uint8_t*>(content->data()),
                                    content->size()};
    corpora::text::LoadedScript input{.script = harness::read_script(bytes)};
    input.script.name = "corpus/" + path.lexically_relative(folder).generic_string();
    if (!harness::is_whole_script(bytes)) inputs.incomplete.insert(input.script.name);
    inputs.scripts.push_back(std::move(input));
  }
  if (!inputs.scripts.empty()) return inputs;
  return std::unexpected(reports::words::legible(folder.string()) +
                         ": no inputs in this folder (name a corpus that netioconf campaign wrote)");
}

}  // namespace netioconf::fuzz::campaign::replay
