#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpora/codec/codec.h"
#include "corpora/files/diagnostic.h"
#include "corpora/recording/trace_decoder.h"
#include "corpora/recording/trace_splitter.h"

// Traces in batches that are decoded elsewhere, because decoding takes longer than reading.
namespace netioconf::corpora::text {

struct LoadedTrace {
  codec::Recording recording;
  std::string path;
  std::uint64_t number = 0;  // in a file of many traces, from 1; 0: the file has only this one
};

// A file of traces of which the rest, or all, is missing or was not read.
struct CutFile {
  std::string path;
  std::string why;          // one line: for a file of many traces also how many of them were read
  bool is_readable = true;  // false: nothing of it was read
};

// Traces of one file, not decoded.
struct PackedTraces {
  std::size_t file = 0;  // its number
  std::string path;
  bool is_many = false;      // else the file has one trace, which is not read yet
  bool at_end = true;        // no more traces of this file come after these
  codec::Recording origin;   // the header of the file
  std::uint64_t before = 0;  // traces of the file
  std::string bytes;
  std::vector<std::size_t> ends;  // of each trace in the bytes
  std::string cut;                // see TraceSplitter
  std::optional<CutFile> not_opened;
};
using TraceBatch = std::vector<PackedTraces>;

// Reads files of traces up to the batch that it gives, so that they may be larger than the memory.
class TraceBatches {
 public:
  // The paths are those of read_traces().
  [[nodiscard]] static std::expected<TraceBatches, std::string> of(
      std::span<const std::filesystem::path> paths);

  // nullopt: there are no more.
  [[nodiscard]] std::optional<TraceBatch> next();
  // The files after the one with this number, which are not read for this reason.
  [[nodiscard]] std::vector<CutFile> files_after(std::size_t file, const std::string& why) const;

 private:
  explicit TraceBatches(std::vector<std::filesystem::path> files) : files_{std::move(files)} {}

  [[nodiscard]] PackedTraces next_part(std::size_t count_max);
  void open(PackedTraces& part);
  void pack(PackedTraces& part, std::size_t count_max);

  std::vector<std::filesystem::path> files_;
  std::size_t file_ = 0;                             // the present one
  std::optional<recording::TraceSplitter> present_;  // if it is open
  std::uint64_t traces_ = 0;                         // of it
};

// Takes a trace. A result that is not empty is a reason to stop.
using TakeTrace = std::function<std::string(LoadedTrace)>;

struct Unpacked {
  std::uint64_t traces = 0;  // of the file, up to here
  std::string stop;          // the reason that `take` gave
  bool damaged = false;      // The traces of the file after these count no more.
  std::optional<CutFile> cut;
};

// Decodes traces and passes them on, one at a time.
[[nodiscard]] Unpacked unpack(const PackedTraces& packed, recording::TraceDecoder& decoder,
                              const TakeTrace& take);

// A file that is cut after so many traces.
[[nodiscard]] CutFile cut_after(std::uint64_t traces, const std::string& path, const std::string& why);

}  // namespace netioconf::corpora::text
