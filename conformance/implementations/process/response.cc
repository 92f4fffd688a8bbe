#include "conformance/implementations/process/response.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/implementations/process/greeting.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;
using oracle::Ending;

bool reads_table(const RequestedCall& requested) {
  switch (static_cast<Call>(requested.call.call)) {
    case Call::route_table:
    case Call::anycast_table:
      return (requested.call.flags & netioconf_null_table) == 0;
    case Call::reread_table:
      return true;
    default:
      return false;
  }
}

template <class Row>
void append_rows(std::vector<Row>& rows, Bytes payload) {
  const std::size_t before = rows.size();
  rows.resize(before + payload.size() / sizeof(Row));
  std::memcpy(rows.data() + before, payload.data(), payload.size());
}

std::optional<Ending> ending_of(std::uint16_t number) {
  switch (number) {
    case netioconf_returned:
      return Ending::returned;
    case netioconf_crashed:
      return Ending::crashed;
    case netioconf_hung:
      return Ending::hung;
    case netioconf_exited:
      return Ending::exited;
    case netioconf_unavailable:
      return Ending::unavailable;
    default:
      return std::nullopt;
  }
}

std::string reason(const RequestedCall& requested) {
  switch (static_cast<Call>(requested.call.call)) {
    case Call::free_table:
    case Call::reread_table:
      return fmt::format("table {} was not returned or is already freed", requested.call.slot);
    case Call::cancel_notification:
      return fmt::format("registration {} is not open", requested.call.slot);
    default:
      return "no reason given";
  }
}

template <class Row, std::size_t size>
Row row_of(const std::uint8_t (&bytes)[size]) {
  static_assert(sizeof(Row) == size);
  Row row;
  std::memcpy(&row, bytes, size);
  return row;
}

oracle::Notification notification_of(const netioconf_notification& wire) {
  oracle::Notification notification{
      .registration = wire.registration, .type = wire.type, .row = std::nullopt};
  if (wire.no_row == 0) notification.row = row_of<oracle::RouteRow>(wire.route);
  return notification;
}

}  // namespace

Response::Problem Response::take(const Frame& frame) {
  if (auto same = check_request(frame, request_); !same) return same;
  if (state_ == State::sent) return take_beginning(frame);
  const bool all = replies_.size() == calls_.size();
  if (frame.head.step != replies_.size()) {
    return wrong(fmt::format(
        "{} for step {}, {}", name_of_kind(frame.head.kind), frame.head.step,
        all ? "of a script that has no such step" : fmt::format("step {} is next", replies_.size())));
  }
  if (all) {
    if (frame.head.kind != netioconf_kind_done) return unexpected_kind(frame, "DONE");
    if (!frame.payload.empty()) return wrong_size(frame, 0);
    state_ = State::done;
    return {};
  }
  if (frame.head.kind == netioconf_kind_rows) return take_rows(frame);
  if (frame.head.kind == netioconf_kind_notifications) return take_notifications(frame);
  if (frame.head.kind == netioconf_kind_decided_by) return take_decision(frame);
  if (frame.head.kind == netioconf_kind_freeing) return take_freeing(frame);
  if (frame.head.kind == netioconf_kind_reply) return take_reply(frame);
  return unexpected_kind(frame, "REPLY");
}

Response::Problem Response::take_beginning(const Frame& frame) {
  if (frame.head.kind == netioconf_kind_begun) {
    if (!frame.payload.empty()) return wrong_size(frame, 0);
    state_ = State::begun;
    return {};
  }
  if (frame.head.kind == netioconf_kind_refused && start_ != Start::resume) {
    auto why = refusal(frame);
    if (!why) return wrong(why.error());
    why_refused_ = std::move(*why);
    state_ = State::refused;
    return {};
  }
  if (frame.head.kind == netioconf_kind_other_host && start_ == Start::reset) {
    const auto host = read_host_structure(frame);
    if (!host) return wrong(host.error());
    other_host_ = *host;
    state_ = State::other_host;
    return {};
  }
  return unexpected_kind(frame, "BEGUN");
}

Response::Problem Response::take_rows(const Frame& frame) {
  if (!reads_table(step())) return wrong("ROWS for a call that returns no table");
  const bool routes = step().rows == Call::route_table;
  const std::size_t size = routes ? sizeof(oracle::RouteRow) : sizeof(oracle::AnycastRow);
  if (frame.payload.empty() || frame.payload.size() % size != 0) {
    return wrong(
        fmt::format("ROWS with {} bytes instead of whole rows of {}", frame.payload.size(), size));
  }
  const std::size_t there = table_.routes.size() + table_.anycasts.size();
  if (there + frame.payload.size() / size > netioconf_most_rows) {
    return wrong(fmt::format("a table of more than {} rows", static_cast<int>(netioconf_most_rows)));
  }
  rows_ += frame.payload.size() / size;
  if (rows_ > netioconf_most_rows_in_all) {
    return wrong(fmt::format("more than {} rows in the answers to one script",
                             static_cast<int>(netioconf_most_rows_in_all)));
  }
  if (routes) {
    append_rows(table_.routes, frame.payload);
  } else {
    append_rows(table_.anycasts, frame.payload);
  }
  return {};
}

