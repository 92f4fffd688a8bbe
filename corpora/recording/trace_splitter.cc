#include "corpora/recording/trace_splitter.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <fmt/format.h>

#include <utility>

#include "corpora/files/files.h"
#include "corpora/recording/gunzip.h"
#include "corpora/recording/trace_file.h"
#include "corpora/script.pb.h"

namespace netioconf::corpora::recording {
namespace {

namespace io = google::protobuf::io;

constexpr int varint_size_max = 10;  // bytes
constexpr int read_size = 64 << 10;  // bytes: a call of the system for each 8 KiB takes longer

// The result of reading an entry. After anything but `entry`, no entry can be read.
enum class EntryRead : std::uint8_t {
  entry,
  at_end,   // the file ends after an entry
  cut_off,  // the file ends in an entry
  damaged,
};

bool is_compressed(io::ZeroCopyInputStream& file) {
  const void* data = nullptr;
  int size = 0;
  if (!file.Next(&data, &size)) return false;
  const bool compressed =
      std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size))
          .starts_with("\x1f\x8b");
  file.BackUp(size);
  return compressed;
}

// Whether these can be the first bytes of a header: the name of the format, after tags and sizes.
bool begins_like_a_header(std::string_view bytes) {
  constexpr std::size_t before_name = 6;
  return bytes.starts_with('\n') && (bytes.size() < before_name + trace_file_format.size() ||
                                     bytes.find(trace_file_format) <= before_name);
}

// Whether the entry can be nothing but a trace: the whole of it is that member.
bool is_only_a_trace(std::string_view entry) {
  constexpr std::uint32_t with_a_length = 2;
  constexpr std::uint32_t tag = proto::TraceFileEntry::kTraceFieldNumber << 3U | with_a_length;
  io::CodedInputStream coded{reinterpret_cast<const std::uint8_t*>(entry.data()),
                             static_cast<int>(entry.size())};
  std::uint32_t size = 0;
  return coded.ReadTag() == tag && coded.ReadVarint32(&size) &&
         static_cast<std::size_t>(coded.CurrentPosition()) + size == entry.size();
}

std::string not_readable(const std::string& path, std::string what, std::string remedy) {
  return files::describe({.path = path, .what = std::move(what), .remedy = std::move(remedy)});
}

}  // namespace

struct TraceSplitter::Streams {
  Streams(std::string place, std::unique_ptr<io::ZeroCopyInputStream> opened)
      : path{std::move(place)}, file{std::move(opened)} {
    if (!is_compressed(*file)) return;
    gzip.emplace(*file);
    expanded.emplace(&*gzip);
  }

  [[nodiscard]] EntryRead read_entry();
  [[nodiscard]] EntryRead decode_entry();
  void read_end(EntryRead read);
  [[nodiscard]] bool gzip_ended(Gunzip::Ending ending) const { return gzip && gzip->ending() == ending; }
  void stop(EntryRead read);
  [[nodiscard]] std::string no_header(EntryRead read) const;

  std::string path;
  std::unique_ptr<io::ZeroCopyInputStream> file;
  std::optional<Gunzip> gzip;
  std::optional<io::CopyingInputStreamAdaptor> expanded;
  std::string bytes;            // of the present entry
  proto::TraceFileEntry entry;  // the last one that was decoded
  codec::Recording origin;
  std::uint64_t traces = 0;
  bool stopped = false;
  std::string cut;
};

EntryRead TraceSplitter::Streams::read_entry() {
  io::ZeroCopyInputStream* const input =
      expanded ? static_cast<io::ZeroCopyInputStream*>(&*expanded) : &*file;
  io::CodedInputStream coded{input};
  const auto failure = [&](EntryRead otherwise) {
    return gzip_ended(Gunzip::Ending::damaged) ? EntryRead::damaged : otherwise;
  };
  bytes.clear();
  const void* ignored = nullptr;
  int left = 0;
  if (!coded.GetDirectBufferPointer(&ignored, &left)) return failure(EntryRead::at_end);
  std::uint32_t size = 0;
  if (!coded.ReadVarint32(&size))
    return failure(left < varint_size_max ? EntryRead::cut_off : EntryRead::damaged);
  if (size > entry_size_max) return EntryRead::damaged;
  if (!coded.ReadString(&bytes, static_cast<int>(size))) return failure(EntryRead::cut_off);
  return EntryRead::entry;
}

EntryRead TraceSplitter::Streams::decode_entry() {
  return entry.ParseFromString(bytes) ? EntryRead::entry : EntryRead::damaged;
}

