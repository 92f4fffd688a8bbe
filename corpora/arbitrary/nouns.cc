#include "corpora/arbitrary/nouns.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace netioconf::corpora::arbitrary {
namespace {

namespace gen = rc::gen;

// Any value. Values that a codec might treat in a special way are more frequent.
template <class Number>
rc::Gen<Number> any_number(std::vector<Number> telling) {
  telling.push_back(0);
  telling.push_back(static_cast<Number>(~Number{0}));
  return gen::oneOf(gen::elementOf(telling), gen::resize(100, gen::arbitrary<Number>()));
}

rc::Gen<std::uint8_t> any_octet() { return any_number<std::uint8_t>({1, 2, 0x80}); }
rc::Gen<std::uint32_t> any_number32() { return any_number<std::uint32_t>({1, 2, 3, 25, 255, 256}); }
rc::Gen<std::uint64_t> any_luid() {
  return any_number<std::uint64_t>({oracle::first_luid, oracle::second_luid});
}
rc::Gen<std::uint16_t> any_family() {
  return any_number<std::uint16_t>({oracle::ipv4_family, oracle::ipv6_family, 1, 10});
}

template <std::size_t Size>
rc::Gen<std::array<std::uint8_t, Size>> any_octets() {
  using Octets = std::array<std::uint8_t, Size>;
  return gen::oneOf(gen::just(Octets{}), gen::container<Octets>(any_octet()));
}

template <class Value>
rc::Gen<std::optional<Value>> perhaps(rc::Gen<Value> value) {
  return gen::oneOf(gen::just(std::optional<Value>()),
                    gen::map(std::move(value), [](Value it) { return std::optional<Value>(it); }));
}

// Arbitrary octets from `first` up to but not including `last`. All others are zero.
rc::Gen<oracle::SocketAddress> address_within(std::size_t first, std::size_t last) {
  return gen::map(gen::pair(any_family(), gen::container<std::array<std::uint8_t, 26>>(any_octet())),
                  [=](const auto& made) {
                    oracle::SocketAddress address{.family = made.first, .bytes = {}};
                    for (std::size_t i = first; i < last; ++i) address.bytes[i] = made.second[i];
                    return address;
                  });
}

rc::Gen<oracle::Prefix> any_prefix() {
  return gen::build<oracle::Prefix>(gen::set(&oracle::Prefix::address, arbitrary_address()),
                                    gen::set(&oracle::Prefix::length, any_octet()),
                                    gen::set(&oracle::Prefix::padding, any_octets<3>()));
}

rc::Gen<oracle::RouteRow> any_route() {
  using Row = oracle::RouteRow;
  return gen::build<Row>(
      gen::set(&Row::luid, any_luid()), gen::set(&Row::index, any_number32()),
      gen::set(&Row::destination, any_prefix()), gen::set(&Row::next_hop, arbitrary_address()),
      gen::set(&Row::site_prefix_length, any_octet()), gen::set(&Row::padding, any_octets<3>()),
      gen::set(&Row::valid_lifetime_s, any_number32()),
      gen::set(&Row::preferred_lifetime_s, any_number32()), gen::set(&Row::metric, any_number32()),
      gen::set(&Row::protocol, any_number32()), gen::set(&Row::loopback, any_octet()),
      gen::set(&Row::autoconfigure_address, any_octet()), gen::set(&Row::publish, any_octet()),
      gen::set(&Row::immortal, any_octet()), gen::set(&Row::age_s, any_number32()),
      gen::set(&Row::origin, any_number32()));
}

rc::Gen<oracle::AnycastRow> any_anycast() {
  using Row = oracle::AnycastRow;
  return gen::build<Row>(gen::set(&Row::address, arbitrary_address()),
                         gen::set(&Row::padding, any_octets<4>()), gen::set(&Row::luid, any_luid()),
                         gen::set(&Row::index, any_number32()),
                         gen::set(&Row::scope_id, any_number32()));
}

rc::Gen<oracle::LinkRow> any_link_row() {
  using Row = oracle::LinkRow;
  return gen::build<Row>(gen::set(&Row::family, any_family()), gen::set(&Row::luid, any_luid()),
                         gen::set(&Row::index, any_number32()), gen::set(&Row::metric, any_number32()));
}

rc::Gen<oracle::Operation> any_route_call() {
  using Call = oracle::RouteCall;
  return gen::cast<oracle::Operation>(gen::build<Call>(
      gen::set(&Call::call, gen::element(oracle::Call::initialize_route, oracle::Call::create_route,
                                         oracle::Call::set_route, oracle::Call::get_route,
                                         oracle::Call::delete_route)),
      gen::set(&Call::row, perhaps(any_route())),
      gen::set(&Call::misalignment, gen::inRange<std::uint8_t>(0, 8))));
}

rc::Gen<oracle::Operation> any_anycast_call() {
  using Call = oracle::AnycastCall;
  return gen::cast<oracle::Operation>(gen::build<Call>(
      gen::set(&Call::call, gen::element(oracle::Call::create_anycast, oracle::Call::get_anycast,
                                         oracle::Call::delete_anycast)),
      gen::set(&Call::row, perhaps(any_anycast())),
      gen::set(&Call::misalignment, gen::inRange<std::uint8_t>(0, 8))));
}

rc::Gen<oracle::Operation> any_table_call() {
  using Call = oracle::TableCall;
  return gen::cast<oracle::Operation>(gen::build<Call>(
      gen::set(&Call::call, gen::element(oracle::Call::route_table, oracle::Call::anycast_table)),
      gen::set(&Call::family, any_family()), gen::set(&Call::null_table), gen::set(&Call::keep)));
}

rc::Gen<oracle::Operation> any_kept_table_call() {
  using Call = oracle::KeptTableCall;
  return gen::cast<oracle::Operation>(gen::build<Call>(
      gen::set(&Call::call, gen::element(oracle::Call::free_table, oracle::Call::reread_table)),
      gen::set(&Call::table, any_number32())));
}

rc::Gen<oracle::Operation> any_best_route_call() {
  using Call = oracle::BestRouteCall;
  return gen::cast<oracle::Operation>(gen::build<Call>(
      gen::set(&Call::luid, perhaps(any_luid())), gen::set(&Call::index, any_number32()),
      gen::set(&Call::source, perhaps(arbitrary_address())),
      gen::set(&Call::destination, perhaps(arbitrary_address())),
      gen::set(&Call::sort_options, any_number32()), gen::set(&Call::null_best_route),
      gen::set(&Call::null_best_source)));
}

rc::Gen<oracle::Operation> any_notify_call() {
  using Call = oracle::NotifyCall;
  return gen::cast<oracle::Operation>(
      gen::build<Call>(gen::set(&Call::family, any_family()), gen::set(&Call::initial_notification),
                       gen::set(&Call::null_callback), gen::set(&Call::null_handle)));
}

rc::Gen<oracle::Operation> any_small_call() {
  return gen::oneOf(
      gen::map(any_number32(),
               [](std::uint32_t it) { return oracle::Operation(oracle::CancelCall{it}); }),
      gen::map(any_number32(),
               [](std::uint32_t it) { return oracle::Operation(oracle::CollectCall{it}); }),
      gen::map(perhaps(any_link_row()),
               [](const auto& it) { return oracle::Operation(oracle::LinkCall{it}); }));
}

rc::Gen<oracle::Link> any_link() {
  using Link = oracle::Link;
  return gen::build<Link>(gen::set(&Link::luid, any_luid()), gen::set(&Link::index, any_number32()),
                          gen::set(&Link::ipv4), gen::set(&Link::ipv6), gen::set(&Link::routes),
                          gen::set(&Link::loopback), gen::set(&Link::ipv4_metric, any_number32()),
                          gen::set(&Link::ipv6_metric, any_number32()));
}

rc::Gen<oracle::Host> any_host() {
  using Host = oracle::Host;
  return gen::oneOf(
      gen::just(oracle::plain_host()),
      gen::build<Host>(gen::set(&Host::ipv4), gen::set(&Host::ipv6),
                       gen::set(&Host::links, gen::scale(0.15, gen::container<std::vector<oracle::Link>>(
                                                                   any_link())))));
}

// A host that a script can request: each link has its own LUID and index.
oracle::Host possible(oracle::Host host) {
  for (std::size_t i = 0; i < host.links.size(); ++i) {
    host.links[i].luid = oracle::first_luid + i;
    host.links[i].index = static_cast<std::uint32_t>(i) + 1;
  }
  return host;
}

template <class Value>
rc::Gen<std::vector<Value>> a_few(rc::Gen<Value> value) {
  return gen::scale(0.05, gen::container<std::vector<Value>>(std::move(value)));
}

rc::Gen<oracle::Notification> any_notification() {
  using Notification = oracle::Notification;
  return gen::build<Notification>(gen::set(&Notification::registration, any_number32()),
                                  gen::set(&Notification::type, any_number32()),
                                  gen::set(&Notification::row, perhaps(any_route())));
}

rc::Gen<oracle::TableReply> any_table() {
  using Table = oracle::TableReply;
  return gen::build<Table>(gen::set(&Table::null_pointer), gen::set(&Table::readable),
                           gen::set(&Table::row_count, any_number32()),
                           gen::set(&Table::routes, a_few(any_route())),
                           gen::set(&Table::anycasts, a_few(any_anycast())));
}

rc::Gen<oracle::Reply> any_reply() {
  using Reply = oracle::Reply;
  using oracle::Ending;
  return gen::build<Reply>(
      gen::set(&Reply::ending, gen::element(Ending::returned, Ending::crashed, Ending::hung,
                                            Ending::exited, Ending::garbled, Ending::unavailable)),
      gen::set(&Reply::detail), gen::set(&Reply::decided_by), gen::set(&Reply::status, any_number32()),
      gen::set(&Reply::wrote_outside), gen::set(&Reply::route, perhaps(any_route())),
      gen::set(&Reply::anycast, perhaps(any_anycast())), gen::set(&Reply::link, perhaps(any_link_row())),
      gen::set(&Reply::best_source, perhaps(arbitrary_address())),
      gen::set(&Reply::table, perhaps(any_table())),
      gen::set(&Reply::notifications, a_few(any_notification())));
}

rc::Gen<oracle::Trace> any_trace() {
  using oracle::Step;
  using oracle::Trace;
  return gen::build<Trace>(
      gen::set(&Trace::script), gen::set(&Trace::host, any_host()),
      gen::set(&Trace::initial_routes, a_few(any_route())),
      gen::set(&Trace::initial_anycasts, a_few(any_anycast())),
      gen::set(&Trace::steps,
               a_few(gen::build<Step>(gen::set(&Step::operation, arbitrary_operation()),
                                      gen::set(&Step::reply, any_reply()), gen::set(&Step::probe)))),
      gen::set(&Trace::skipped));
}

}  // namespace

