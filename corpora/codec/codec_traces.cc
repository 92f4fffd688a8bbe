#include <optional>
#include <string>
#include <utility>

#include "corpora/codec/codec.h"
#include "corpora/codec/codec_operations.h"
#include "corpora/codec/message_members.h"
#include "oracle/model/host.h"

namespace netioconf::corpora::codec {

template <>
struct MembersOf<oracle::Notification> {
  using Message = proto::Notification;
  static constexpr std::tuple all{Member{&Message::registration, &Message::set_registration},
                                  Member{&Message::type, &Message::set_type}, row_member<Message>};
};

template <>
struct MembersOf<oracle::TableReply> {
  using Message = proto::TableReply;
  static constexpr std::tuple all{
      Member{&Message::null_pointer, &Message::set_null_pointer},
      Member{[](const Message& table) { return !table.unreadable(); },
             [](Message& table, bool readable) { table.set_unreadable(!readable); }},
      Member{&Message::row_count, &Message::set_row_count},
      Member{[](const Message& table) -> auto& { return table.routes(); }, &Message::add_routes},
      Member{[](const Message& table) -> auto& { return table.anycasts(); }, &Message::add_anycasts}};
};

template <>
struct MembersOf<oracle::Reply> {
  using Message = proto::Reply;
  static constexpr std::tuple all{
      Member{&Message::ending, &Message::set_ending},
      Member{&Message::detail, &Message::mutable_detail},
      Member{&Message::decided_by, &Message::mutable_decided_by},
      Member{&Message::status, &Message::set_status},
      Member{&Message::wrote_outside, &Message::set_wrote_outside},
      Member{&Message::route, &Message::mutable_route, &Message::has_route},
      Member{&Message::anycast, &Message::mutable_anycast, &Message::has_anycast},
      Member{&Message::link, &Message::mutable_link, &Message::has_link},
      Member{&Message::best_source, &Message::mutable_best_source, &Message::has_best_source},
      Member{&Message::table, &Message::mutable_table, &Message::has_table},
      Member{[](const Message& reply) -> auto& { return reply.notifications(); },
             &Message::add_notifications}};
};

namespace {

// The numbers of the endings are the same in messages.
static_assert(proto::Reply::RETURNED == static_cast<int>(oracle::Ending::returned));
static_assert(proto::Reply::CRASHED == static_cast<int>(oracle::Ending::crashed));
static_assert(proto::Reply::HUNG == static_cast<int>(oracle::Ending::hung));
static_assert(proto::Reply::EXITED == static_cast<int>(oracle::Ending::exited));
static_assert(proto::Reply::GARBLED == static_cast<int>(oracle::Ending::garbled));
static_assert(proto::Reply::UNAVAILABLE == static_cast<int>(oracle::Ending::unavailable));

std::optional<oracle::Step> step_of(const proto::Step& message) {
  auto operation = decode(message.operation());
  if (!operation) return std::nullopt;
  oracle::Step step{.operation = *std::move(operation), .reply = {}, .probe = message.probe()};
  read(message.reply(), step.reply);
  return step;
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
  read_value(message.initial_routes(), trace.initial_routes);
  read_value(message.initial_anycasts(), trace.initial_anycasts);
  for (const proto::Step& said : message.steps()) {
    if (auto step = step_of(said)) trace.steps.push_back(*std::move(step));
  }
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
  for (const oracle::RouteRow& row : trace.initial_routes) write(row, *message.add_initial_routes());
  for (const oracle::AnycastRow& row : trace.initial_anycasts) {
    write(row, *message.add_initial_anycasts());
  }
  for (const oracle::Step& step : trace.steps) write_step(step, *message.add_steps());
  if (!trace.skipped.empty()) message.set_skipped(trace.skipped);
  return message;
}

}  // namespace netioconf::corpora::codec
