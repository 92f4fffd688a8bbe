#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "corpora/codec/codec.h"
#include "oracle/model/trace.h"
#include "oracle/readings/reading.h"

// Interprets the bytes of a fuzzer input. All byte sequences have a meaning, the same with and without a
// fuzzing engine. Inputs run exactly as stored.
namespace netioconf::fuzz::harness {

using InputBytes = std::span<const std::uint8_t>;

[[nodiscard]] inline InputBytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

[[nodiscard]] inline std::string_view text_of(InputBytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// A message in binary form, parsed as far as possible, or in text form.
[[nodiscard]] oracle::Script read_script(InputBytes bytes);
// Whether all of the bytes are the script.
[[nodiscard]] bool is_whole_script(InputBytes bytes);
[[nodiscard]] corpora::codec::Recording read_trace(InputBytes bytes);

// A script and the personalities of the emulator that run it: the one that the first byte selects, or
// all of them for a text.
struct Cast {
  oracle::Script script;
  std::span<const std::string_view> personalities;
};
[[nodiscard]] Cast read_cast(InputBytes bytes);

// The personality that a byte selects, as a sequence of one.
[[nodiscard]] std::span<const std::string_view> personality_of(std::uint8_t byte);

// The profile of a personality: the known behaviour of Windows contradicts its pages.
[[nodiscard]] oracle::readings::Profile profile_of(std::string_view personality);

}  // namespace netioconf::fuzz::harness
