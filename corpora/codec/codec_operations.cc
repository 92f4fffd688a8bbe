#include "corpora/codec/codec_operations.h"

#include <cstdint>
#include <variant>

#include "corpora/codec/codec_rows.h"

namespace netioconf::corpora::codec {
namespace {

using codec::decode;  // The functions of the same name below would hide them.
using codec::encode;

using oracle::Call;

constexpr std::uint32_t misalignment_mask = 7;

oracle::RouteCall decode(Call call, const proto::RouteCall& message) {
  oracle::RouteCall decoded{.call = call, .row = {}, .misalignment = 0};
  if (message.has_row()) decoded.row = decode(message.row());
  decoded.misalignment = static_cast<std::uint8_t>(message.misalignment() & misalignment_mask);
  return decoded;
}

oracle::AnycastCall decode(Call call, const proto::AnycastCall& message) {
  oracle::AnycastCall decoded{.call = call, .row = {}, .misalignment = 0};
  if (message.has_row()) decoded.row = decode(message.row());
  decoded.misalignment = static_cast<std::uint8_t>(message.misalignment() & misalignment_mask);
  return decoded;
}

oracle::TableCall decode(Call call, const proto::TableCall& message) {
  return {.call = call,
          .family = static_cast<std::uint16_t>(message.family()),
          .null_table = message.null_table(),
          .keep = message.keep()};
}

oracle::BestRouteCall decode(const proto::BestRouteCall& message) {
  oracle::BestRouteCall decoded;
  if (message.has_luid()) decoded.luid = message.luid();
  decoded.index = message.index();
  if (message.has_source()) decoded.source = decode(message.source());
  if (message.has_destination()) decoded.destination = decode(message.destination());
  decoded.sort_options = message.sort_options();
  decoded.null_best_route = message.null_best_route();
  decoded.null_best_source = message.null_best_source();
  return decoded;
}

oracle::NotifyCall decode(const proto::NotifyCall& message) {
  return {.family = static_cast<std::uint16_t>(message.family()),
          .initial_notification = message.initial_notification(),
          .null_callback = message.null_callback(),
          .null_handle = message.null_handle()};
}

oracle::LinkCall decode(const proto::LinkCall& message) {
  oracle::LinkCall decoded;
  if (message.has_row()) decoded.row = decode(message.row());
  return decoded;
}

// The member of `message` for this call; nullptr if the call is of a different type.
proto::RouteCall* route_call(proto::Operation& message, Call call) {
  if (call == Call::initialize_route) return message.mutable_initialize_route();
  if (call == Call::create_route) return message.mutable_create_route();
  if (call == Call::set_route) return message.mutable_set_route();
  if (call == Call::get_route) return message.mutable_get_route();
  if (call == Call::delete_route) return message.mutable_delete_route();
  return nullptr;
}

proto::AnycastCall* anycast_call(proto::Operation& message, Call call) {
  if (call == Call::create_anycast) return message.mutable_create_anycast();
  if (call == Call::get_anycast) return message.mutable_get_anycast();
  if (call == Call::delete_anycast) return message.mutable_delete_anycast();
  return nullptr;
}

proto::TableCall* table_call(proto::Operation& message, Call call) {
  if (call == Call::route_table) return message.mutable_route_table();
  if (call == Call::anycast_table) return message.mutable_anycast_table();
  return nullptr;
}

proto::KeptTableCall* kept_table_call(proto::Operation& message, Call call) {
  if (call == Call::free_table) return message.mutable_free_table();
  if (call == Call::reread_table) return message.mutable_reread_table();
  return nullptr;
}

// Encodes an operation into the message given at construction.
struct Saying {
  proto::Operation& message;

  void operator()(const oracle::RouteCall& call) const {
    proto::RouteCall* said = route_call(message, call.call);
    if (said == nullptr) return;
    if (call.row) *said->mutable_row() = encode(*call.row);
    const std::uint32_t misalignment = call.misalignment & misalignment_mask;
    if (misalignment != said->misalignment()) said->set_misalignment(misalignment);
  }

  void operator()(const oracle::AnycastCall& call) const {
    proto::AnycastCall* said = anycast_call(message, call.call);
    if (said == nullptr) return;
    if (call.row) *said->mutable_row() = encode(*call.row);
    const std::uint32_t misalignment = call.misalignment & misalignment_mask;
    if (misalignment != said->misalignment()) said->set_misalignment(misalignment);
  }

