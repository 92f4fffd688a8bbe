#include "conformance/search/properties/rows.h"

#include <algorithm>
#include <utility>

#include "conformance/search/properties/addresses.h"
#include "conformance/search/properties/values.h"
#include "oracle/rules/examples.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;
using oracle::AnycastRow;
using oracle::RouteRow;
using oracle::SocketAddress;

// A change of one member or of several related members.
template <class Row>
using RowEdit = std::function<void(Row&, const oracle::Host&)>;
template <class Row>
using Edits = rc::Gen<RowEdit<Row>>;

// An edit that applies a generated value.
template <class Row, class Value, class Apply>
Edits<Row> edits(rc::Gen<Value> values, Apply apply) {
  return gen::map(std::move(values), [apply](const Value& value) -> RowEdit<Row> {
    return [apply, value](Row& row, const oracle::Host& host) {
      if constexpr (std::is_invocable_v<Apply, Row&, const Value&, const oracle::Host&>) {
        apply(row, value, host);
      } else {
        apply(row, value);
      }
    };
  });
}

template <class Row, class Value>
Edits<Row> set(rc::Gen<Value> values, Value Row::* member) {
  return edits<Row>(std::move(values), [member](Row& row, const Value& value) { row.*member = value; });
}

template <class Row>
Edits<Row> edit_name() {
  return edits<Row>(some_link_name(),
                    [](Row& row, const HostDependentLinkName& name_on, const oracle::Host& host) {
                      const LinkName name = name_on(host);
                      row.luid = name.luid;
                      row.index = name.index;
                    });
}

template <class Row>
using AddressOf = oracle::SocketAddress& (*)(Row&);
SocketAddress& destination(RouteRow& row) { return row.destination.address; }
SocketAddress& next_hop(RouteRow& row) { return row.next_hop; }
SocketAddress& address(AnycastRow& row) { return row.address; }

template <class Row>
Edits<Row> edit_address(AddressOf<Row> of, rc::Gen<FamilyDependentAddress> addresses) {
  return edits<Row>(std::move(addresses), [of](Row& row, const FamilyDependentAddress& address_in) {
    of(row) = address_in(of(row).family);
  });
}

template <class Row>
Edits<Row> edit_bit(AddressOf<Row> of) {
  // The last bits are more frequent, because neighbours differ in them.
  const auto bits =
      gen::weightedOneOf<std::uint32_t>({{2, gen::cast<std::uint32_t>(some_position())},
                                         {1, gen::element<std::uint32_t>(31, 127, 0, 23, 30, 126)}});
  return edits<Row>(bits,
                    [of](Row& row, std::uint32_t bit) { of(row) = with_bit_flipped(of(row), bit); });
}

template <class Row>
Edits<Row> edit_family(AddressOf<Row> of) {
  return edits<Row>(some_family(), [of](Row& row, std::uint16_t family) { of(row).family = family; });
}

template <class Row>
Edits<Row> edit_stray_bytes(AddressOf<Row> of) {
  return edits<Row>(some_stray_bytes(), [of](Row& row, const Stray& stray) { stray(of(row)); });
}

enum class HostBitsOfPrefix : std::uint8_t { cleared, left };

Edits<RouteRow> edit_length(HostBitsOfPrefix host_bits) {
  return edits<RouteRow>(some_length(), [host_bits](RouteRow& row, const FamilyDependentLength& length) {
    oracle::Prefix& prefix = row.destination;
    prefix.length = length(prefix.address.family);
    if (host_bits == HostBitsOfPrefix::cleared)
      prefix.address = oracle::masked(prefix.address, prefix.length);
  });
}

Edits<RouteRow> edit_destination(HostBitsOfPrefix host_bits) {
  return edits<RouteRow>(gen::pair(some_address(), some_length()),
                         [host_bits](RouteRow& row, const auto& made) {
                           oracle::Prefix& prefix = row.destination;
                           prefix.length = made.second(prefix.address.family);
                           prefix.address = made.first(prefix.address.family);
                           if (host_bits == HostBitsOfPrefix::cleared)
                             prefix.address = oracle::masked(prefix.address, prefix.length);
                         });
}

