#include "corpora/text/loader.h"

#include <optional>
#include <system_error>
#include <utility>

#include "corpora/files/files.h"
#include "corpora/text/named_files.h"
#include "corpora/text/out_of_range.h"
#include "corpora/text/text.h"

namespace netioconf::corpora::text {
namespace {

namespace fs = std::filesystem;

std::expected<void, std::string> write_message(const fs::path& path, std::string comment,
                                               const google::protobuf::Message& message) {
  const std::string content =
      is_binary(path) ? message.SerializeAsString() : std::move(comment) + print(message);
  if (const auto written = files::write_file(path, content); !written) {
    return std::unexpected(files::describe(written.error()));
  }
  return {};
}

}  // namespace

std::expected<std::vector<LoadedScript>, std::string> load_scripts(std::span<const fs::path> paths) {
  const auto files = script_files(paths);
  if (!files) return std::unexpected(files.error());
  std::vector<LoadedScript> loaded;
  for (const fs::path& file : *files) {
    proto::Script message;
    const auto text = read_message(file, message);
    if (!text) return std::unexpected(text.error());
    if (auto diagnostic = check_ranges(message, *text)) {
      diagnostic->path = file.string();
      return std::unexpected(files::describe(*diagnostic));
    }
    loaded.push_back({codec::decode(message), file.string(), head_comment(*text)});
    loaded.back().script.name = name_from(file);
  }
  return loaded;
}

std::expected<std::vector<LoadedScript>, std::string> load_scripts(const fs::path& path) {
  return load_scripts(std::span{&path, 1});
}

std::expected<std::vector<CutFile>, std::string> read_traces(std::span<const fs::path> paths,
                                                             const TakeTrace& take) {
  auto batches = TraceBatches::of(paths);
  if (!batches) return std::unexpected(batches.error());
  recording::TraceDecoder decoder;
  std::vector<CutFile> cut;
  std::optional<std::size_t> damaged;
  while (const auto batch = batches->next()) {
    for (const PackedTraces& packed : *batch) {
      if (packed.file == damaged) continue;
      Unpacked unpacked = unpack(packed, decoder, take);
      if (unpacked.damaged) damaged = packed.file;
      if (unpacked.cut) cut.push_back(*std::move(unpacked.cut));
      if (unpacked.stop.empty()) continue;
      for (CutFile& file : batches->files_after(packed.file, unpacked.stop))
        cut.push_back(std::move(file));
      return cut;
    }
  }
  return cut;
}

std::expected<void, std::string> write_script(const fs::path& path, const oracle::Script& script,
                                              std::string_view words) {
  return write_message(path, comment_of(words), codec::encode(script));
}

std::expected<void, std::string> write_trace(const fs::path& path, const codec::Recording& recording) {
  return write_message(path, "", codec::encode(recording));
}

std::string name_from(const fs::path& path) {
  const auto folder_of = [](const fs::path& file) {
    return file.lexically_normal().parent_path().filename().string();
  };
  std::string folder = folder_of(path);
  std::error_code error;
  if (folder.empty() || folder == "..") folder = folder_of(fs::absolute(path, error));
  const std::string stem = stem_of(path);
  return folder.empty() ? stem : folder + "/" + stem;
}

}  // namespace netioconf::corpora::text
