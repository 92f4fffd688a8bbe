#include "corpora/recording/trace_reader.h"

namespace netioconf::corpora::recording {

std::expected<TraceReader, std::string> TraceReader::open(const std::filesystem::path& path) {
  auto splitter = TraceSplitter::open(path);
  if (!splitter) return std::unexpected(splitter.error());
  return TraceReader{*std::move(splitter)};
}

std::expected<TraceReader, std::string> TraceReader::read(std::string_view content, std::string path) {
  auto splitter = TraceSplitter::split(content, std::move(path));
  if (!splitter) return std::unexpected(splitter.error());
  return TraceReader{*std::move(splitter)};
}

std::optional<codec::Recording> TraceReader::next() {
  if (stopped_) return std::nullopt;
  const auto bytes = splitter_.next();
  std::optional<oracle::Trace> trace = bytes ? decoder_.decode(*bytes) : std::nullopt;
  if (!trace) {
    stopped_ = true;
    cut_ = bytes ? damaged_after(traces_) : splitter_.cut();
    return std::nullopt;
  }
  ++traces_;
  codec::Recording recording = splitter_.origin();
  recording.trace = *std::move(trace);
  return recording;
}

}  // namespace netioconf::corpora::recording
