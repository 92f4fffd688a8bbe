#include "fuzz/harness/input.h"

#include <optional>

#include "conformance/emulator/behaviour/personalities.h"
#include "corpora/text/text.h"

namespace netioconf::fuzz::harness {
namespace {

// No tag of a binary script or trace looks like the beginning of the text form.
bool may_be_text(InputBytes bytes) {
  return !bytes.empty() && (bytes[0] == '#' || (bytes[0] >= 'a' && bytes[0] <= 'z'));
}

std::optional<corpora::proto::Script> script_from_text(InputBytes bytes) {
  if (!may_be_text(bytes)) return std::nullopt;
  auto message = corpora::text::parse_script(text_of(bytes), "");
  if (!message) return std::nullopt;
  return *std::move(message);
}

// Invalid bytes are parsed up to the error.
template <class Message>
Message from_binary(InputBytes bytes) {
  Message message;
  (void)message.ParsePartialFromArray(bytes.data(), static_cast<int>(bytes.size()));
  return message;
}

oracle::Script named(oracle::Script script) {
  script.name = "this input";
  return script;
}

}  // namespace

oracle::Script read_script(InputBytes bytes) {
  const auto text = script_from_text(bytes);
  return named(corpora::codec::decode(text ? *text : from_binary<corpora::proto::Script>(bytes)));
}

bool is_whole_script(InputBytes bytes) {
  corpora::proto::Script message;
  return script_from_text(bytes) || message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

corpora::codec::Recording read_trace(InputBytes bytes) {
  if (may_be_text(bytes)) {
    const auto message = corpora::text::parse_trace(text_of(bytes), "");
    if (message) return corpora::codec::decode(*message);
  }
  return corpora::codec::decode(from_binary<corpora::proto::Trace>(bytes));
}

Cast read_cast(InputBytes bytes) {
  if (const auto text = script_from_text(bytes)) {
    return {.script = named(corpora::codec::decode(*text)),
            .personalities = conformance::emulator::personality_names};
  }
  if (bytes.empty()) return {.script = read_script(bytes), .personalities = personality_of(0)};
  return {.script = named(corpora::codec::decode(from_binary<corpora::proto::Script>(bytes.subspan(1)))),
          .personalities = personality_of(bytes[0])};
}

std::span<const std::string_view> personality_of(std::uint8_t byte) {
  const std::span personalities{conformance::emulator::personality_names};
  return personalities.subspan(byte % personalities.size(), 1);
}

oracle::readings::Profile profile_of(std::string_view personality) {
  return personality == "windows" ? oracle::readings::Profile::windows
                                  : oracle::readings::Profile::documented;
}

}  // namespace netioconf::fuzz::harness
