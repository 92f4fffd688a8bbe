#include "reports/stored/gzip.h"

#define ZLIB_CONST  // The input is not written to.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <new>
#include <utility>

#include "corpora/recording/gunzip.h"

namespace netioconf::reports::stored {
namespace {

constexpr int level = 6;          // The default of gzip.
constexpr int window_bits = 15;   // The largest window.
constexpr int gzip_wrapper = 16;  // Added to the window.
constexpr int memory_level = 8;   // The default of zlib.

using Chunk = std::array<char, std::size_t{1} << 16U>;

// Lets the stream write into the chunk, and read as much of the input as it can take at once.
std::size_t offer(z_stream& stream, std::string_view input, Chunk& chunk) {
  const std::size_t size = std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max());
  stream.next_in = reinterpret_cast<const Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(size);
  stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
  stream.avail_out = static_cast<uInt>(chunk.size());
  return size;
}

}  // namespace

std::string gzip(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, window_bits + gzip_wrapper, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string compressed;
  Chunk chunk{};
  int status = Z_OK;
  while (status != Z_STREAM_END) {
    const std::size_t size = offer(stream, text, chunk);
    status = deflate(&stream, size == text.size() ? Z_FINISH : Z_NO_FLUSH);
    text.remove_prefix(size - stream.avail_in);
    compressed.append(chunk.data(), chunk.size() - stream.avail_out);
  }
  deflateEnd(&stream);
  return compressed;
}

std::optional<std::string> gunzip(std::string_view compressed, std::size_t size_max) {
  if (compressed.size() > std::numeric_limits<int>::max()) return std::nullopt;
  google::protobuf::io::ArrayInputStream file{compressed.data(), static_cast<int>(compressed.size())};
  corpora::recording::Gunzip expanded{file};
  std::string text;
  Chunk chunk{};
  while (text.size() <= size_max) {
    const int size = expanded.Read(chunk.data(), static_cast<int>(chunk.size()));
    if (size == 0) break;
    text.append(chunk.data(), static_cast<std::size_t>(size));
  }
  const bool whole = expanded.ending() == corpora::recording::Gunzip::Ending::complete;
  return whole && text.size() <= size_max ? std::optional{std::move(text)} : std::nullopt;
}

}  // namespace netioconf::reports::stored
