#include "corpora/recording/trace_writer.h"

#include <fcntl.h>
#include <google/protobuf/io/gzip_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl.h>
#include <google/protobuf/util/delimited_message_util.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "corpora/codec/codec.h"
#include "corpora/files/files.h"
#include "corpora/recording/trace_file.h"

namespace netioconf::corpora::recording {
namespace {

namespace fs = std::filesystem;
namespace io = google::protobuf::io;
using std::chrono::steady_clock;

std::unexpected<std::string> cannot_be_written(const fs::path& path, int error) {
  return std::unexpected(files::describe(files::refused_by_system(path, "can't be written", error)));
}

proto::TraceFileEntry header_of(const TraceOrigin& origin) {
  proto::TraceFileEntry entry;
  proto::TraceFileHeader& header = *entry.mutable_header();
  header.set_format(std::string{trace_file_format});
  header.set_version(trace_file_version);
  if (!origin.implementation.empty()) header.set_implementation(origin.implementation);
  if (!origin.system.empty()) header.set_system(origin.system);
  if (!origin.recorded.empty()) header.set_recorded(origin.recorded);
  return entry;
}

}  // namespace

bool is_trace_file_name(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".traces") || name.ends_with(".traces.gz");
}

struct TraceWriter::Streams {
  Streams(fs::path place, int number, std::chrono::milliseconds interval)
      : path{std::move(place)}, flush_interval{interval}, file{number} {
    if (path.extension() == ".gz") gzip.emplace(&file);
  }

  [[nodiscard]] io::ZeroCopyOutputStream& output() {
    if (gzip) return *gzip;
    return file;
  }

  fs::path path;
  std::chrono::milliseconds flush_interval;
  steady_clock::time_point flushed = steady_clock::now();
  io::FileOutputStream file;
  std::optional<io::GzipOutputStream> gzip;
};

TraceWriter::TraceWriter(std::unique_ptr<Streams> streams) : streams_{std::move(streams)} {}
TraceWriter::TraceWriter(TraceWriter&&) noexcept = default;
TraceWriter& TraceWriter::operator=(TraceWriter&&) noexcept = default;
TraceWriter::~TraceWriter() = default;

std::expected<TraceWriter, std::string> TraceWriter::create(const fs::path& path,
                                                            const TraceOrigin& origin,
                                                            std::chrono::milliseconds flush_interval) {
  std::error_code ignored;  // Opening the file gives a better message.
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), ignored);
  const int number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
  if (number < 0) return cannot_be_written(path, errno);
  TraceWriter writer{std::make_unique<Streams>(path, number, flush_interval)};
  writer.streams_->file.SetCloseOnDelete(true);
  auto written = writer.write(header_of(origin));
  if (written) written = writer.flush();
  if (!written) return std::unexpected(written.error());
  return writer;
}

std::expected<void, std::string> TraceWriter::write(const proto::TraceFileEntry& entry) {
  if (entry.ByteSizeLong() > entry_size_max) {
    return std::unexpected(files::describe(
        {.path = streams_->path.string(),
         .what = fmt::format("trace {} would be larger than {} MiB", traces_ + 1, entry_size_max >> 20U),
         .remedy = "split the script"}));
  }
  if (!google::protobuf::util::SerializeDelimitedToZeroCopyStream(entry, &streams_->output()))
    return cannot_be_written(streams_->path, streams_->file.GetErrno());
  return {};
}

std::expected<void, std::string> TraceWriter::flush() {
  const bool compressed = !streams_->gzip || streams_->gzip->Flush();
  if (!compressed || !streams_->file.Flush())
    return cannot_be_written(streams_->path, streams_->file.GetErrno());
  streams_->flushed = steady_clock::now();
  return {};
}

std::expected<void, std::string> TraceWriter::add(const oracle::Trace& trace) {
  proto::TraceFileEntry entry;
  *entry.mutable_trace() = codec::encode({.trace = trace});
  if (auto written = write(entry); !written) return written;
  ++traces_;
  const bool is_due = steady_clock::now() - streams_->flushed >= streams_->flush_interval;
  return is_due ? flush() : std::expected<void, std::string>{};
}

std::expected<void, std::string> TraceWriter::finish() {
  proto::TraceFileEntry entry;
  entry.mutable_end()->set_traces(traces_);
  if (auto written = write(entry); !written) return written;
  const bool compressed = !streams_->gzip || streams_->gzip->Close();
  streams_->file.SetCloseOnDelete(false);  // It must not be closed twice.
  if (!compressed || !streams_->file.Close())
    return cannot_be_written(streams_->path, streams_->file.GetErrno());
  return {};
}

}  // namespace netioconf::corpora::recording
