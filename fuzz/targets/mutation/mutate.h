#pragma once

#include <cstddef>
#include <cstdint>

#include "corpora/script.pb.h"
#include "fuzz/mutators/post_process.h"
#include "src/libfuzzer/libfuzzer_macro.h"

// Shared code of the engine's mutation hooks.
namespace netioconf::fuzz::targets::mutation {

inline void register_post_process() {
  static const protobuf_mutator::libfuzzer::PostProcessorRegistration<corpora::proto::Script> once{
      [](corpora::proto::Script* message, unsigned seed) { mutators::post_process(*message, seed); }};
}

template <class Message>
std::size_t mutated(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  Message message;
  return protobuf_mutator::libfuzzer::CustomProtoMutator(true, data, size, max_size, seed, &message);
}

template <class Message>
std::size_t crossed(const std::uint8_t* data, std::size_t size, const std::uint8_t* other,
                    std::size_t other_size, std::uint8_t* out, std::size_t max_out_size, unsigned seed) {
  Message message;
  Message other_message;
  return protobuf_mutator::libfuzzer::CustomProtoCrossOver(true, data, size, other, other_size, out,
                                                           max_out_size, seed, &message, &other_message);
}

}  // namespace netioconf::fuzz::targets::mutation