// Nothing more is read. Explains why, unless the file ends after its end.
void TraceSplitter::Streams::stop(EntryRead read) {
  if (read == EntryRead::cut_off) {
    cut = fmt::format("ends in the middle of trace {}", traces + 1);
  } else if (read == EntryRead::at_end) {
    cut = fmt::format("ends after trace {}, before the recording was complete", traces);
  } else {
    cut = damaged_after(traces);
  }
}

TraceSplitter::TraceSplitter(std::unique_ptr<Streams> streams) : streams_{std::move(streams)} {}
TraceSplitter::TraceSplitter(TraceSplitter&&) noexcept = default;
TraceSplitter& TraceSplitter::operator=(TraceSplitter&&) noexcept = default;
TraceSplitter::~TraceSplitter() = default;

std::expected<TraceSplitter, std::string> TraceSplitter::open(const std::filesystem::path& path) {
  const auto number = files::open_to_read(path);
  if (!number) return std::unexpected(files::describe(number.error()));
  auto file = std::make_unique<io::FileInputStream>(*number, read_size);
  file->SetCloseOnDelete(true);
  return begin(std::make_unique<Streams>(path.string(), std::move(file)));
}

std::expected<TraceSplitter, std::string> TraceSplitter::split(std::string_view content,
                                                               std::string path) {
  auto file = std::make_unique<io::ArrayInputStream>(content.data(), static_cast<int>(content.size()));
  return begin(std::make_unique<Streams>(std::move(path), std::move(file)));
}

// Why a file has no header. That of a recording which was killed is cut, or missing.
std::string TraceSplitter::Streams::no_header(EntryRead read) const {
  const bool is_short = read == EntryRead::at_end || read == EntryRead::cut_off;
  if (is_short && !gzip && bytes.empty()) return not_readable(path, "is empty", "record again");
  if (is_short && (gzip || begins_like_a_header(bytes)))
    return not_readable(path, "ends in the middle of its header", "record again");
  if (gzip_ended(Gunzip::Ending::damaged))
    return not_readable(path, "is damaged in its header", "record again");
  return not_readable(path, "not a file of recorded traces",
                      "netioconf record --out FILE.traces writes one");
}

std::expected<TraceSplitter, std::string> TraceSplitter::begin(std::unique_ptr<Streams> streams) {
  EntryRead read = streams->read_entry();
  if (read == EntryRead::entry) read = streams->decode_entry();
  const bool has_header = read == EntryRead::entry && streams->entry.has_header();
  if (!has_header || streams->entry.header().format() != trace_file_format)
    return std::unexpected(streams->no_header(read));
  const proto::TraceFileHeader& header = streams->entry.header();
  if (header.version() != trace_file_version) {
    return std::unexpected(
        not_readable(streams->path,
                     fmt::format("has version {} of the format, but this netioconf reads version {}",
                                 header.version(), trace_file_version),
                     "use the netioconf that wrote it, or record again"));
  }
  streams->origin.implementation = header.implementation();
  streams->origin.system = header.system();
  streams->origin.recorded = header.recorded();
  return TraceSplitter{std::move(streams)};
}

std::optional<std::string_view> TraceSplitter::next() {
  Streams& streams = *streams_;
  if (streams.stopped) return std::nullopt;
  EntryRead read = streams.read_entry();
  bool is_trace = read == EntryRead::entry && is_only_a_trace(streams.bytes);
  // Only an entry that can be something else is decoded here.
  if (read == EntryRead::entry && !is_trace) {
    read = streams.decode_entry();
    is_trace = read == EntryRead::entry && streams.entry.has_trace();
  }
  if (is_trace) {
    ++streams.traces;
    return streams.bytes;
  }
  streams.read_end(read);
  return std::nullopt;
}

// The present entry is not a trace.
void TraceSplitter::Streams::read_end(EntryRead read) {
  const bool complete = read == EntryRead::entry && entry.has_end() && entry.end().traces() == traces;
  // The checksum of gzip comes after the last entry.
  const EntryRead after = complete ? read_entry() : read;
  const bool is_last = complete && after == EntryRead::at_end;
  if (!is_last) {
    stop(after);
  } else if (gzip_ended(Gunzip::Ending::early)) {
    cut = fmt::format("ends after trace {}, before its checksum", traces);
  }
  stopped = true;
}

const std::string& TraceSplitter::cut() const { return streams_->cut; }
const codec::Recording& TraceSplitter::origin() const { return streams_->origin; }

std::string damaged_after(std::uint64_t traces) {
  return fmt::format("is damaged after trace {}", traces);
}

}  // namespace netioconf::corpora::recording
