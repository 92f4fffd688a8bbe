#include "corpora/recording/gunzip.h"

namespace netioconf::corpora::recording {
namespace {

constexpr int gzip_with_any_window = 16 + MAX_WBITS;

}  // namespace

Gunzip::Gunzip(google::protobuf::io::ZeroCopyInputStream& file) : file_{file} {
  if (inflateInit2(&zlib_, gzip_with_any_window) != Z_OK) ending_ = Ending::damaged;
}

Gunzip::~Gunzip() { inflateEnd(&zlib_); }

bool Gunzip::has_input() {
  while (zlib_.avail_in == 0) {
    const void* data = nullptr;
    int size = 0;
    if (!file_.Next(&data, &size)) return false;
    zlib_.next_in = static_cast<Bytef*>(const_cast<void*>(data));
    zlib_.avail_in = static_cast<uInt>(size);
  }
  return true;
}

void Gunzip::step() {
  if (ending_ == Ending::complete) inflateReset(&zlib_);  // Another file follows.
  const int result = inflate(&zlib_, Z_NO_FLUSH);
  const bool goes_on = result == Z_OK || result == Z_BUF_ERROR;
  ending_ = result == Z_STREAM_END ? Ending::complete : goes_on ? Ending::early : Ending::damaged;
}

int Gunzip::Read(void* buffer, int size) {
  zlib_.next_out = static_cast<Bytef*>(buffer);
  zlib_.avail_out = static_cast<uInt>(size);
  while (zlib_.avail_out != 0 && ending_ != Ending::damaged) {
    const bool more = has_input();
    if (!more && ending_ == Ending::complete) break;
    const uInt left = zlib_.avail_out;
    step();
    // Without input, zlib may still give what it holds.
    if (!more && zlib_.avail_out == left) break;
  }
  return size - static_cast<int>(zlib_.avail_out);
}

}  // namespace netioconf::corpora::recording