// Whole classes of addresses, single addresses, and prefixes that start in a class and extend past it.
Edits<RouteRow> edit_destination_class() {
  const auto lengths = gen::element<std::uint8_t>(0, 1, 3, 4, 5, 8, 9, 10, 31, 32, 64, 96, 127, 128);
  return edits<RouteRow>(gen::pair(special_address(), lengths), [](RouteRow& row, const auto& made) {
    const SocketAddress special = made.first(row.destination.address.family);
    row.destination.length = std::min(made.second, oracle::address_bits(special.family));
    row.destination.address = oracle::masked(special, row.destination.length);
  });
}

Edits<RouteRow> on_link() {
  return gen::just<RowEdit<RouteRow>>(
      [](RouteRow& row, const oracle::Host&) { row.next_hop = zero_address(row.next_hop.family); });
}

Edits<RouteRow> without_next_hop() {
  return gen::just<RowEdit<RouteRow>>([](RouteRow& row, const oracle::Host&) { row.next_hop = {}; });
}

// Prefix and next hop of the other family, as whole addresses.
Edits<RouteRow> with_next_hop_of_other_family() {
  return edits<RouteRow>(
      ordinary_address(), [](RouteRow& row, const FamilyDependentAddress& address_in) {
        const bool is_ipv6 = row.destination.address.family == oracle::ipv6_family;
        row.next_hop = address_in(is_ipv6 ? oracle::ipv4_family : oracle::ipv6_family);
      });
}

Edits<RouteRow> edit_lifetimes() {
  return edits<RouteRow>(some_lifetimes(), [](RouteRow& row, const Lifetimes& lifetimes) {
    row.valid_lifetime_s = lifetimes.valid_s;
    row.preferred_lifetime_s = lifetimes.preferred_s;
  });
}

// Lengths around that of the prefix, around the maximum of each family, and the usual illegal value.
Edits<RouteRow> edit_site_prefix() {
  const auto around = edits<RouteRow>(gen::element(-1, 0, 1, 2), [](RouteRow& row, int beside) {
    row.site_prefix_length = static_cast<std::uint8_t>(row.destination.length + beside);
  });
  const auto others = gen::weightedOneOf<std::uint8_t>(
      {{3, gen::element<std::uint8_t>(0, 1, 31, 32, 33, 127, 128, 129, 254)},
       {3, gen::just(oracle::illegal_site_prefix)},
       {1, some_octet()}});
  return gen::weightedOneOf<RowEdit<RouteRow>>(
      {{1, around}, {1, set<RouteRow>(others, &RouteRow::site_prefix_length)}});
}

Edits<RouteRow> edit_flags() {
  return gen::oneOf(set(some_boolean(), &RouteRow::loopback),
                    set(some_boolean(), &RouteRow::autoconfigure_address),
                    set(some_boolean(), &RouteRow::publish), set(some_boolean(), &RouteRow::immortal));
}

Edits<RouteRow> edit_padding() {
  const auto of_prefix =
      edits<RouteRow>(some_octets<3>(), [](RouteRow& row, const std::array<std::uint8_t, 3>& octets) {
        row.destination.padding = octets;
      });
  return gen::oneOf(of_prefix, set(some_octets<3>(), &RouteRow::padding));
}

// The members that the caller chooses, and those that the stack sets.
Edits<RouteRow> edit_values() {
  return gen::weightedOneOf<RowEdit<RouteRow>>({{3, set(some_metric(), &RouteRow::metric)},
                                                {2, set(some_protocol(), &RouteRow::protocol)},
                                                {2, edit_flags()},
                                                {1, set(some_number(), &RouteRow::age_s)},
                                                {1, set(some_number(), &RouteRow::origin)},
                                                {1, edit_padding()}});
}

