#pragma once

#include "corpora/codec/members.h"

// The members of the messages for rows, links and arguments: one line for each field.
namespace netioconf::corpora::codec {

template <>
struct MembersOf<oracle::Link> {
  using Message = proto::Link;
  static constexpr std::tuple all{Member{&Message::luid, &Message::set_luid},
                                  Member{&Message::index, &Message::set_index},
                                  Member{&Message::ipv4, &Message::set_ipv4},
                                  Member{&Message::ipv6, &Message::set_ipv6},
                                  Member{&Message::routes, &Message::set_routes},
                                  Member{&Message::loopback, &Message::set_loopback},
                                  Member{&Message::ipv4_metric, &Message::set_ipv4_metric},
                                  Member{&Message::ipv6_metric, &Message::set_ipv6_metric}};
};

template <>
struct MembersOf<oracle::RouteRow> {
  using Message = proto::RouteRow;
  static constexpr std::tuple all{
      Member{&Message::luid, &Message::set_luid},
      Member{&Message::index, &Message::set_index},
      Member{[](const Message& row) -> auto& { return row.destination().address(); },
             [](Message& row) { return row.mutable_destination()->mutable_address(); }},
      Member{[](const Message& row) { return row.destination().length(); },
             [](Message& row, std::uint32_t length) { row.mutable_destination()->set_length(length); }},
      Member{[](const Message& row) -> auto& { return row.destination().padding(); },
             [](Message& row) { return row.mutable_destination()->mutable_padding(); }},
      Member{&Message::next_hop, &Message::mutable_next_hop},
      Member{&Message::site_prefix_length, &Message::set_site_prefix_length},
      Member{&Message::padding, &Message::mutable_padding},
      Member{&Message::valid_lifetime_s, &Message::set_valid_lifetime_s},
      Member{&Message::preferred_lifetime_s, &Message::set_preferred_lifetime_s},
      Member{&Message::metric, &Message::set_metric},
      Member{&Message::protocol, &Message::set_protocol},
      Member{&Message::loopback, &Message::set_loopback},
      Member{&Message::autoconfigure_address, &Message::set_autoconfigure_address},
      Member{&Message::publish, &Message::set_publish},
      Member{&Message::immortal, &Message::set_immortal},
      Member{&Message::age_s, &Message::set_age_s},
      Member{&Message::origin, &Message::set_origin}};
};

template <>
struct MembersOf<oracle::AnycastRow> {
  using Message = proto::AnycastRow;
  static constexpr std::tuple all{
      Member{&Message::address, &Message::mutable_address},
      Member{&Message::padding, &Message::mutable_padding}, Member{&Message::luid, &Message::set_luid},
      Member{&Message::index, &Message::set_index}, Member{&Message::scope_id, &Message::set_scope_id}};
};

template <>
struct MembersOf<oracle::LinkRow> {
  using Message = proto::LinkRow;
  static constexpr std::tuple all{
      Member{&Message::family, &Message::set_family}, Member{&Message::luid, &Message::set_luid},
      Member{&Message::index, &Message::set_index}, Member{&Message::metric, &Message::set_metric}};
};

template <class Message>
inline constexpr Member row_member{&Message::row, &Message::mutable_row, &Message::has_row};
template <class Message>
inline constexpr std::tuple row_call_members{
    row_member<Message>,
    Member{[](const Message& call) { return call.misalignment() & 7U; }, &Message::set_misalignment}};

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
  static constexpr std::tuple all{Member{&Message::family, &Message::set_family},
                                  Member{&Message::null_table, &Message::set_null_table},
                                  Member{&Message::keep, &Message::set_keep}};
};

template <>
struct MembersOf<oracle::KeptTableCall> {
  using Message = proto::KeptTableCall;
  static constexpr std::tuple all{Member{&Message::table, &Message::set_table}};
};

template <>
struct MembersOf<oracle::BestRouteCall> {
  using Message = proto::BestRouteCall;
  static constexpr std::tuple all{
      Member{&Message::luid, &Message::set_luid, &Message::has_luid},
      Member{&Message::index, &Message::set_index},
      Member{&Message::source, &Message::mutable_source, &Message::has_source},
      Member{&Message::destination, &Message::mutable_destination, &Message::has_destination},
      Member{&Message::sort_options, &Message::set_sort_options},
      Member{&Message::null_best_route, &Message::set_null_best_route},
      Member{&Message::null_best_source, &Message::set_null_best_source}};
};

template <>
struct MembersOf<oracle::NotifyCall> {
  using Message = proto::NotifyCall;
  static constexpr std::tuple all{
      Member{&Message::family, &Message::set_family},
      Member{&Message::initial_notification, &Message::set_initial_notification},
      Member{&Message::null_callback, &Message::set_null_callback},
      Member{&Message::null_handle, &Message::set_null_handle}};
};

template <>
struct MembersOf<oracle::CancelCall> {
  using Message = proto::CancelCall;
  static constexpr std::tuple all{Member{&Message::registration, &Message::set_registration}};
};

template <>
struct MembersOf<oracle::CollectCall> {
  using Message = proto::CollectCall;
  static constexpr std::tuple all{Member{&Message::at_least, &Message::set_at_least}};
};

}  // namespace netioconf::corpora::codec
