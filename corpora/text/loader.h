#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/codec/codec.h"
#include "corpora/files/diagnostic.h"
#include "corpora/text/trace_batches.h"
#include "oracle/model/trace.h"

namespace netioconf::corpora::text {

struct LoadedScript {
  oracle::Script script;  // its name is `<folder>/<stem>`, that is `<rule id>/<idea>`
  std::string path;
  std::string comment;  // the head comment verbatim, with number signs; empty in binary form
};

// A file is binary if its name ends in .binpb, otherwise text. For a folder, all files below it that end
// in .textproto or .binpb but not in .trace.textproto or .trace.binpb are loaded, sorted by name. A file
// that is reached twice, also by a link of either kind, is loaded once. A path without files to load is
// an error.
[[nodiscard]] std::expected<std::vector<LoadedScript>, std::string> load_scripts(
    std::span<const std::filesystem::path> paths);
// The same for one file or folder.
[[nodiscard]] std::expected<std::vector<LoadedScript>, std::string> load_scripts(
    const std::filesystem::path& path);

// The same for traces, which are passed on one at a time. In a folder, their names end in .textproto or
// .binpb, with or without .trace before the suffix. A file whose name ends in .traces or .traces.gz has
// many of them. Returns the files that cannot be read, are damaged, were not completed or were not read,
// because `take` returned a reason to stop. The error is that no path names a trace.
[[nodiscard]] std::expected<std::vector<CutFile>, std::string> read_traces(
    std::span<const std::filesystem::path> paths, const TakeTrace& take);

// Writes binary form if the name ends in .binpb, otherwise text; see also write_file(). `words` is the
// head comment without number signs; it is not written in binary form. The script's name is not written.
[[nodiscard]] std::expected<void, std::string> write_script(const std::filesystem::path& path,
                                                            const oracle::Script& script,
                                                            std::string_view words);
[[nodiscard]] std::expected<void, std::string> write_trace(const std::filesystem::path& path,
                                                           const codec::Recording& recording);

// `<folder>/<stem>`: "route.link/both_zero" for corpora/scripts/route.link/both_zero.textproto.
[[nodiscard]] std::string name_from(const std::filesystem::path& path);

}  // namespace netioconf::corpora::text