Response::Problem Response::take_notifications(const Frame& frame) {
  constexpr std::size_t size = sizeof(netioconf_notification);
  if (static_cast<Call>(step().call.call) != Call::collect_notifications) {
    return wrong("NOTIFICATIONS for a call that collects none");
  }
  if (frame.payload.empty() || frame.payload.size() % size != 0) {
    return wrong(fmt::format("NOTIFICATIONS with {} bytes instead of whole ones of {}",
                             frame.payload.size(), size));
  }
  if (reply_.notifications.size() + frame.payload.size() / size > netioconf_most_notifications) {
    return wrong(fmt::format("more than {} notifications in one step",
                             static_cast<int>(netioconf_most_notifications)));
  }
  for (Bytes left = frame.payload; !left.empty(); left = left.subspan(size)) {
    reply_.notifications.push_back(
        notification_of(*read_structure<netioconf_notification>(left.first(size))));
  }
  return {};
}

Response::Problem Response::take_decision(const Frame& frame) {
  if (oracle::returns_nothing(static_cast<Call>(step().call.call)))
    return wrong("DECIDED_BY for a call that decides nothing");
  if (std::exchange(decided_, true)) return wrong("a second DECIDED_BY for one step");
  auto words = text_of(frame);
  if (!words) return wrong(words.error());
  reply_.decided_by = std::move(*words);
  return {};
}

Response::Problem Response::take_freeing(const Frame& frame) {
  if (!oracle::returns_table(static_cast<Call>(step().call.call)))
    return wrong("FREEING for a call that returns no table");
  if (!frame.payload.empty()) return wrong_size(frame, 0);
  frees_ = true;
  return {};
}

Response::Problem Response::take_reply(const Frame& frame) {
  const auto wire = read_structure<netioconf_reply>(frame.payload);
  if (!wire) return wrong_size(frame, sizeof(netioconf_reply));
  const std::optional<Ending> ending = ending_of(wire->ending);
  if (!ending) return wrong(fmt::format("REPLY with unknown ending {}", wire->ending));
  if ((wire->flags & ~netioconf_all_reply_flags) != 0) {
    return wrong(fmt::format("REPLY with flags {:#x}, of which some are unknown", wire->flags));
  }
  if (wire->notification_count != reply_.notifications.size()) {
    return wrong(fmt::format("REPLY counts {} notifications, {} were sent", wire->notification_count,
                             reply_.notifications.size()));
  }
  if (auto table = take_table(*wire); !table) return table;
  reply_.ending = *ending;
  if (*ending == Ending::returned) {
    take_body(*wire);
  } else {
    reply_ = {};
    reply_.ending = *ending;
    reply_.detail = line_of(wire->body.text);
    if (reply_.detail.empty()) reply_.detail = reason(step());
    if (*ending != Ending::unavailable) state_ = State::ended;
  }
  frees_ = false;
  replies_.push_back(std::exchange(reply_, {}));
  decided_ = false;
  return {};
}

Response::Problem Response::take_table(const netioconf_reply& wire) {
  const bool readable = (wire.flags & netioconf_unreadable) == 0;
  if (!readable) table_ = {};
  oracle::TableReply table = std::exchange(table_, {});
  const std::size_t sent = table.routes.size() + table.anycasts.size();
  table.null_pointer = (wire.flags & netioconf_null_pointer) != 0;
  if (readable && sent != wire.row_count) {
    return wrong(fmt::format("REPLY counts {} rows, {} were sent", wire.row_count, sent));
  }
  if (sent != 0 && (wire.status != 0 || table.null_pointer)) {
    return wrong(fmt::format("ROWS of a table that was {}",
                             table.null_pointer ? "NULL" : "refused with a status other than 0"));
  }
  table.readable = readable;
  table.row_count = wire.row_count;
  if (reads_table(step())) reply_.table = std::move(table);
  return {};
}

void Response::take_body(const netioconf_reply& wire) {
  const auto passed = [&](int null) { return (step().call.flags & null) == 0; };
  reply_.status = wire.status;
  reply_.wrote_outside = (wire.flags & netioconf_wrote_outside) != 0;
  if (step().take_row != nullptr && passed(netioconf_null_row)) step().take_row(wire, reply_);
  if (static_cast<Call>(step().call.call) != Call::best_route) return;
  if (passed(netioconf_null_best_route)) {
    reply_.route = row_of<oracle::RouteRow>(wire.body.best.best_route);
  }
  if (passed(netioconf_null_best_source)) {
    reply_.best_source = row_of<oracle::SocketAddress>(wire.body.best.best_source);
  }
}

}  // namespace netioconf::conformance::implementations::process