rc::Gen<oracle::SocketAddress> arbitrary_address() {
  return gen::oneOf(address_within(0, 0), address_within(0, 2), address_within(2, 6),
                    address_within(0, 6), address_within(6, 22), address_within(0, 26));
}

rc::Gen<oracle::Operation> arbitrary_operation() {
  return gen::oneOf(any_route_call(), any_anycast_call(), any_table_call(), any_kept_table_call(),
                    any_best_route_call(), any_notify_call(), any_small_call());
}

rc::Gen<oracle::Script> arbitrary_script() {
  return gen::map(
      gen::pair(any_host(),
                gen::scale(0.1, gen::container<std::vector<oracle::Operation>>(arbitrary_operation()))),
      [](const auto& made) {
        return oracle::Script{.name = "", .host = possible(made.first), .operations = made.second};
      });
}

rc::Gen<codec::Recording> arbitrary_recording() {
  return gen::build<codec::Recording>(
      gen::set(&codec::Recording::implementation), gen::set(&codec::Recording::system),
      gen::set(&codec::Recording::recorded), gen::set(&codec::Recording::trace, any_trace()));
}

rc::Gen<proto::Script> arbitrary_message() {
  // A message in binary form with single octets replaced is usually valid and rarely canonical.
  using Spoiling = std::vector<std::pair<std::uint16_t, std::uint8_t>>;
  return gen::map(gen::pair(arbitrary_script(), gen::scale(0.1, gen::arbitrary<Spoiling>())),
                  [](const auto& made) {
                    std::string octets = codec::encode(made.first).SerializeAsString();
                    for (const auto& [place, octet] : made.second) {
                      if (!octets.empty()) octets[place % octets.size()] = static_cast<char>(octet);
                    }
                    proto::Script message;
                    // After an error the members that were read before it remain, which is also a
                    // message.
                    (void)message.ParseFromString(octets);
                    return message;
                  });
}

}  // namespace netioconf::corpora::arbitrary
