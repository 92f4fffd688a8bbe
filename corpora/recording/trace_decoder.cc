#include "corpora/recording/trace_decoder.h"

#include <google/protobuf/arena.h>

#include <cstddef>
#include <utility>
#include <vector>

#include "corpora/codec/codec.h"
#include "corpora/script.pb.h"

namespace netioconf::corpora::recording {
namespace {

using google::protobuf::Arena;

constexpr std::size_t first_block_size = 16U << 10U;  // most entries fit

}  // namespace

// The memory of the present entry, used again for the next one: an entry has many small messages.
struct TraceDecoder::Memory {
  std::vector<char> first_block = std::vector<char>(first_block_size);
  Arena arena{first_block.data(), first_block.size()};
};

TraceDecoder::TraceDecoder() : memory_{std::make_unique<Memory>()} {}
TraceDecoder::TraceDecoder(TraceDecoder&&) noexcept = default;
TraceDecoder& TraceDecoder::operator=(TraceDecoder&&) noexcept = default;
TraceDecoder::~TraceDecoder() = default;

std::optional<oracle::Trace> TraceDecoder::decode(std::string_view bytes) {
  memory_->arena.Reset();
  auto* const entry = Arena::CreateMessage<proto::TraceFileEntry>(&memory_->arena);
  const bool is_trace =
      entry->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) && entry->has_trace();
  if (!is_trace) return std::nullopt;
  return codec::decode(std::as_const(*entry).trace()).trace;
}

}  // namespace netioconf::corpora::recording
