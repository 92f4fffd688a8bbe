#include "conformance/execution/shrink/kept_scripts.h"

#include "conformance/execution/shrink/deviation.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/text/loader.h"

namespace netioconf::conformance::execution::shrink {

std::string name_for(const reports::GroupKey& group) { return group.rule + "/" + idea_for(group); }

std::expected<std::filesystem::path, std::string> KeptScripts::keep(const std::string& name,
                                                                    const oracle::Script& script,
                                                                    const std::string& comment) {
  if (folder_.empty()) {
    if (!out_) {
      auto made = repository::new_temporary_folder();
      if (!made) return std::unexpected(made.error());
      out_ = *std::move(made);
    }
    folder_ = *out_ / "scripts";
  }
  std::filesystem::path path = folder_ / (name + ".textproto");
  const auto written = corpora::text::write_script(path, script, comment);
  if (!written) return std::unexpected(written.error());
  return path;
}

}  // namespace netioconf::conformance::execution::shrink
