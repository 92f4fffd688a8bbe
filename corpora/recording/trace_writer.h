#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "corpora/files/diagnostic.h"
#include "corpora/script.pb.h"
#include "oracle/model/trace.h"

namespace netioconf::corpora::recording {

// A name that ends in .traces or .traces.gz is that of one file for many traces.
[[nodiscard]] bool is_trace_file_name(const std::filesystem::path& path);

// In a folder of traces until all are recorded: a file for many traces that has none and no end, so that
// who reads the folder learns that the recording is not complete.
inline constexpr const char* unfinished_name = "unfinished.traces";

// What all traces of a file have in common; see codec::Recording.
struct TraceOrigin {
  std::string implementation;
  std::string system;
  std::string recorded;

  friend bool operator==(const TraceOrigin&, const TraceOrigin&) = default;
};

// What has been added for longer than this is in the file when the next trace is added, so that a
// recording that is killed can be read. It may be lost if the machine stops.
inline constexpr std::chrono::milliseconds usual_flush_interval{1000};

// Writes many traces to one file, one after the other. Compresses them with gzip if the name ends in
// .gz. The errors are one line.
class TraceWriter {
 public:
  // Replaces an existing file and creates missing folders.
  [[nodiscard]] static std::expected<TraceWriter, std::string> create(
      const std::filesystem::path& path, const TraceOrigin& origin,
      std::chrono::milliseconds flush_interval = usual_flush_interval);
  TraceWriter(TraceWriter&&) noexcept;
  TraceWriter& operator=(TraceWriter&&) noexcept;
  ~TraceWriter();

  [[nodiscard]] std::expected<void, std::string> add(const oracle::Trace& trace);
  // Marks the recording as complete and closes the file.
  [[nodiscard]] std::expected<void, std::string> finish();

 private:
  struct Streams;
  explicit TraceWriter(std::unique_ptr<Streams> streams);

  [[nodiscard]] std::expected<void, std::string> write(const proto::TraceFileEntry& entry);
  [[nodiscard]] std::expected<void, std::string> flush();

  std::unique_ptr<Streams> streams_;
  std::uint64_t traces_ = 0;
};

}  // namespace netioconf::corpora::recording
