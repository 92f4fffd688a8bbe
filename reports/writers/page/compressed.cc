#include "reports/writers/page/compressed.h"

#define ZLIB_CONST  // The input is not written to.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <new>

namespace netioconf::reports::writers::inline page {
namespace {

constexpr int level = 6;          // The default of gzip.
constexpr int window_bits = 15;   // The largest window.
constexpr int gzip_wrapper = 16;  // Added to the window; its header then has no name and no time.
constexpr int memory_level = 8;   // The default of zlib.
constexpr std::size_t chunk_size = std::size_t{1} << 16U;

std::string gzip(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, window_bits + gzip_wrapper, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string compressed;
  std::array<char, chunk_size> chunk{};
  int status = Z_OK;
  while (status != Z_STREAM_END) {
    const std::size_t size = std::min<std::size_t>(text.size(), std::numeric_limits<uInt>::max());
    stream.next_in = reinterpret_cast<const Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(size);
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    status = deflate(&stream, size == text.size() ? Z_FINISH : Z_NO_FLUSH);
    text.remove_prefix(size - stream.avail_in);
    compressed.append(chunk.data(), chunk.size() - stream.avail_out);
  }
  deflateEnd(&stream);
  return compressed;
}

std::string base64(std::string_view bytes) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(3, bytes.size()))) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      group = group << 8U | (i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= bytes.size() ? digits[group >> (18 - 6 * i) & 63U] : '=';
    }
  }
  return text;
}

}  // namespace

std::string gzip_in_base64(std::string_view text) { return base64(gzip(text)); }

}  // namespace netioconf::reports::writers::inline page
