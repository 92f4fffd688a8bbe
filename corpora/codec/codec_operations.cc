#include "corpora/codec/codec_operations.h"

#include <array>
#include <variant>

#include "corpora/codec/message_members.h"

namespace netioconf::corpora::codec {
namespace {

using Message = proto::Operation;

// The member of an operation for one call, with the type of its arguments.
template <class Arguments, class Get, class Put>
struct CallMember {
  Get get;
  Put put;

  static constexpr std::type_identity<Arguments> arguments{};
};
template <class Arguments, class Get, class Put>
constexpr CallMember<Arguments, Get, Put> in(Get get, Put put) {
  return {get, put};
}

// In the order of Call.
constexpr std::tuple call_members{
    in<oracle::RouteCall>(&Message::initialize_route, &Message::mutable_initialize_route),
    in<oracle::RouteCall>(&Message::create_route, &Message::mutable_create_route),
    in<oracle::RouteCall>(&Message::set_route, &Message::mutable_set_route),
    in<oracle::RouteCall>(&Message::get_route, &Message::mutable_get_route),
    in<oracle::RouteCall>(&Message::delete_route, &Message::mutable_delete_route),
    in<oracle::TableCall>(&Message::route_table, &Message::mutable_route_table),
    in<oracle::BestRouteCall>(&Message::best_route, &Message::mutable_best_route),
    in<oracle::NotifyCall>(&Message::notify_route_change, &Message::mutable_notify_route_change),
    in<oracle::CancelCall>(&Message::cancel_notification, &Message::mutable_cancel_notification),
    in<oracle::AnycastCall>(&Message::create_anycast, &Message::mutable_create_anycast),
    in<oracle::AnycastCall>(&Message::get_anycast, &Message::mutable_get_anycast),
    in<oracle::AnycastCall>(&Message::delete_anycast, &Message::mutable_delete_anycast),
    in<oracle::TableCall>(&Message::anycast_table, &Message::mutable_anycast_table),
    in<oracle::LinkCall>(&Message::get_link, &Message::mutable_get_link),
    in<oracle::KeptTableCall>(&Message::free_table, &Message::mutable_free_table),
    in<oracle::CollectCall>(&Message::collect_notifications, &Message::mutable_collect_notifications),
    in<oracle::KeptTableCall>(&Message::reread_table, &Message::mutable_reread_table),
    in<oracle::AdvanceCall>(&Message::advance_clock, &Message::mutable_advance_clock)};
static_assert(std::tuple_size_v<decltype(call_members)> == oracle::call_count);

template <std::size_t call>
using ArgumentsOf = typename decltype(std::get<call>(call_members).arguments)::type;

template <std::size_t call>
void decode_as(const Message& message, oracle::Operation& operation) {
  auto& arguments = operation.emplace<ArgumentsOf<call>>();
  if constexpr (requires { arguments.call = {}; }) arguments.call = static_cast<oracle::Call>(call);
  read(std::invoke(std::get<call>(call_members).get, message), arguments);
}

template <std::size_t call>
void encode_as(const oracle::Operation& operation, Message& message) {
  const auto* arguments = std::get_if<ArgumentsOf<call>>(&operation);
  if (arguments == nullptr) return;
  write(*arguments, *std::invoke(std::get<call>(call_members).put, message));
}

using Decode = void (*)(const Message&, oracle::Operation&);
using Encode = void (*)(const oracle::Operation&, Message&);

template <std::size_t... call>
constexpr std::array<Decode, oracle::call_count> all_decode(std::index_sequence<call...>) {
  return {&decode_as<call>...};
}
template <std::size_t... call>
constexpr std::array<Encode, oracle::call_count> all_encode(std::index_sequence<call...>) {
  return {&encode_as<call>...};
}
constexpr auto decoders = all_decode(std::make_index_sequence<oracle::call_count>{});
constexpr auto encoders = all_encode(std::make_index_sequence<oracle::call_count>{});

// The number of a call in a message is one more than in Call.
static_assert(Message::kInitializeRoute == 1 + static_cast<int>(oracle::Call::initialize_route));
static_assert(Message::kNotifyRouteChange == 1 + static_cast<int>(oracle::Call::notify_route_change));
static_assert(Message::kCreateAnycast == 1 + static_cast<int>(oracle::Call::create_anycast));
static_assert(Message::kAdvanceClock == 1 + static_cast<int>(oracle::Call::advance_clock));

}  // namespace

bool has_call(const Message& message) { return message.call_case() != Message::CALL_NOT_SET; }

void read_operation(const Message& message, oracle::Operation& operation) {
  decoders[static_cast<std::size_t>(message.call_case()) - 1](message, operation);
}

proto::Operation encode(const oracle::Operation& operation) {
  Message message;
  encoders[static_cast<std::size_t>(oracle::call_of(operation))](operation, message);
  return message;
}

}  // namespace netioconf::corpora::codec