Edits<RouteRow> edit_key() {
  return gen::weightedOneOf<RowEdit<RouteRow>>({{1, edit_length(HostBitsOfPrefix::left)},
                                                {3, edit_length(HostBitsOfPrefix::cleared)},
                                                {1, edit_destination(HostBitsOfPrefix::left)},
                                                {3, edit_destination(HostBitsOfPrefix::cleared)},
                                                {3, edit_destination_class()},
                                                {3, edit_bit(destination)},
                                                {2, edit_family(destination)},
                                                {3, edit_stray_bytes(destination)},
                                                {3, edit_address(next_hop, some_address())},
                                                {2, edit_address(next_hop, special_address())},
                                                {2, edit_bit(next_hop)},
                                                {2, edit_family(next_hop)},
                                                {1, without_next_hop()},
                                                {1, with_next_hop_of_other_family()},
                                                {2, on_link()},
                                                {3, edit_stray_bytes(next_hop)}});
}

// What makes a row of an example break a rule, or nearly: oracle/rules.
template <class Row>
Edits<Row> as_in_an_example(const std::vector<Row>& examples) {
  return edits<Row>(gen::elementOf(examples),
                    [](Row& row, const Row& example) { oracle::rules::take_members(example, row); });
}

const Edits<RouteRow>& edits_of_routes() {
  static const auto all = gen::weightedOneOf<RowEdit<RouteRow>>(
      {{4, edit_name<RouteRow>()},
       {10, edit_key()},
       {2, edit_lifetimes()},
       {2, edit_site_prefix()},
       {5, edit_values()},
       {2, as_in_an_example(oracle::rules::example_rows<RouteRow>())}});
  return all;
}

const Edits<AnycastRow>& edits_of_anycasts() {
  static const auto all = gen::weightedOneOf<RowEdit<AnycastRow>>(
      {{5, edit_name<AnycastRow>()},
       {4, edit_address(address, special_address())},
       {2, edit_address(address, some_address())},
       {2, edit_bit(address)},
       {2, edit_family(address)},
       {4, edit_stray_bytes(address)},
       {1, set(some_number(), &AnycastRow::scope_id)},
       {1, set(some_octets<4>(), &AnycastRow::padding)},
       {2, as_in_an_example(oracle::rules::example_rows<AnycastRow>())}});
  return all;
}

// The row unchanged, or with one or two members changed.
template <class Row>
rc::Gen<HostDependentRow<Row>> near_duplicate(const Edits<Row>& one, std::vector<Row> Fixture::* rows) {
  const auto none = gen::just(std::vector<RowEdit<Row>>());
  const auto how_many = gen::weightedOneOf<std::vector<RowEdit<Row>>>(
      {{6, none},
       {6, gen::container<std::vector<RowEdit<Row>>>(1, one)},
       {2, gen::container<std::vector<RowEdit<Row>>>(2, one)}});
  return gen::map(gen::pair(some_position(), how_many),
                  [rows](const auto& made) -> HostDependentRow<Row> {
                    return [rows, made](const Fixture& fixture) {
                      const std::vector<Row>& list = fixture.*rows;
                      Row row = list[made.first % list.size()];
                      for (const RowEdit<Row>& edit : made.second) edit(row, fixture.host);
                      return row;
                    };
                  });
}

}  // namespace

rc::Gen<HostDependentRow<RouteRow>> some_route() {
  static const auto routes = near_duplicate(edits_of_routes(), &Fixture::routes);
  return routes;
}

rc::Gen<HostDependentRow<AnycastRow>> some_anycast() {
  static const auto anycasts = near_duplicate(edits_of_anycasts(), &Fixture::anycasts);
  return anycasts;
}

rc::Gen<ValueEdit> some_values() {
  static const auto values = gen::map(edit_values(), [](const RowEdit<RouteRow>& edit) -> ValueEdit {
    return [edit](RouteRow& row) { edit(row, {}); };
  });
  return values;
}

}  // namespace netioconf::conformance::search::properties
