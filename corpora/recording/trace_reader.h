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

// Reads the traces that TraceWriter wrote, one after the other, so that a file may be larger than the
// memory. The file is not trusted. A file that is damaged or ends early gives the traces before that
// place.
class TraceReader {
 public:
  // The error, in one line, says why the file is not one of traces, or that its version is unknown.
  [[nodiscard]] static std::expected<TraceReader, files::FileError> open(
      const std::filesystem::path& path);
  // The same for the content of a file, which must outlive this object. `path` is only used in errors.
  [[nodiscard]] static std::expected<TraceReader, files::FileError> read(std::string_view content,
                                                                         std::string path);
  TraceReader(TraceReader&&) noexcept;
  TraceReader& operator=(TraceReader&&) noexcept;
  ~TraceReader();

  // nullopt: there are no more.
  [[nodiscard]] std::optional<codec::Recording> next();
  // After the last trace: why it may not be the last one that was recorded, as "ends in the middle of
  // trace 3". Empty: it is the last one.
  [[nodiscard]] const std::string& cut() const;

 private:
  struct Streams;
  explicit TraceReader(std::unique_ptr<Streams> streams);

  [[nodiscard]] static std::expected<TraceReader, files::FileError> begin(
      std::unique_ptr<Streams> streams);

  std::unique_ptr<Streams> streams_;
};

}  // namespace netioconf::corpora::recording
