#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "oracle/model/trace.h"

namespace netioconf::corpora::recording {

// Decodes what a TraceSplitter gives. Several of them may do so at the same time.
class TraceDecoder {
 public:
  TraceDecoder();
  TraceDecoder(TraceDecoder&&) noexcept;
  TraceDecoder& operator=(TraceDecoder&&) noexcept;
  ~TraceDecoder();

  // nullopt: the bytes are damaged.
  [[nodiscard]] std::optional<oracle::Trace> decode(std::string_view bytes);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace netioconf::corpora::recording
