#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "corpora/codec/codec.h"
#include "corpora/codec/codec_operations.h"
#include "corpora/codec/codec_rows.h"
#include "oracle/model/host.h"

namespace netioconf::corpora::codec {
namespace {

using codec::decode;  // The functions of the same name below would hide them.
using codec::encode;

oracle::Ending decode(proto::Reply::Ending ending) {
  switch (ending) {
    case proto::Reply::RETURNED:
      break;
    case proto::Reply::CRASHED:
      return oracle::Ending::crashed;
    case proto::Reply::HUNG:
      return oracle::Ending::hung;
    case proto::Reply::EXITED:
      return oracle::Ending::exited;
    case proto::Reply::GARBLED:
      return oracle::Ending::garbled;
    case proto::Reply::UNAVAILABLE:
      return oracle::Ending::unavailable;
  }
  return oracle::Ending::returned;
}

proto::Reply::Ending encode(oracle::Ending ending) {
  switch (ending) {
    case oracle::Ending::returned:
      break;
    case oracle::Ending::crashed:
      return proto::Reply::CRASHED;
    case oracle::Ending::hung:
      return proto::Reply::HUNG;
    case oracle::Ending::exited:
      return proto::Reply::EXITED;
    case oracle::Ending::garbled:
      return proto::Reply::GARBLED;
    case oracle::Ending::unavailable:
      return proto::Reply::UNAVAILABLE;
  }
  return proto::Reply::RETURNED;
}

oracle::Notification decode(const proto::Notification& message) {
  oracle::Notification notification{
      .registration = message.registration(), .type = message.type(), .row = {}};
  if (message.has_row()) notification.row = decode(message.row());
  return notification;
}

proto::Notification encode(const oracle::Notification& notification) {
  proto::Notification message;
  if (notification.registration != message.registration()) {
    message.set_registration(notification.registration);
  }
  if (notification.type != message.type()) message.set_type(notification.type);
  if (notification.row) *message.mutable_row() = encode(*notification.row);
  return message;
}

oracle::TableReply decode(const proto::TableReply& message) {
  oracle::TableReply table{.null_pointer = message.null_pointer(),
                           .readable = !message.unreadable(),
                           .row_count = message.row_count(),
                           .routes = {},
                           .anycasts = {}};
  for (const proto::RouteRow& row : message.routes()) table.routes.push_back(decode(row));
  for (const proto::AnycastRow& row : message.anycasts()) table.anycasts.push_back(decode(row));
  return table;
}

proto::TableReply encode(const oracle::TableReply& table) {
  proto::TableReply message;
  if (table.null_pointer) message.set_null_pointer(true);
  if (!table.readable) message.set_unreadable(true);
  if (table.row_count != message.row_count()) message.set_row_count(table.row_count);
  for (const oracle::RouteRow& row : table.routes) *message.add_routes() = encode(row);
  for (const oracle::AnycastRow& row : table.anycasts) *message.add_anycasts() = encode(row);
  return message;
}

oracle::Reply decode(const proto::Reply& message) {
  oracle::Reply reply;
  reply.ending = decode(message.ending());
  reply.detail = message.detail();
  reply.decided_by = message.decided_by();
  reply.status = message.status();
  reply.wrote_outside = message.wrote_outside();
  if (message.has_route()) reply.route = decode(message.route());
  if (message.has_anycast()) reply.anycast = decode(message.anycast());
  if (message.has_link()) reply.link = decode(message.link());
  if (message.has_best_source()) reply.best_source = decode(message.best_source());
  if (message.has_table()) reply.table = decode(message.table());
  for (const proto::Notification& notification : message.notifications()) {
    reply.notifications.push_back(decode(notification));
  }
  return reply;
}

proto::Reply encode(const oracle::Reply& reply) {
  proto::Reply message;
  const proto::Reply::Ending ending = encode(reply.ending);
  if (ending != message.ending()) message.set_ending(ending);
  if (!reply.detail.empty()) message.set_detail(reply.detail);
  if (!reply.decided_by.empty()) message.set_decided_by(reply.decided_by);
  if (reply.status != message.status()) message.set_status(reply.status);
  if (reply.wrote_outside) message.set_wrote_outside(true);
  if (reply.route) *message.mutable_route() = encode(*reply.route);
  if (reply.anycast) *message.mutable_anycast() = encode(*reply.anycast);
  if (reply.link) *message.mutable_link() = encode(*reply.link);
  if (reply.best_source) *message.mutable_best_source() = encode(*reply.best_source);
  if (reply.table) *message.mutable_table() = encode(*reply.table);
  for (const oracle::Notification& notification : reply.notifications) {
    *message.add_notifications() = encode(notification);
  }
  return message;
}

std::optional<oracle::Step> decode(const proto::Step& message) {
  auto operation = decode(message.operation());
  if (!operation) return std::nullopt;
  return oracle::Step{
      .operation = *std::move(operation), .reply = decode(message.reply()), .probe = message.probe()};
}

proto::Step encode(const oracle::Step& step) {
  proto::Step message;
  *message.mutable_operation() = encode(step.operation);
  if (step.reply != oracle::Reply{}) *message.mutable_reply() = encode(step.reply);
  if (step.probe) message.set_probe(true);
  return message;
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
  for (const proto::RouteRow& row : message.initial_routes()) {
    trace.initial_routes.push_back(decode(row));
  }
  for (const proto::AnycastRow& row : message.initial_anycasts()) {
    trace.initial_anycasts.push_back(decode(row));
  }
  for (const proto::Step& said : message.steps()) {
    if (auto step = decode(said)) trace.steps.push_back(*std::move(step));
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
  for (const oracle::RouteRow& row : trace.initial_routes) {
    *message.add_initial_routes() = encode(row);
  }
  for (const oracle::AnycastRow& row : trace.initial_anycasts) {
    *message.add_initial_anycasts() = encode(row);
  }
  for (const oracle::Step& step : trace.steps) *message.add_steps() = encode(step);
  if (!trace.skipped.empty()) message.set_skipped(trace.skipped);
  return message;
}

}  // namespace netioconf::corpora::codec
