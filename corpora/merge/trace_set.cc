#include "corpora/merge/trace_set.h"

#include <fmt/format.h>

#include <chrono>

#include "corpora/codec/codec.h"
#include "corpora/merge/file_set.h"
#include "corpora/recording/trace_reader.h"
#include "corpora/recording/trace_writer.h"

namespace netioconf::corpora::merge {
namespace {

// Nothing is flushed before the end, because flushing changes the compressed bytes.
constexpr std::chrono::hours no_flush{24 * 365};

}  // namespace

std::expected<void, std::string> TraceSet::add(const std::filesystem::path& file) {
  auto reader = recording::TraceReader::open(file);
  if (!reader) return std::unexpected(reader.error());
  std::set<Origin> origins;
  while (const auto read = reader->next()) {
    Origin origin{read->implementation, read->system, read->recorded};
    const std::string message = codec::encode({.trace = read->trace}).SerializeAsString();
    recorded_[origin].traces.emplace(read->trace.script, message);
    origins.insert(std::move(origin));
  }
  if (reader->cut().empty()) return {};
  cut_files_.push_back(fmt::format("{}: {}", file.string(), reader->cut()));
  for (const Origin& origin : origins) recorded_[origin].is_complete = false;
  return {};
}

std::expected<void, std::string> TraceSet::write(const std::filesystem::path& folder) const {
  for (const auto& [origin, recorded] : recorded_) {
    const auto& [implementation, system, date] = origin;
    const std::string name =
        content_name(fmt::format("{}\n{}\n{}", implementation, system, date)) + ".traces.gz";
    auto writer = recording::TraceWriter::create(
        folder / name, {.implementation = implementation, .system = system, .recorded = date}, no_flush);
    if (!writer) return std::unexpected(writer.error());
    for (const auto& [script, bytes] : recorded.traces) {
      proto::Trace message;
      (void)message.ParseFromString(bytes);
      if (auto added = writer->add(codec::decode(message).trace); !added) return added;
    }
    if (!recorded.is_complete) continue;
    if (auto finished = writer->finish(); !finished) return finished;
  }
  return {};
}

std::set<std::string> TraceSet::implementations() const {
  std::set<std::string> names;
  for (const auto& [origin, recorded] : recorded_) names.insert(origin.front());
  return names;
}

std::size_t TraceSet::traces() const {
  std::size_t count = 0;
  for (const auto& [origin, recorded] : recorded_) count += recorded.traces.size();
  return count;
}

}  // namespace netioconf::corpora::merge
