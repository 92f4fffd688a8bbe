#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpora/codec/codec.h"
#include "corpora/files/diagnostic.h"

namespace netioconf::corpora::recording {

// Divides a file that TraceWriter wrote into the bytes of its traces, without decoding them (see
// TraceDecoder), so that this can be done elsewhere. The file is not trusted. A file that is damaged or
// ends early gives the traces before that place.
class TraceSplitter {
 public:
  // The error, in one line, says why the file is not one of traces, or that its version is unknown.
  [[nodiscard]] static std::expected<TraceSplitter, std::string> open(const std::filesystem::path& path);
  // The same for the content of a file, which must outlive this object. `path` is only used in errors.
  [[nodiscard]] static std::expected<TraceSplitter, std::string> split(std::string_view content,
                                                                       std::string path);
  TraceSplitter(TraceSplitter&&) noexcept;
  TraceSplitter& operator=(TraceSplitter&&) noexcept;
  ~TraceSplitter();

  // The bytes of the next trace, which are valid until the next call; nullopt: there are no more.
  [[nodiscard]] std::optional<std::string_view> next();
  // After the last trace: why it may not be the last one that was recorded, as "ends in the middle of
  // trace 3". Empty: it is the last one.
  [[nodiscard]] const std::string& cut() const;
  // The header, as a recording without a trace.
  [[nodiscard]] const codec::Recording& origin() const;

 private:
  struct Streams;
  explicit TraceSplitter(std::unique_ptr<Streams> streams);

  [[nodiscard]] static std::expected<TraceSplitter, std::string> begin(std::unique_ptr<Streams> streams);

  std::unique_ptr<Streams> streams_;
};

// Why the traces after these are missing, if the next one cannot be decoded.
[[nodiscard]] std::string damaged_after(std::uint64_t traces);

}  // namespace netioconf::corpora::recording
