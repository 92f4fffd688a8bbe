#pragma once

#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/codec/codec.h"
#include "corpora/files/complaint.h"
#include "oracle/model/trace.h"

namespace netioconf::corpora {

struct LoadedScript {
  oracle::Script script;  // named `<folder>/<stem>`, that is `<rule id>/<idea>`
  std::string path;
  std::string comment;  // its head comment verbatim, number signs and all; empty in binary form
};

struct LoadedTrace {
  Recording recording;
  std::string path;
};

// A file is binary if its name ends in .binpb, else text. Of a folder everything below that ends in
// .textproto or .binpb is loaded, but no .trace.textproto and .trace.binpb, in the order of names. A
// file that is reached twice is loaded once. A path below which there is nothing to load is an error.
[[nodiscard]] std::expected<std::vector<LoadedScript>, Unreadable> load_scripts(
    std::span<const std::filesystem::path> paths);

// The same for traces, whose names in a folder end in .textproto or .binpb, with or without .trace
// before.
[[nodiscard]] std::expected<std::vector<LoadedTrace>, Unreadable> load_traces(
    std::span<const std::filesystem::path> paths);

// In binary if the name ends in .binpb, else as text; see write_file() for the rest. `words` are what a
// person says of it, without number signs; binary form has no place for them. The name is not written.
[[nodiscard]] std::expected<void, Unreadable> write_script(const std::filesystem::path& path,
                                                           const oracle::Script& script,
                                                           std::string_view words);
[[nodiscard]] std::expected<void, Unreadable> write_trace(const std::filesystem::path& path,
                                                          const Recording& recording);

// `<folder>/<stem>`: "route.link/both_zero" for corpora/scripts/route.link/both_zero.textproto.
[[nodiscard]] std::string name_from(const std::filesystem::path& path);

}  // namespace netioconf::corpora
