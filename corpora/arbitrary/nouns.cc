#include "corpora/arbitrary/nouns.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "oracle/model/fields.h"

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
                    oracle::SocketAddress address{.family = made.first};
                    for (std::size_t i = first; i < last; ++i) address.bytes[i] = made.second[i];
                    return address;
                  });
}

template <class Value>
rc::Gen<std::vector<Value>> a_few(rc::Gen<Value> value) {
  return gen::scale(0.05, gen::container<std::vector<Value>>(std::move(value)));
}

// Any value of a member's type.
rc::Gen<oracle::Ending> any_value(oracle::Role, const oracle::Ending&) {
  using enum oracle::Ending;
  return gen::element(returned, crashed, hung, exited, garbled, unavailable);
}
rc::Gen<std::string> any_value(oracle::Role, const std::string&) { return any_text(); }
rc::Gen<std::uint8_t> any_value(oracle::Role role, const std::uint8_t&) {
  return role == oracle::Role::misalignment ? gen::inRange<std::uint8_t>(0, 8) : any_octet();
}
rc::Gen<bool> any_value(oracle::Role, const bool&) { return any_flag(); }
rc::Gen<std::uint16_t> any_value(oracle::Role, const std::uint16_t&) { return any_family(); }
rc::Gen<std::uint32_t> any_value(oracle::Role, const std::uint32_t&) { return any_number32(); }
rc::Gen<std::uint64_t> any_value(oracle::Role, const std::uint64_t&) { return any_luid(); }
rc::Gen<oracle::SocketAddress> any_value(oracle::Role, const oracle::SocketAddress&) {
  return arbitrary_address();
}
template <std::size_t Size>
rc::Gen<std::array<std::uint8_t, Size>> any_value(oracle::Role, const std::array<std::uint8_t, Size>&) {
  return any_octets<Size>();
}
template <class Row>
rc::Gen<Row> any_value(oracle::Role, const Row&);
template <class Value>
rc::Gen<std::optional<Value>> any_value(oracle::Role role, const std::optional<Value>&) {
  return perhaps(any_value(role, Value{}));
}

template <class Value>
rc::Gen<std::vector<Value>> any_value(oracle::Role role, const std::vector<Value>&) {
  return a_few(any_value(role, Value{}));
}

template <class Structure, class Values, std::size_t... position>
Structure with_members(Structure made, const Values& values, std::index_sequence<position...>) {
  constexpr const auto& fields = oracle::FieldsOf<Structure>::all;
  ((std::get<position>(fields).of(made) = std::get<position>(values)), ...);
  return made;
}

// A structure with any values in its members. Searches use it on several threads, so it does not use
// gen::exec, whose state all threads share.
template <class Structure>
rc::Gen<Structure> any_structure(const Structure& start = {}) {
  return std::apply(
      [&start](const auto&... field) {
        return gen::map(
            gen::tuple(any_value(field.role, field.of(start))...), [start](const auto& values) {
              return with_members(start, values, std::make_index_sequence<sizeof...(field)>{});
            });
      },
      oracle::FieldsOf<Structure>::all);
}

template <class Row>
rc::Gen<Row> any_value(oracle::Role, const Row&) {
  return any_structure<Row>();
}

template <class Arguments>
rc::Gen<oracle::Operation> any_arguments(std::initializer_list<oracle::Call> calls) {
  return gen::cast<oracle::Operation>(
      gen::mapcat(gen::elementOf(std::vector(calls)),
                  [](oracle::Call call) { return any_structure<Arguments>({.call = call}); }));
}
template <class Arguments>
rc::Gen<oracle::Operation> any_arguments() {
  return gen::cast<oracle::Operation>(any_structure<Arguments>());
}

rc::Gen<oracle::Host> any_host() {
  using Host = oracle::Host;
  return gen::oneOf(gen::just(oracle::plain_host()), gen::exec([] {
                      return Host{.ipv4 = *any_flag(),
                                  .ipv6 = *any_flag(),
                                  .links = *gen::scale(0.15, gen::container<std::vector<oracle::Link>>(
                                                                 any_structure<oracle::Link>()))};
                    }));
}

// A host that a script can request: each link has its own LUID and index, and each address its own
// number.
oracle::Host possible(oracle::Host host) {
  for (std::size_t i = 0; i < host.links.size(); ++i) {
    host.links[i].luid = oracle::first_luid + i;
    host.links[i].index = static_cast<std::uint32_t>(i) + 1;
    std::vector<oracle::Prefix>& addresses = host.links[i].addresses;
    addresses.resize(std::min(addresses.size(), oracle::most_addresses));
    for (std::size_t number = 0; number < addresses.size(); ++number) {
      const auto last = static_cast<std::uint8_t>(number + 1);
      const bool ipv6 = addresses[number].address.family % 2 == 1;
      addresses[number] = {
          .address = ipv6 ? oracle::ipv6(0x20010db800000000, last) : oracle::ipv4(198, 51, 100, last),
          .length = static_cast<std::uint8_t>(addresses[number].length % 33)};
    }
  }
  return host;
}

rc::Gen<oracle::Trace> any_trace() {
  using oracle::Step;
  using oracle::Trace;
  return gen::exec([] {
    return Trace{.script = *any_text(),
                 .host = *any_host(),
                 .wanted_host = *perhaps(any_host()),
                 .bad_description = *any_text(),
                 .initial_routes = *a_few(any_structure<oracle::RouteRow>()),
                 .initial_anycasts = *a_few(any_structure<oracle::AnycastRow>()),
                 .steps = *a_few(gen::exec([] {
                   return Step{.operation = *arbitrary_operation(),
                               .reply = *any_structure<oracle::Reply>(),
                               .probe = *any_flag()};
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
  using enum oracle::Call;
  return gen::oneOf(any_arguments<oracle::RouteCall>(
                        {initialize_route, create_route, set_route, get_route, delete_route}),
                    any_arguments<oracle::AnycastCall>({create_anycast, get_anycast, delete_anycast}),
                    any_arguments<oracle::TableCall>({route_table, anycast_table}),
                    any_arguments<oracle::KeptTableCall>({free_table, reread_table}),
                    any_arguments<oracle::BestRouteCall>(), any_arguments<oracle::NotifyCall>(),
                    gen::oneOf(any_arguments<oracle::CancelCall>(), any_arguments<oracle::CollectCall>(),
                               any_arguments<oracle::LinkCall>(), any_arguments<oracle::AdvanceCall>()));
}

rc::Gen<oracle::Script> arbitrary_script() {
  return gen::map(
      gen::pair(any_host(),
                gen::scale(0.1, gen::container<std::vector<oracle::Operation>>(arbitrary_operation()))),
      [](const auto& made) {
        return oracle::Script{.host = possible(made.first), .operations = made.second};
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
