#include <algorithm>
#include <cstddef>
#include <vector>

#include "corpora/codec/codec.h"
#include "corpora/codec/codec_operations.h"
#include "corpora/codec/message_members.h"
#include "oracle/model/host.h"

namespace netioconf::corpora::codec {

namespace {

// The numbers of the endings are the same in messages.
static_assert(proto::Reply::RETURNED == static_cast<int>(oracle::Ending::returned));
static_assert(proto::Reply::CRASHED == static_cast<int>(oracle::Ending::crashed));
static_assert(proto::Reply::HUNG == static_cast<int>(oracle::Ending::hung));
static_assert(proto::Reply::EXITED == static_cast<int>(oracle::Ending::exited));
static_assert(proto::Reply::GARBLED == static_cast<int>(oracle::Ending::garbled));
static_assert(proto::Reply::UNAVAILABLE == static_cast<int>(oracle::Ending::unavailable));

void read_steps(const google::protobuf::RepeatedPtrField<proto::Step>& messages,
                std::vector<oracle::Step>& steps) {
  const auto is_step = [](const proto::Step& message) { return has_call(message.operation()); };
  // A step is much larger than a message without a call, of which an untrusted file may have millions.
  steps.reserve(static_cast<std::size_t>(std::ranges::count_if(messages, is_step)));
  for (const proto::Step& message : messages) {
    if (!is_step(message)) continue;
    oracle::Step& step = steps.emplace_back();
    read_operation(message.operation(), step.operation);
    read(message.reply(), step.reply);
    step.probe = message.probe();
  }
}

void write_step(const oracle::Step& step, proto::Step& message) {
  *message.mutable_operation() = encode(step.operation);
  if (step.reply != oracle::Reply{}) write(step.reply, *message.mutable_reply());
  if (step.probe) message.set_probe(true);
}

}  // namespace

Recording decode(const proto::Trace& message) {
  Recording recording;
  recording.implementation = message.implementation();
  recording.system = message.system();
  recording.recorded = message.recorded();
  oracle::Trace& trace = recording.trace;
  trace.script = message.script();
  trace.host = message.has_host() ? decode(message.host()) : oracle::plain_host();
  if (message.has_wanted_host()) trace.wanted_host = decode(message.wanted_host());
  trace.bad_description = message.bad_description();
  read_value(message.initial_routes(), trace.initial_routes);
  read_value(message.initial_anycasts(), trace.initial_anycasts);
  read_steps(message.steps(), trace.steps);
  trace.skipped = message.skipped();
  return recording;
}

proto::Trace encode(const Recording& recording) {
  proto::Trace message;
  if (!recording.implementation.empty()) message.set_implementation(recording.implementation);
  if (!recording.system.empty()) message.set_system(recording.system);
  if (!recording.recorded.empty()) message.set_recorded(recording.recorded);
  const oracle::Trace& trace = recording.trace;
  if (!trace.script.empty()) message.set_script(trace.script);
  if (trace.host != oracle::plain_host()) *message.mutable_host() = encode(trace.host);
  if (trace.wanted_host) *message.mutable_wanted_host() = encode(*trace.wanted_host);
  if (!trace.bad_description.empty()) message.set_bad_description(trace.bad_description);
  for (const oracle::RouteRow& row : trace.initial_routes) write(row, *message.add_initial_routes());
  for (const oracle::AnycastRow& row : trace.initial_anycasts) {
    write(row, *message.add_initial_anycasts());
  }
  for (const oracle::Step& step : trace.steps) write_step(step, *message.add_steps());
  if (!trace.skipped.empty()) message.set_skipped(trace.skipped);
  return message;
}

}  // namespace netioconf::corpora::codec
