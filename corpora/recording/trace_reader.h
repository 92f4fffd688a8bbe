#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpora/codec/codec.h"
#include "corpora/files/diagnostic.h"
#include "corpora/recording/trace_decoder.h"
#include "corpora/recording/trace_splitter.h"

namespace netioconf::corpora::recording {

// Reads the traces that TraceWriter wrote, one after the other, so that a file may be larger than the
// memory. The file is not trusted. A file that is damaged or ends early gives the traces before that
// place.
class TraceReader {
 public:
  // The error, in one line, says why the file is not one of traces, or that its version is unknown.
  [[nodiscard]] static std::expected<TraceReader, std::string> open(const std::filesystem::path& path);
  // The same for the content of a file, which must outlive this object. `path` is only used in errors.
  [[nodiscard]] static std::expected<TraceReader, std::string> read(std::string_view content,
                                                                    std::string path);
  // nullopt: there are no more.
  [[nodiscard]] std::optional<codec::Recording> next();
  // After the last trace: why it may not be the last one that was recorded, as "ends in the middle of
  // trace 3". Empty: it is the last one.
  [[nodiscard]] const std::string& cut() const { return cut_; }

 private:
  explicit TraceReader(TraceSplitter splitter) : splitter_{std::move(splitter)} {}

  TraceSplitter splitter_;
  TraceDecoder decoder_;
  std::uint64_t traces_ = 0;
  bool stopped_ = false;
  std::string cut_;
};

}  // namespace netioconf::corpora::recording
