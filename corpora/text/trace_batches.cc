#include "corpora/text/trace_batches.h"

#include <fmt/format.h>

#include <utility>

#include "corpora/recording/trace_writer.h"
#include "corpora/script.pb.h"
#include "corpora/text/named_files.h"
#include "corpora/text/out_of_range.h"

namespace netioconf::corpora::text {
namespace {

// A batch takes milliseconds to decode and judge. A file of one trace takes longer than a trace of many.
constexpr std::size_t traces_max = 128;
constexpr std::size_t size_max = 256U << 10U;  // bytes
constexpr std::size_t cost_of_a_file = 8;      // traces

std::string judged_before(std::uint64_t traces) {
  if (traces == 0) return "no trace of it is judged";
  if (traces == 1) return "the trace before it is judged";
  return fmt::format("the {} traces before it are judged", traces);
}

CutFile not_readable(const std::string& path, const std::string& error) {
  return {.path = path, .why = error, .is_readable = false};
}

bool is_unfinished_folder(const PackedTraces& packed) {
  return std::filesystem::path{packed.path}.filename() == recording::unfinished_name &&
         packed.before == 0 && packed.ends.empty();
}

Unpacked unpack_single(const PackedTraces& packed, const TakeTrace& take) {
  proto::Trace message;
  const auto read = read_message(packed.path, message);
  if (!read) return {.cut = not_readable(packed.path, read.error())};
  if (message.ByteSizeLong() == 0) {
    const auto error =
        files::describe({.path = packed.path, .what = "an empty trace", .remedy = "record again"});
    return {.cut = not_readable(packed.path, error)};
  }
  if (auto diagnostic = check_ranges(message)) {
    diagnostic->path = packed.path;
    return {.cut = not_readable(packed.path, files::describe(*diagnostic))};
  }
  return {.traces = 1, .stop = take({.recording = codec::decode(message), .path = packed.path})};
}

}  // namespace

std::expected<TraceBatches, std::string> TraceBatches::of(std::span<const std::filesystem::path> paths) {
  auto files = trace_files(paths);
  if (!files) return std::unexpected(files.error());
  return TraceBatches{*std::move(files)};
}

std::optional<TraceBatch> TraceBatches::next() {
  TraceBatch batch;
  std::size_t cost = 0;
  std::size_t size = 0;
  while (file_ < files_.size() && cost < traces_max && size < size_max) {
    const PackedTraces& part = batch.emplace_back(next_part(traces_max - cost));
    cost += cost_of_a_file + part.ends.size();
    size += part.bytes.size();
  }
  return batch.empty() ? std::nullopt : std::optional{std::move(batch)};
}

// The next traces of the present file, up to so many.
PackedTraces TraceBatches::next_part(std::size_t count_max) {
  const std::filesystem::path& path = files_[file_];
  PackedTraces part{.file = file_, .path = path.string()};
  part.is_many = recording::is_trace_file_name(path);
  if (part.is_many && !present_) open(part);
  if (present_) {
    pack(part, count_max);
  } else {
    ++file_;
  }
  return part;
}

void TraceBatches::open(PackedTraces& part) {
  auto opened = recording::TraceSplitter::open(part.path);
  traces_ = 0;
  if (opened) {
    present_ = *std::move(opened);
  } else {
    part.not_opened = not_readable(part.path, opened.error());
  }
}

void TraceBatches::pack(PackedTraces& part, std::size_t count_max) {
  part.origin = present_->origin();
  part.before = traces_;
  part.at_end = false;
  part.bytes.reserve(size_max);
  while (part.ends.size() < count_max && part.bytes.size() < size_max && !part.at_end) {
    if (const auto trace = present_->next()) {
      part.bytes += *trace;
      part.ends.push_back(part.bytes.size());
    } else {
      part.at_end = true;
    }
  }
  traces_ += part.ends.size();
  if (!part.at_end) return;
  part.cut = present_->cut();
  present_.reset();
  ++file_;
}

std::vector<CutFile> TraceBatches::files_after(std::size_t file, const std::string& why) const {
  std::vector<CutFile> files;
  for (++file; file < files_.size(); ++file)
    files.push_back({.path = files_[file].string(), .why = why});
  return files;
}

CutFile cut_after(std::uint64_t traces, const std::string& path, const std::string& why) {
  return {.path = path, .why = fmt::format("{}: {} ({})", path, why, judged_before(traces))};
}

Unpacked unpack(const PackedTraces& packed, recording::TraceDecoder& decoder, const TakeTrace& take) {
  if (packed.not_opened) return {.cut = packed.not_opened};
  if (!packed.is_many) return unpack_single(packed, take);
  Unpacked unpacked{.traces = packed.before};
  std::size_t begin = 0;
  for (const std::size_t end : packed.ends) {
    const std::string_view bytes = std::string_view{packed.bytes}.substr(begin, end - begin);
    std::optional<oracle::Trace> trace = decoder.decode(bytes);
    if (!trace) {
      unpacked.damaged = true;
      unpacked.cut = cut_after(unpacked.traces, packed.path, recording::damaged_after(unpacked.traces));
      return unpacked;
    }
    LoadedTrace loaded{.recording = packed.origin, .path = packed.path, .number = ++unpacked.traces};
    loaded.recording.trace = *std::move(trace);
    unpacked.stop = take(std::move(loaded));
    if (!unpacked.stop.empty()) {
      unpacked.cut = cut_after(unpacked.traces, packed.path, unpacked.stop);
      return unpacked;
    }
    begin = end;
  }
  if (!packed.cut.empty() && is_unfinished_folder(packed)) {
    unpacked.cut = {.path = packed.path,
                    .why = packed.path +
                           ": the folder has no more traces, because the recording ended "
                           "before it was complete (those that it has are judged)"};
    return unpacked;
  }
  if (!packed.cut.empty()) unpacked.cut = cut_after(unpacked.traces, packed.path, packed.cut);
  return unpacked;
}

}  // namespace netioconf::corpora::text
