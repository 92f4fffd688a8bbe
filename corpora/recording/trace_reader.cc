#include "corpora/recording/trace_reader.h"

#include <google/protobuf/arena.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "corpora/files/files.h"
#include "corpora/recording/gunzip.h"
#include "corpora/recording/trace_file.h"

namespace netioconf::corpora::recording {
namespace {

namespace io = google::protobuf::io;

constexpr int varint_size_max = 10;                   // bytes
constexpr std::size_t first_block_size = 16U << 10U;  // most entries fit

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

files::FileError not_readable(const std::string& path, std::string what, std::string remedy) {
  return files::to_error({.path = path, .what = std::move(what), .remedy = std::move(remedy)});
}

}  // namespace

struct TraceReader::Streams {
  Streams(std::string place, std::unique_ptr<io::ZeroCopyInputStream> opened)
      : path{std::move(place)}, file{std::move(opened)} {
    if (!is_compressed(*file)) return;
    gzip.emplace(*file);
    expanded.emplace(&*gzip);
  }

  [[nodiscard]] EntryRead read_entry();
  [[nodiscard]] bool gzip_ended(Gunzip::Ending ending) const { return gzip && gzip->ending() == ending; }
  void stop(EntryRead read);
  [[nodiscard]] files::FileError no_header(EntryRead read) const;

  std::string path;
  std::unique_ptr<io::ZeroCopyInputStream> file;
  std::optional<Gunzip> gzip;
  std::optional<io::CopyingInputStreamAdaptor> expanded;
  std::string bytes;  // of the present entry
  // The memory of the present entry, used again for the next one: an entry has many small messages.
  std::vector<char> first_block = std::vector<char>(first_block_size);
  google::protobuf::Arena arena{first_block.data(), first_block.size()};
  proto::TraceFileEntry* entry = nullptr;  // the last one that was read
  codec::Recording origin;                 // the header, as a recording without a trace
  std::uint64_t traces = 0;
  bool stopped = false;
  std::string cut;
};

EntryRead TraceReader::Streams::read_entry() {
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
  arena.Reset();
  entry = google::protobuf::Arena::CreateMessage<proto::TraceFileEntry>(&arena);
  return entry->ParseFromString(bytes) ? EntryRead::entry : EntryRead::damaged;
}

// Nothing more is read. Explains why, unless the file ends after its end.
void TraceReader::Streams::stop(EntryRead read) {
  if (read == EntryRead::cut_off) {
    cut = fmt::format("ends in the middle of trace {}", traces + 1);
  } else if (read == EntryRead::at_end) {
    cut = fmt::format("ends after trace {}, before the recording was complete", traces);
  } else {
    cut = fmt::format("is damaged after trace {}", traces);
  }
}

TraceReader::TraceReader(std::unique_ptr<Streams> streams) : streams_{std::move(streams)} {}
TraceReader::TraceReader(TraceReader&&) noexcept = default;
TraceReader& TraceReader::operator=(TraceReader&&) noexcept = default;
TraceReader::~TraceReader() = default;

std::expected<TraceReader, files::FileError> TraceReader::open(const std::filesystem::path& path) {
  const auto number = files::open_to_read(path);
  if (!number) return std::unexpected(files::to_error(number.error()));
  auto file = std::make_unique<io::FileInputStream>(*number);
  file->SetCloseOnDelete(true);
  return begin(std::make_unique<Streams>(path.string(), std::move(file)));
}

std::expected<TraceReader, files::FileError> TraceReader::read(std::string_view content,
                                                               std::string path) {
  auto file = std::make_unique<io::ArrayInputStream>(content.data(), static_cast<int>(content.size()));
  return begin(std::make_unique<Streams>(std::move(path), std::move(file)));
}

// Why a file has no header. That of a recording which was killed is cut, or missing.
files::FileError TraceReader::Streams::no_header(EntryRead read) const {
  const bool is_short = read == EntryRead::at_end || read == EntryRead::cut_off;
  if (is_short && !gzip && bytes.empty()) return not_readable(path, "is empty", "record again");
  if (is_short && (gzip || begins_like_a_header(bytes)))
    return not_readable(path, "ends in the middle of its header", "record again");
  if (gzip_ended(Gunzip::Ending::damaged))
    return not_readable(path, "is damaged in its header", "record again");
  return not_readable(path, "not a file of recorded traces",
                      "netioconf record --out FILE.traces writes one");
}

std::expected<TraceReader, files::FileError> TraceReader::begin(std::unique_ptr<Streams> streams) {
  const EntryRead read = streams->read_entry();
  const bool has_header = read == EntryRead::entry && streams->entry->has_header();
  if (!has_header || streams->entry->header().format() != trace_file_format)
    return std::unexpected(streams->no_header(read));
  const proto::TraceFileHeader& header = streams->entry->header();
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
  return TraceReader{std::move(streams)};
}

std::optional<codec::Recording> TraceReader::next() {
  Streams& streams = *streams_;
  if (streams.stopped) return std::nullopt;
  const EntryRead read = streams.read_entry();
  if (read == EntryRead::entry && streams.entry->has_trace()) {
    ++streams.traces;
    codec::Recording recording = streams.origin;
    recording.trace = codec::decode(streams.entry->trace()).trace;
    return recording;
  }
  const bool complete = read == EntryRead::entry && streams.entry->has_end() &&
                        streams.entry->end().traces() == streams.traces;
  // The checksum of gzip comes after the last entry.
  const EntryRead after = complete ? streams.read_entry() : read;
  const bool is_last = complete && after == EntryRead::at_end;
  if (!is_last) {
    streams.stop(after);
  } else if (streams.gzip_ended(Gunzip::Ending::early)) {
    streams.cut = fmt::format("ends after trace {}, before its checksum", streams.traces);
  }
  streams.stopped = true;
  return std::nullopt;
}

const std::string& TraceReader::cut() const { return streams_->cut; }

}  // namespace netioconf::corpora::recording
