#include "corpora/text/named_files.h"

#include <fmt/format.h>
#include <google/protobuf/message.h>

#include <set>
#include <system_error>
#include <utility>

#include "corpora/files/files.h"
#include "corpora/recording/trace_writer.h"
#include "corpora/text/text.h"

namespace netioconf::corpora::text {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view binary_suffix = ".binpb";
// Longer suffixes first: the first match is removed from a name.
constexpr std::string_view suffixes[] = {".trace.textproto", ".trace.binpb", ".textproto",
                                         binary_suffix};

bool ends_in(const fs::path& path, std::string_view suffix) {
  return path.filename().string().ends_with(suffix);
}

bool is_message_name(const fs::path& path) {
  return ends_in(path, ".textproto") || ends_in(path, binary_suffix);
}

bool is_trace_name(const fs::path& path) {
  return is_message_name(path) || recording::is_trace_file_name(path);
}

bool is_script_name(const fs::path& path) {
  return is_message_name(path) && !ends_in(path, ".trace.textproto") && !ends_in(path, ".trace.binpb");
}

// The kind of files to load from folders.
struct Wanted {
  std::string_view what;  // "scripts"
  std::string_view names;
  bool (*has_name_of)(const fs::path&);
};
constexpr Wanted wanted_scripts{"scripts", "their names end in .textproto or .binpb", is_script_name};
constexpr Wanted wanted_traces{"traces", "their names end in .textproto, .binpb, .traces or .traces.gz",
                               is_trace_name};

std::string nothing_there(const Wanted& wanted, const fs::path& path) {
  return files::describe({.path = path.string(),
                          .what = fmt::format("no {} in this folder", wanted.what),
                          .remedy = std::string{wanted.names}});
}

// The files that a path names: itself or the files below it.
std::expected<std::vector<fs::path>, std::string> files_of(const fs::path& path, const Wanted& wanted) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  auto files = files::files_below(path);
  if (!files) return std::unexpected(files::describe(files.error()));
  std::erase_if(*files, [&](const fs::path& file) { return !wanted.has_name_of(file); });
  if (files->empty()) return std::unexpected(nothing_there(wanted, path));
  return *std::move(files);
}

std::expected<std::vector<fs::path>, std::string> files_of(std::span<const fs::path> paths,
                                                           const Wanted& wanted) {
  std::vector<fs::path> all;
  std::set<files::FileIdentity> reached;
  for (const fs::path& path : paths) {
    const auto files = files_of(path, wanted);
    if (!files) return files;
    for (const fs::path& file : *files) {
      const auto identity = files::identity_of(file);
      // Reading a file without an identity reports the reason.
      if (!identity || reached.insert(*identity).second) all.push_back(file);
    }
  }
  if (all.empty()) {
    return std::unexpected(
        fmt::format("no {}: no path was given (name a file or a folder)", wanted.what));
  }
  return all;
}

}  // namespace

std::expected<std::vector<fs::path>, std::string> script_files(std::span<const fs::path> paths) {
  return files_of(paths, wanted_scripts);
}

std::expected<std::vector<fs::path>, std::string> trace_files(std::span<const fs::path> paths) {
  return files_of(paths, wanted_traces);
}

bool is_binary(const fs::path& path) { return ends_in(path, binary_suffix); }

std::expected<std::string, std::string> read_message(const fs::path& path,
                                                     google::protobuf::Message& message) {
  auto content = files::read_file(path);
  if (!content) return std::unexpected(files::describe(content.error()));
  if (!is_binary(path)) {
    if (const auto diagnostic = parse(*content, path.string(), message))
      return std::unexpected(files::describe(*diagnostic));
    return *std::move(content);
  }
  if (!message.ParseFromString(*content)) {
    return std::unexpected(
        files::describe({.path = path.string(),
                         .what = "not the binary form of a message of corpora/script.proto",
                         .remedy = "the name of a file in text form ends in .textproto"}));
  }
  return "";
}

std::string stem_of(const fs::path& path) {
  std::string stem = path.filename().string();
  for (const std::string_view suffix : suffixes) {
    if (!stem.ends_with(suffix)) continue;
    stem.resize(stem.size() - suffix.size());
    break;
  }
  return stem;
}

}  // namespace netioconf::corpora::text
