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

rc::Gen<bool> any_flag() { return gen::arbitrary<bool>(); }
rc::Gen<std::string> any_text() { return gen::arbitrary<std::string>(); }
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
  return gen::exec([] {
    return oracle::Prefix{
        .address = *arbitrary_address(), .length = *any_octet(), .padding = *any_octets<3>()};
  });
}

rc::Gen<oracle::RouteRow> any_route() {
  using Row = oracle::RouteRow;
  return gen::exec([] {
    return Row{.luid = *any_luid(),
               .index = *any_number32(),
               .destination = *any_prefix(),
               .next_hop = *arbitrary_address(),
               .site_prefix_length = *any_octet(),
               .padding = *any_octets<3>(),
               .valid_lifetime_s = *any_number32(),
               .preferred_lifetime_s = *any_number32(),
               .metric = *any_number32(),
               .protocol = *any_number32(),
               .loopback = *any_octet(),
               .autoconfigure_address = *any_octet(),
               .publish = *any_octet(),
               .immortal = *any_octet(),
               .age_s = *any_number32(),
               .origin = *any_number32()};
  });
}

rc::Gen<oracle::AnycastRow> any_anycast() {
  using Row = oracle::AnycastRow;
  return gen::exec([] {
    return Row{.address = *arbitrary_address(),
               .padding = *any_octets<4>(),
               .luid = *any_luid(),
               .index = *any_number32(),
               .scope_id = *any_number32()};
  });
}

rc::Gen<oracle::LinkRow> any_link_row() {
  using Row = oracle::LinkRow;
  return gen::exec([] {
    return Row{.family = *any_family(),
               .luid = *any_luid(),
               .index = *any_number32(),
               .metric = *any_number32()};
  });
}

rc::Gen<oracle::Operation> any_route_call() {
  using Call = oracle::RouteCall;
  return gen::cast<oracle::Operation>(gen::exec([] {
    return Call{.call = *gen::element(oracle::Call::initialize_route, oracle::Call::create_route,
                                      oracle::Call::set_route, oracle::Call::get_route,
                                      oracle::Call::delete_route),
                .row = *perhaps(any_route()),
                .misalignment = *gen::inRange<std::uint8_t>(0, 8)};
  }));
}

rc::Gen<oracle::Operation> any_anycast_call() {
  using Call = oracle::AnycastCall;
  return gen::cast<oracle::Operation>(gen::exec([] {
    return Call{.call = *gen::element(oracle::Call::create_anycast, oracle::Call::get_anycast,
                                      oracle::Call::delete_anycast),
                .row = *perhaps(any_anycast()),
                .misalignment = *gen::inRange<std::uint8_t>(0, 8)};
  }));
}

rc::Gen<oracle::Operation> any_table_call() {
  using Call = oracle::TableCall;
  return gen::cast<oracle::Operation>(gen::exec([] {
    return Call{.call = *gen::element(oracle::Call::route_table, oracle::Call::anycast_table),
                .family = *any_family(),
                .null_table = *any_flag(),
                .keep = *any_flag()};
  }));
}

rc::Gen<oracle::Operation> any_kept_table_call() {
  using Call = oracle::KeptTableCall;
  return gen::cast<oracle::Operation>(gen::exec([] {
    return Call{.call = *gen::element(oracle::Call::free_table, oracle::Call::reread_table),
                .table = *any_number32()};
  }));
}

rc::Gen<oracle::Operation> any_best_route_call() {
  using Call = oracle::BestRouteCall;
  return gen::cast<oracle::Operation>(gen::exec([] {
    return Call{.luid = *perhaps(any_luid()),
                .index = *any_number32(),
                .source = *perhaps(arbitrary_address()),
                .destination = *perhaps(arbitrary_address()),
                .sort_options = *any_number32(),
                .null_best_route = *any_flag(),
                .null_best_source = *any_flag()};
  }));
}

rc::Gen<oracle::Operation> any_notify_call() {
  using Call = oracle::NotifyCall;
  return gen::cast<oracle::Operation>(gen::exec([] {
    return Call{.family = *any_family(),
                .initial_notification = *any_flag(),
                .null_callback = *any_flag(),
                .null_handle = *any_flag()};
  }));
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
  return gen::exec([] {
    return Link{.luid = *any_luid(),
                .index = *any_number32(),
                .ipv4 = *any_flag(),
                .ipv6 = *any_flag(),
                .routes = *any_flag(),
                .loopback = *any_flag(),
                .ipv4_metric = *any_number32(),
                .ipv6_metric = *any_number32()};
  });
}

rc::Gen<oracle::Host> any_host() {
  using Host = oracle::Host;
  return gen::oneOf(
      gen::just(oracle::plain_host()), gen::exec([] {
        return Host{.ipv4 = *any_flag(),
                    .ipv6 = *any_flag(),
                    .links = *gen::scale(0.15, gen::container<std::vector<oracle::Link>>(any_link()))};
      }));
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
  return gen::exec([] {
    return Notification{
        .registration = *any_number32(), .type = *any_number32(), .row = *perhaps(any_route())};
  });
}

rc::Gen<oracle::TableReply> any_table() {
  using Table = oracle::TableReply;
  return gen::exec([] {
    return Table{.null_pointer = *any_flag(),
                 .readable = *any_flag(),
                 .row_count = *any_number32(),
                 .routes = *a_few(any_route()),
                 .anycasts = *a_few(any_anycast())};
  });
}

rc::Gen<oracle::Reply> any_reply() {
  using Reply = oracle::Reply;
  using oracle::Ending;
  return gen::exec([] {
    return Reply{.ending = *gen::element(Ending::returned, Ending::crashed, Ending::hung, Ending::exited,
                                         Ending::garbled, Ending::unavailable),
                 .detail = *any_text(),
                 .decided_by = *any_text(),
                 .status = *any_number32(),
                 .wrote_outside = *any_flag(),
                 .route = *perhaps(any_route()),
                 .anycast = *perhaps(any_anycast()),
                 .link = *perhaps(any_link_row()),
                 .best_source = *perhaps(arbitrary_address()),
                 .table = *perhaps(any_table()),
                 .notifications = *a_few(any_notification())};
  });
}

rc::Gen<oracle::Trace> any_trace() {
  using oracle::Step;
  using oracle::Trace;
  return gen::exec([] {
    return Trace{.script = *any_text(),
                 .host = *any_host(),
                 .initial_routes = *a_few(any_route()),
                 .initial_anycasts = *a_few(any_anycast()),
                 .steps = *a_few(gen::exec([] {
                   return Step{
                       .operation = *arbitrary_operation(), .reply = *any_reply(), .probe = *any_flag()};
                 })),
                 .skipped = *any_text()};
  });
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
  return gen::exec([] {
    return codec::Recording{.implementation = *any_text(),
                            .system = *any_text(),
                            .recorded = *any_text(),
                            .trace = *any_trace()};
  });
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