  void operator()(const oracle::TableCall& call) const {
    proto::TableCall* said = table_call(message, call.call);
    if (said == nullptr) return;
    if (call.family != said->family()) said->set_family(call.family);
    if (call.null_table != said->null_table()) said->set_null_table(call.null_table);
    if (call.keep != said->keep()) said->set_keep(call.keep);
  }

  void operator()(const oracle::KeptTableCall& call) const {
    proto::KeptTableCall* said = kept_table_call(message, call.call);
    if (said == nullptr) return;
    if (call.table != said->table()) said->set_table(call.table);
  }

  void operator()(const oracle::BestRouteCall& call) const {
    proto::BestRouteCall& said = *message.mutable_best_route();
    if (call.luid) said.set_luid(*call.luid);
    if (call.index != said.index()) said.set_index(call.index);
    if (call.source) *said.mutable_source() = encode(*call.source);
    if (call.destination) *said.mutable_destination() = encode(*call.destination);
    if (call.sort_options != said.sort_options()) said.set_sort_options(call.sort_options);
    if (call.null_best_route != said.null_best_route()) said.set_null_best_route(call.null_best_route);
    if (call.null_best_source != said.null_best_source()) {
      said.set_null_best_source(call.null_best_source);
    }
  }

  void operator()(const oracle::NotifyCall& call) const {
    proto::NotifyCall& said = *message.mutable_notify_route_change();
    if (call.family != said.family()) said.set_family(call.family);
    if (call.initial_notification != said.initial_notification()) {
      said.set_initial_notification(call.initial_notification);
    }
    if (call.null_callback != said.null_callback()) said.set_null_callback(call.null_callback);
    if (call.null_handle != said.null_handle()) said.set_null_handle(call.null_handle);
  }

  void operator()(const oracle::CancelCall& call) const {
    proto::CancelCall& said = *message.mutable_cancel_notification();
    if (call.registration != said.registration()) said.set_registration(call.registration);
  }

  void operator()(const oracle::CollectCall& call) const {
    proto::CollectCall& said = *message.mutable_collect_notifications();
    if (call.at_least != said.at_least()) said.set_at_least(call.at_least);
  }

  void operator()(const oracle::LinkCall& call) const {
    proto::LinkCall& said = *message.mutable_get_link();
    if (call.row) *said.mutable_row() = encode(*call.row);
  }
};

}  // namespace

std::optional<oracle::Operation> decode(const proto::Operation& message) {
  using Said = proto::Operation;
  switch (message.call_case()) {
    case Said::kInitializeRoute:
      return decode(Call::initialize_route, message.initialize_route());
    case Said::kCreateRoute:
      return decode(Call::create_route, message.create_route());
    case Said::kSetRoute:
      return decode(Call::set_route, message.set_route());
    case Said::kGetRoute:
      return decode(Call::get_route, message.get_route());
    case Said::kDeleteRoute:
      return decode(Call::delete_route, message.delete_route());
    case Said::kRouteTable:
      return decode(Call::route_table, message.route_table());
    case Said::kBestRoute:
      return decode(message.best_route());
    case Said::kNotifyRouteChange:
      return decode(message.notify_route_change());
    case Said::kCancelNotification:
      return oracle::CancelCall{message.cancel_notification().registration()};
    case Said::kCreateAnycast:
      return decode(Call::create_anycast, message.create_anycast());
    case Said::kGetAnycast:
      return decode(Call::get_anycast, message.get_anycast());
    case Said::kDeleteAnycast:
      return decode(Call::delete_anycast, message.delete_anycast());
    case Said::kAnycastTable:
      return decode(Call::anycast_table, message.anycast_table());
    case Said::kGetLink:
      return decode(message.get_link());
    case Said::kFreeTable:
      return oracle::KeptTableCall{Call::free_table, message.free_table().table()};
    case Said::kCollectNotifications:
      return oracle::CollectCall{message.collect_notifications().at_least()};
    case Said::kRereadTable:
      return oracle::KeptTableCall{Call::reread_table, message.reread_table().table()};
    case Said::CALL_NOT_SET:
      break;
  }
  return std::nullopt;
}

proto::Operation encode(const oracle::Operation& operation) {
  proto::Operation message;
  std::visit(Saying{message}, operation);
  return message;
}

}  // namespace netioconf::corpora::codec
