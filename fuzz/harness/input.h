#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "corpora/codec/codec.h"
#include "oracle/readings/reading.h"
#include "oracle/model/trace.h"

// What the bytes of a fuzzer's input say. All bytes say something, the same with and without a fuzzing
// engine, and nothing is mended on the way: what is in a file is what runs.
namespace netioconf::fuzz {

using Bytes = std::span<const std::uint8_t>;

// A message in binary form, as far as it can be read, or in text form.
[[nodiscard]] oracle::Script read_script(Bytes bytes);
[[nodiscard]] corpora::Recording read_trace(Bytes bytes);

// A script and the personalities of the emulator that it is for: the one that the first byte names, all
// for a text.
struct Cast {
  oracle::Script script;
  std::span<const std::string_view> personalities;
};
[[nodiscard]] Cast read_cast(Bytes bytes);

// The personality that a byte names, as a sequence of one.
[[nodiscard]] std::span<const std::string_view> personality_of(std::uint8_t byte);

// What a personality keeps to: what is known of Windows contradicts its pages.
[[nodiscard]] oracle::Profile profile_of(std::string_view personality);

}  // namespace netioconf::fuzz
