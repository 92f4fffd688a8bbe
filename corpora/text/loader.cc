#include "corpora/text/loader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "corpora/files/files.h"
#include "corpora/recording/trace_reader.h"
#include "corpora/recording/trace_writer.h"
#include "corpora/text/out_of_range.h"
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

files::FileError nothing_there(const Wanted& wanted, const fs::path& path) {
  return files::to_error({.path = path.string(),
                          .line = 0,
                          .column = 0,
                          .what = fmt::format("no {} in this folder", wanted.what),
                          .remedy = std::string{wanted.names}});
}

// The files that a path names: itself or the files below it.
std::expected<std::vector<fs::path>, files::FileError> files_of(const fs::path& path,
                                                                const Wanted& wanted) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  auto files = files::files_below(path);
  if (!files) return std::unexpected(files::to_error(files.error()));
  std::erase_if(*files, [&](const fs::path& file) { return !wanted.has_name_of(file); });
  if (files->empty()) return std::unexpected(nothing_there(wanted, path));
  return *std::move(files);
}

std::expected<std::vector<fs::path>, files::FileError> files_of(std::span<const fs::path> paths,
                                                                const Wanted& wanted) {
  std::vector<fs::path> all;
  std::set<fs::path> reached;
  for (const fs::path& path : paths) {
    const auto files = files_of(path, wanted);
    if (!files) return files;
    for (const fs::path& file : *files) {
      std::error_code error;
      const fs::path place = fs::canonical(file, error);
      // A file without a canonical path cannot be read either. Reading it reports the reason.
      if (error || reached.insert(place).second) all.push_back(file);
    }
  }
  if (all.empty()) {
    return std::unexpected(files::FileError{
        fmt::format("no {}: no path was given (name a file or a folder)", wanted.what)});
  }
  return all;
}

// A message and the text that it was read from. The text is empty in binary form.
template <class Message>
struct Read {
  Message message;
  std::string text;
};

template <class Message>
std::expected<Read<Message>, files::FileError> read_message(const fs::path& path) {
  auto content = files::read_file(path);
  if (!content) return std::unexpected(files::to_error(content.error()));
  Read<Message> read;
  if (!ends_in(path, binary_suffix)) {
    if (const auto diagnostic = parse(*content, path.string(), read.message)) {
      return std::unexpected(files::to_error(*diagnostic));
    }
    read.text = *std::move(content);
  } else if (!read.message.ParseFromString(*content)) {
    return std::unexpected(
        files::to_error({.path = path.string(),
                         .line = 0,
                         .column = 0,
                         .what = "not the binary form of a message of corpora/script.proto",
                         .remedy = "the name of a file in text form ends in .textproto"}));
  }
  return read;
}

std::expected<void, files::FileError> write_message(const fs::path& path, std::string comment,
                                                    const google::protobuf::Message& message) {
  const std::string content =
      ends_in(path, binary_suffix) ? message.SerializeAsString() : std::move(comment) + print(message);
  if (const auto written = files::write_file(path, content); !written) {
    return std::unexpected(files::to_error(written.error()));
  }
  return {};
}

std::string judged_before(std::uint64_t traces) {
  if (traces == 0) return "no trace of it is judged";
  if (traces == 1) return "the trace before it is judged";
  return fmt::format("the {} traces before it are judged", traces);
}

// Passes on what a file contains and returns the reason to stop, if there is one.
std::expected<std::string, files::FileError> read_trace_file(const fs::path& path, const TakeTrace& take,
                                                             std::vector<CutFile>& cut_files) {
  auto reader = recording::TraceReader::open(path);
  if (!reader) return std::unexpected(reader.error());
  std::uint64_t number = 0;
  std::string stop;
  while (stop.empty()) {
    auto next = reader->next();
    if (!next) break;
    stop = take({.recording = *std::move(next), .path = path.string(), .number = ++number});
  }
  const std::string why = stop.empty() ? reader->cut() : stop;
  if (why.empty()) return stop;
  cut_files.push_back({.path = path.string(),
                       .why = fmt::format("{}: {} ({})", path.string(), why, judged_before(number))});
  return stop;
}

std::expected<std::string, files::FileError> read_single_trace(const fs::path& path,
                                                               const TakeTrace& take) {
  const auto read = read_message<proto::Trace>(path);
  if (!read) return std::unexpected(read.error());
  if (read->message.ByteSizeLong() == 0) {
    return std::unexpected(
        files::to_error({.path = path.string(), .what = "an empty trace", .remedy = "record again"}));
  }
  return take({.recording = codec::decode(read->message), .path = path.string()});
}

}  // namespace

std::expected<std::vector<LoadedScript>, files::FileError> load_scripts(
    std::span<const fs::path> paths) {
  const auto files = files_of(paths, wanted_scripts);
  if (!files) return std::unexpected(files.error());
  std::vector<LoadedScript> loaded;
  for (const fs::path& file : *files) {
    const auto read = read_message<proto::Script>(file);
    if (!read) return std::unexpected(read.error());
    if (auto diagnostic = check_ranges(read->message, read->text)) {
      diagnostic->path = file.string();
      return std::unexpected(files::to_error(*diagnostic));
    }
    loaded.push_back({codec::decode(read->message), file.string(), head_comment(read->text)});
    loaded.back().script.name = name_from(file);
  }
  return loaded;
}

std::expected<std::vector<CutFile>, files::FileError> read_traces(std::span<const fs::path> paths,
                                                                  const TakeTrace& take) {
  const auto files = files_of(paths, wanted_traces);
  if (!files) return std::unexpected(files.error());
  std::vector<CutFile> cut_files;
  std::string stop;
  for (const fs::path& file : *files) {
    if (!stop.empty()) {
      cut_files.push_back({.path = file.string(), .why = stop});
      continue;
    }
    auto read = recording::is_trace_file_name(file) ? read_trace_file(file, take, cut_files)
                                                    : read_single_trace(file, take);
    if (read) {
      stop = *std::move(read);
    } else {
      cut_files.push_back({.path = file.string(), .why = read.error().message, .is_readable = false});
    }
  }
  return cut_files;
}

std::expected<void, files::FileError> write_script(const fs::path& path, const oracle::Script& script,
                                                   std::string_view words) {
  return write_message(path, comment_of(words), codec::encode(script));
}

std::expected<void, files::FileError> write_trace(const fs::path& path,
                                                  const codec::Recording& recording) {
  return write_message(path, "", codec::encode(recording));
}

std::string name_from(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error).lexically_normal();
  std::string stem = path.filename().string();
  for (const std::string_view suffix : suffixes) {
    if (!stem.ends_with(suffix)) continue;
    stem.resize(stem.size() - suffix.size());
    break;
  }
  const std::string folder = whole.parent_path().filename().string();
  return folder.empty() ? stem : folder + "/" + stem;
}

}  // namespace netioconf::corpora::text
