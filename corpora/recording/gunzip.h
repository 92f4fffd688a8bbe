#pragma once

#include <google/protobuf/io/zero_copy_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <zlib.h>

#include <cstdint>

namespace netioconf::corpora::recording {

// Expands gzip, also several files of it one after the other. Unlike protobuf's GzipInputStream it gives
// everything before a damaged place, and tells a file that ends early from a complete one.
class Gunzip : public google::protobuf::io::CopyingInputStream {
 public:
  enum class Ending : std::uint8_t {
    complete,  // after a checksum
    early,
    damaged,
  };

  // `file` must outlive this object.
  explicit Gunzip(google::protobuf::io::ZeroCopyInputStream& file);
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;
  ~Gunzip() override;

  // 0: nothing more can be read; ending() says why.
  int Read(void* buffer, int size) override;
  [[nodiscard]] Ending ending() const { return ending_; }

 private:
  [[nodiscard]] bool has_input();
  void step();

  google::protobuf::io::ZeroCopyInputStream& file_;
  z_stream zlib_{};
  Ending ending_ = Ending::early;
};

}  // namespace netioconf::corpora::recording
