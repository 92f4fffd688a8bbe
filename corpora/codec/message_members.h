#pragma once

#include "corpora/codec/members.h"

// The members of the messages for rows, links, arguments and replies: one line for each field.
namespace netioconf::corpora::codec {

template <>
struct MembersOf<oracle::Prefix> {
  using Message = proto::Prefix;
  static constexpr std::tuple all{MessageMember{&Message::address, &Message::mutable_address},
                                  MessageMember{&Message::length, &Message::set_length},
                                  MessageMember{&Message::padding, &Message::mutable_padding}};
};

template <>
struct MembersOf<oracle::Link> {
  using Message = proto::Link;
  static constexpr std::tuple all{
      MessageMember{&Message::luid, &Message::set_luid},
      MessageMember{&Message::index, &Message::set_index},
      MessageMember{&Message::ipv4, &Message::set_ipv4},
      MessageMember{&Message::ipv6, &Message::set_ipv6},
      MessageMember{&Message::routes, &Message::set_routes},
      MessageMember{&Message::loopback, &Message::set_loopback},
      MessageMember{&Message::ipv4_metric, &Message::set_ipv4_metric},
      MessageMember{&Message::ipv6_metric, &Message::set_ipv6_metric},
      MessageMember{&Message::connected, &Message::set_connected},
      MessageMember{&Message::ignores_default_routes, &Message::set_ignores_default_routes},
      MessageMember{&Message::path_mtu_timeout_ms, &Message::set_path_mtu_timeout_ms},
      MessageMember{[](const Message& link) -> auto& { return link.addresses(); },
                    &Message::add_addresses}};
};

template <>
struct MembersOf<oracle::RouteRow> {
  using Message = proto::RouteRow;
  static constexpr std::tuple all{
      MessageMember{&Message::luid, &Message::set_luid},
      MessageMember{&Message::index, &Message::set_index},
      MessageMember{[](const Message& row) -> auto& { return row.destination().address(); },
                    [](Message& row) { return row.mutable_destination()->mutable_address(); }},
      MessageMember{
          [](const Message& row) { return row.destination().length(); },
          [](Message& row, std::uint32_t length) { row.mutable_destination()->set_length(length); }},
      MessageMember{[](const Message& row) -> auto& { return row.destination().padding(); },
                    [](Message& row) { return row.mutable_destination()->mutable_padding(); }},
      MessageMember{&Message::next_hop, &Message::mutable_next_hop},
      MessageMember{&Message::site_prefix_length, &Message::set_site_prefix_length},
      MessageMember{&Message::padding, &Message::mutable_padding},
      MessageMember{&Message::valid_lifetime_s, &Message::set_valid_lifetime_s},
      MessageMember{&Message::preferred_lifetime_s, &Message::set_preferred_lifetime_s},
      MessageMember{&Message::metric, &Message::set_metric},
      MessageMember{&Message::protocol, &Message::set_protocol},
      MessageMember{&Message::loopback, &Message::set_loopback},
      MessageMember{&Message::autoconfigure_address, &Message::set_autoconfigure_address},
      MessageMember{&Message::publish, &Message::set_publish},
      MessageMember{&Message::immortal, &Message::set_immortal},
      MessageMember{&Message::age_s, &Message::set_age_s},
      MessageMember{&Message::origin, &Message::set_origin}};
};

template <>
struct MembersOf<oracle::AnycastRow> {
  using Message = proto::AnycastRow;
  static constexpr std::tuple all{MessageMember{&Message::address, &Message::mutable_address},
                                  MessageMember{&Message::padding, &Message::mutable_padding},
                                  MessageMember{&Message::luid, &Message::set_luid},
                                  MessageMember{&Message::index, &Message::set_index},
                                  MessageMember{&Message::scope_id, &Message::set_scope_id}};
};

template <>
struct MembersOf<oracle::LinkRow> {
  using Message = proto::LinkRow;
  static constexpr std::tuple all{
      MessageMember{&Message::family, &Message::set_family},
      MessageMember{&Message::luid, &Message::set_luid},
      MessageMember{&Message::index, &Message::set_index},
      MessageMember{&Message::metric, &Message::set_metric},
      MessageMember{&Message::path_mtu_timeout_ms, &Message::set_path_mtu_timeout_ms},
      MessageMember{&Message::connected, &Message::set_connected, &Message::has_connected},
      MessageMember{&Message::disable_default_routes, &Message::set_disable_default_routes,
                    &Message::has_disable_default_routes}};
};

template <class Message>
inline constexpr MessageMember row_member{&Message::row, &Message::mutable_row, &Message::has_row};
template <class Message>
inline constexpr std::tuple row_call_members{
    row_member<Message>, MessageMember{[](const Message& call) { return call.misalignment() & 7U; },
                                       &Message::set_misalignment}};

template <>
struct MembersOf<oracle::RouteCall> {
  static constexpr std::tuple all = row_call_members<proto::RouteCall>;
};
template <>
struct MembersOf<oracle::AnycastCall> {
  static constexpr std::tuple all = row_call_members<proto::AnycastCall>;
};
template <>
struct MembersOf<oracle::LinkCall> {
  static constexpr std::tuple all{row_member<proto::LinkCall>};
};

template <>
struct MembersOf<oracle::TableCall> {
  using Message = proto::TableCall;
  static constexpr std::tuple all{MessageMember{&Message::family, &Message::set_family},
                                  MessageMember{&Message::null_table, &Message::set_null_table},
                                  MessageMember{&Message::keep, &Message::set_keep}};
};

template <>
struct MembersOf<oracle::KeptTableCall> {
  using Message = proto::KeptTableCall;
  static constexpr std::tuple all{MessageMember{&Message::table, &Message::set_table}};
};

template <>
struct MembersOf<oracle::BestRouteCall> {
  using Message = proto::BestRouteCall;
  static constexpr std::tuple all{
      MessageMember{&Message::luid, &Message::set_luid, &Message::has_luid},
      MessageMember{&Message::index, &Message::set_index},
      MessageMember{&Message::source, &Message::mutable_source, &Message::has_source},
      MessageMember{&Message::destination, &Message::mutable_destination, &Message::has_destination},
      MessageMember{&Message::sort_options, &Message::set_sort_options},
      MessageMember{&Message::null_best_route, &Message::set_null_best_route},
      MessageMember{&Message::null_best_source, &Message::set_null_best_source}};
};

template <>
struct MembersOf<oracle::NotifyCall> {
  using Message = proto::NotifyCall;
  static constexpr std::tuple all{
      MessageMember{&Message::family, &Message::set_family},
      MessageMember{&Message::initial_notification, &Message::set_initial_notification},
      MessageMember{&Message::null_callback, &Message::set_null_callback},
      MessageMember{&Message::null_handle, &Message::set_null_handle}};
};

template <>
struct MembersOf<oracle::CancelCall> {
  using Message = proto::CancelCall;
  static constexpr std::tuple all{MessageMember{&Message::registration, &Message::set_registration}};
};

template <>
struct MembersOf<oracle::CollectCall> {
  using Message = proto::CollectCall;
  static constexpr std::tuple all{MessageMember{&Message::at_least, &Message::set_at_least}};
};

template <>
struct MembersOf<oracle::AdvanceCall> {
  using Message = proto::AdvanceCall;
  static constexpr std::tuple all{MessageMember{&Message::seconds, &Message::set_seconds}};
};

template <>
struct MembersOf<oracle::Notification> {
  using Message = proto::Notification;
  static constexpr std::tuple all{MessageMember{&Message::registration, &Message::set_registration},
                                  MessageMember{&Message::type, &Message::set_type},
                                  row_member<Message>};
};

template <>
struct MembersOf<oracle::TableReply> {
  using Message = proto::TableReply;
  static constexpr std::tuple all{
      MessageMember{&Message::null_pointer, &Message::set_null_pointer},
      MessageMember{[](const Message& table) { return !table.unreadable(); },
                    [](Message& table, bool readable) { table.set_unreadable(!readable); }},
      MessageMember{&Message::row_count, &Message::set_row_count},
      MessageMember{[](const Message& table) -> auto& { return table.routes(); }, &Message::add_routes},
      MessageMember{[](const Message& table) -> auto& { return table.anycasts(); },
                    &Message::add_anycasts}};
};

template <>
struct MembersOf<oracle::Reply> {
  using Message = proto::Reply;
  static constexpr std::tuple all{
      MessageMember{&Message::ending, &Message::set_ending},
      MessageMember{&Message::detail, &Message::mutable_detail},
      MessageMember{&Message::ended_in, &Message::mutable_ended_in},
      MessageMember{&Message::decided_by, &Message::mutable_decided_by},
      MessageMember{&Message::status, &Message::set_status},
      MessageMember{&Message::wrote_outside, &Message::set_wrote_outside},
      MessageMember{&Message::route, &Message::mutable_route, &Message::has_route},
      MessageMember{&Message::anycast, &Message::mutable_anycast, &Message::has_anycast},
      MessageMember{&Message::link, &Message::mutable_link, &Message::has_link},
      MessageMember{&Message::best_source, &Message::mutable_best_source, &Message::has_best_source},
      MessageMember{&Message::table, &Message::mutable_table, &Message::has_table},
      MessageMember{[](const Message& reply) -> auto& { return reply.notifications(); },
                    &Message::add_notifications}};
};

}  // namespace netioconf::corpora::codec
