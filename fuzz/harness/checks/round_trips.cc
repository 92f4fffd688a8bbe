#include "fuzz/harness/checks/round_trips.h"

#include <optional>
#include <string>

#include "corpora/lint/format.h"
#include "corpora/recording/trace_reader.h"
#include "corpora/text/out_of_range.h"
#include "corpora/text/text.h"
#include "fuzz/harness/stop.h"
#include "reports/known/known.h"

namespace netioconf::fuzz::harness::inline checks {
namespace {

namespace proto = corpora::proto;

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
  if (!script) expect_one_line(script.error());
  if (script) expect_same_again(*script);
  const auto trace = corpora::text::parse_trace(text, "input");
  if (!trace) expect_one_line(trace.error());
  if (trace) expect_same_again(*trace);
}

void check_known_list(InputBytes bytes) {
  const auto known = reports::known::parse_known(text_of(bytes), "input");
  if (!known) return expect_one_line(known.error());
  auto again = reports::known::parse_known(reports::known::print(*known), "input");
  expect(again.has_value(), "a printed list can't be read");
  expect(reports::known::print(*again) == reports::known::print(*known),
         "a list changes when it is printed");
}

void check_trace_file(InputBytes bytes) {
  auto reader = corpora::recording::TraceReader::read(text_of(bytes), "input");
  if (!reader) return expect_one_line(reader.error());
  while (const auto recording = reader->next()) expect_same_again(corpora::codec::encode(*recording));
  expect_one_line(reader->cut());
  expect(!reader->next(), "a file of traces has one after its end");
}

}  // namespace netioconf::fuzz::harness::inline checks
