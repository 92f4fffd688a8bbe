#include "fuzz/harness/round_trips.h"

#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/library/encoding.h"
#include "conformance/implementations/library/frames.h"
#include "corpora/lint/format.h"
#include "corpora/recording/trace_reader.h"
#include "corpora/text/out_of_range.h"
#include "corpora/text/text.h"
#include "fuzz/harness/stop.h"
#include "reports/known/known.h"

namespace netioconf::fuzz::harness {
namespace {

namespace proto = corpora::proto;

std::string_view text_of(InputBytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void expect(bool holds, std::string_view otherwise) {
  if (!holds) stop_because(otherwise);
}

void expect_one_line(const std::string& diagnostic) {
  expect(diagnostic.find_first_of("\r\n") == std::string::npos,
         "an error message of more than one line");
}

// The text of a message says everything that the message says, canonical or not.
template <class Message>
void expect_same_text_again(Message message) {
  message.DiscardUnknownFields();
  const std::string text = corpora::text::print(message);
  Message parsed;
  expect(!corpora::text::parse(text, "printed", parsed), "a printed message can't be read");
  expect(parsed.SerializeAsString() == message.SerializeAsString(),
         "a message changes when it is printed");
}

void expect_same_again(const proto::Script& message) {
  const oracle::Script script = corpora::codec::decode(message);
  const proto::Script canonical = corpora::codec::encode(script);
  expect(corpora::codec::decode(canonical) == script, "a script changes when it is encoded");
  expect_same_text_again(message);
  expect_same_text_again(canonical);
  (void)corpora::text::out_of_range(message);
}

void expect_same_again(const proto::Trace& message) {
  const corpora::codec::Recording recording = corpora::codec::decode(message);
  const proto::Trace canonical = corpora::codec::encode(recording);
  expect(corpora::codec::decode(canonical) == recording, "a trace changes when it is encoded");
  expect_same_text_again(message);
  expect_same_text_again(canonical);
}

template <class Value>
void expect_same_bytes_again(std::span<const std::byte> bytes) {
  const auto value = conformance::implementations::library::decode<Value>(bytes);
  if (!value) return;
  const auto again = conformance::implementations::library::encode(*value);
  expect(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()),
         "a child's value changes when it is encoded");
}

using Payloads = std::vector<std::vector<std::byte>>;

// The frames that are read when the bytes arrive in pieces of that size.
Payloads payloads_of(std::span<const std::byte> bytes, std::size_t piece_size) {
  conformance::implementations::library::Deframer deframer;
  Payloads payloads;
  while (!bytes.empty()) {
    const auto piece = bytes.first(std::min(piece_size, bytes.size()));
    bytes = bytes.subspan(piece.size());
    deframer.add(piece);
    for (auto next = deframer.next(); next && *next; next = deframer.next()) payloads.push_back(**next);
  }
  return payloads;
}

}  // namespace

void check_binary_form(InputBytes bytes) {
  const auto size = static_cast<int>(bytes.size());
  proto::Script script;
  (void)script.ParsePartialFromArray(bytes.data(), size);
  expect_same_again(script);
  proto::Trace trace;
  (void)trace.ParsePartialFromArray(bytes.data(), size);
  expect_same_again(trace);
}

void check_text_form(InputBytes bytes) {
  const std::string_view text = text_of(bytes);
  if (const auto canonical = corpora::lint::formatted(text, "input")) {
    expect(corpora::lint::formatted(*canonical, "canonical") == *canonical,
           "formatting changes a canonical form");
  }
  const auto script = corpora::text::parse_script(text, "input");
  if (!script) expect_one_line(script.error().message);
  if (script) expect_same_again(*script);
  const auto trace = corpora::text::parse_trace(text, "input");
  if (!trace) expect_one_line(trace.error().message);
  if (trace) expect_same_again(*trace);
}

void check_frames(InputBytes bytes) {
  const std::size_t piece_size = bytes.empty() ? 1 : 1 + std::size_t{bytes[0]};
  const auto stream = std::as_bytes(bytes.empty() ? bytes : bytes.subspan(1));
  const Payloads at_once = payloads_of(stream, stream.size());
  expect(at_once == payloads_of(stream, piece_size),
         "frames depend on the pieces in which their bytes arrive");
  std::vector<std::byte> again;
  for (std::size_t number = 0; number < at_once.size(); ++number) {
    const auto one = conformance::implementations::library::frame(static_cast<std::uint32_t>(number),
                                                                  at_once[number]);
    again.insert(again.end(), one.begin(), one.end());
  }
  expect(again.size() <= stream.size() && std::equal(again.begin(), again.end(), stream.begin()),
         "frames change when they are written again");
}

void check_payload(InputBytes bytes) {
  const auto payload = std::as_bytes(bytes);
  expect_same_bytes_again<conformance::implementations::library::Greeting>(payload);
  expect_same_bytes_again<conformance::implementations::library::HostResponse>(payload);
  expect_same_bytes_again<conformance::implementations::library::Begun>(payload);
  expect_same_bytes_again<oracle::Reply>(payload);
  expect_same_bytes_again<conformance::implementations::library::ChildRequest>(payload);
}

void check_known_list(InputBytes bytes) {
  const auto known = reports::known::parse_known(text_of(bytes), "input");
  if (!known) return expect_one_line(known.error());
  auto again = reports::known::parse_known(reports::known::print(*known), "input");
  expect(again.has_value(), "a printed list can't be read");
  for (std::size_t i = 0; i < again->entries.size() && i < known->entries.size(); ++i) {
    again->entries[i].line = known->entries[i].line;
  }
  expect(*again == *known, "a list changes when it is printed");
}

void check_trace_file(InputBytes bytes) {
  auto reader = corpora::recording::TraceReader::read(text_of(bytes), "input");
  if (!reader) return expect_one_line(reader.error().message);
  while (const auto recording = reader->next()) expect_same_again(corpora::codec::encode(*recording));
  expect_one_line(reader->cut());
  expect(!reader->next(), "a file of traces has one after its end");
}

}  // namespace netioconf::fuzz::harness
