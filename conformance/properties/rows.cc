#include "conformance/properties/rows.h"

#include <functional>
#include <utility>

#include "conformance/properties/addresses.h"
#include "conformance/properties/values.h"

namespace netioconf::conformance {
namespace {

namespace gen = rc::gen;
using oracle::AnycastRow;
using oracle::RouteRow;

// A change of one member or of some that belong together.
template <class Row>
using Edit = std::function<void(Row&)>;
template <class Row>
using Edits = rc::Gen<Edit<Row>>;

template <class Row, class Value, class Member>
Edits<Row> edit(rc::Gen<Value> values, Value Member::* member)
  requires std::is_same_v<Row, Member>
{
  return gen::map(std::move(values), [member](Value value) -> Edit<Row> {
    return [member, value](Row& row) { row.*member = value; };
  });
}

template <class Value>
Edits<RouteRow> edit_route(rc::Gen<Value> values, Value RouteRow::* member) {
  return edit<RouteRow>(std::move(values), member);
}

template <class Row>
Edits<Row> edit_name(const oracle::Host& host) {
  return gen::map(some_link_name(host), [](const LinkName& name) -> Edit<Row> {
    return [name](Row& row) {
      row.luid = name.luid;
      row.index = name.index;
    };
  });
}

bool is_ipv6(const oracle::SocketAddress& address) { return address.family == oracle::ipv6_family; }

// Which of two values fits the family, as the family is known only when the edit is made.
template <class Value>
rc::Gen<std::pair<Value, Value>> for_both(rc::Gen<Value> (*values)(std::uint16_t)) {
  return gen::pair(values(oracle::ipv4_family), values(oracle::ipv6_family));
}

Edits<RouteRow> edit_length() {
  const auto edits = gen::map(for_both(some_length), [](const auto& lengths) -> Edit<RouteRow> {
    return [lengths](RouteRow& row) {
      oracle::Prefix& prefix = row.destination;
      prefix.length = is_ipv6(prefix.address) ? lengths.second : lengths.first;
    };
  });
  return edits;
}

// Another length, and no host bits behind it.
Edits<RouteRow> edit_length_cleanly() {
  return gen::map(for_both(some_length), [](const auto& lengths) -> Edit<RouteRow> {
    return [lengths](RouteRow& row) {
      oracle::Prefix& prefix = row.destination;
      prefix.length = is_ipv6(prefix.address) ? lengths.second : lengths.first;
      prefix.address = oracle::masked(prefix.address, prefix.length);
    };
  });
}

Edits<RouteRow> edit_destination() {
  return gen::map(gen::tuple(for_both(some_address), for_both(some_length), gen::arbitrary<bool>()),
                  [](const auto& made) -> Edit<RouteRow> {
                    return [made](RouteRow& row) {
                      const auto& [addresses, lengths, clean] = made;
                      const bool ipv6 = is_ipv6(row.destination.address);
                      const std::uint8_t length = ipv6 ? lengths.second : lengths.first;
                      const oracle::SocketAddress& address = ipv6 ? addresses.second : addresses.first;
                      row.destination.address = clean ? oracle::masked(address, length) : address;
                      row.destination.length = length;
                    };
                  });
}

// Classes as wholes, as single addresses and as prefixes that begin in one and reach beyond it.
Edits<RouteRow> edit_destination_class() {
  const auto lengths = gen::element<std::uint8_t>(0, 1, 3, 4, 5, 8, 9, 10, 16, 24, 31, 32, 64, 96, 127, 128);
  return gen::map(gen::pair(for_both(special_address), lengths),
                  [](const auto& made) -> Edit<RouteRow> {
                    return [made](RouteRow& row) {
                      const bool ipv6 = is_ipv6(row.destination.address);
                      const auto& address = ipv6 ? made.first.second : made.first.first;
                      const std::uint8_t bits = oracle::address_bits(address.family);
                      row.destination.length = std::min(made.second, bits);
                      row.destination.address = oracle::masked(address, row.destination.length);
                    };
                  });
}

template <class Row>
Edits<Row> edit_bit(oracle::SocketAddress& (*address_of)(Row&)) {
  // The last bits more often than the others: they tell neighbours apart.
  const auto bits = gen::weightedOneOf<std::uint32_t>(
      {{2, gen::resize(rc::kNominalSize, gen::inRange<std::uint32_t>(0, 128))},
       {1, gen::element<std::uint32_t>(31, 127, 0, 23, 30, 126)}});
  return gen::map(bits, [address_of](std::uint32_t bit) -> Edit<Row> {
    return [address_of, bit](Row& row) { address_of(row) = with_bit_flipped(address_of(row), bit); };
  });
}

template <class Row>
Edits<Row> edit_family(oracle::SocketAddress& (*address_of)(Row&)) {
  return gen::map(some_family(), [address_of](std::uint16_t family) -> Edit<Row> {
    return [address_of, family](Row& row) { address_of(row).family = family; };
  });
}

template <class Row>
Edits<Row> edit_stray_bytes(oracle::SocketAddress& (*address_of)(Row&)) {
  return gen::map(some_stray_bytes(), [address_of](const Stray& stray) -> Edit<Row> {
    return [address_of, stray](Row& row) { stray(address_of(row)); };
  });
}

template <class Row>
Edits<Row> edit_address(oracle::SocketAddress& (*address_of)(Row&),
                        rc::Gen<oracle::SocketAddress> (*addresses)(std::uint16_t)) {
  return gen::map(for_both(addresses), [address_of](const auto& made) -> Edit<Row> {
    return [address_of, made](Row& row) {
      address_of(row) = is_ipv6(address_of(row)) ? made.second : made.first;
    };
  });
}

oracle::SocketAddress& destination(RouteRow& row) { return row.destination.address; }
oracle::SocketAddress& next_hop(RouteRow& row) { return row.next_hop; }
oracle::SocketAddress& address(AnycastRow& row) { return row.address; }

Edits<RouteRow> on_link() {
  return gen::just<Edit<RouteRow>>(
      [](RouteRow& row) { row.next_hop = zero_address(row.next_hop.family); });
}

Edits<RouteRow> without_next_hop() {
  return gen::just<Edit<RouteRow>>([](RouteRow& row) { row.next_hop = {}; });
}

Edits<RouteRow> edit_lifetimes() {
  return gen::map(some_lifetimes(), [](const Lifetimes& lifetimes) -> Edit<RouteRow> {
    return [lifetimes](RouteRow& row) {
      row.valid_lifetime_s = lifetimes.valid_s;
      row.preferred_lifetime_s = lifetimes.preferred_s;
    };
  });
}

// Around the length of the prefix, around the longest of either family, and the usual illegal value.
Edits<RouteRow> edit_site_prefix() {
  const auto around = gen::map(gen::element(-1, 0, 1, 2), [](int beside) -> Edit<RouteRow> {
    return [beside](RouteRow& row) {
      row.site_prefix_length = static_cast<std::uint8_t>(row.destination.length + beside);
    };
  });
  const auto others = gen::weightedOneOf<std::uint8_t>(
      {{3, gen::element<std::uint8_t>(0, 1, 31, 32, 33, 127, 128, 129, 254)},
       {3, gen::just(oracle::illegal_site_prefix)},
       {1, some_octet()}});
  return gen::weightedOneOf<Edit<RouteRow>>(
      {{1, around}, {1, edit_route(others, &RouteRow::site_prefix_length)}});
}

Edits<RouteRow> edit_flags() {
  return gen::oneOf(edit_route(some_boolean(), &RouteRow::loopback),
                    edit_route(some_boolean(), &RouteRow::autoconfigure_address),
                    edit_route(some_boolean(), &RouteRow::publish),
                    edit_route(some_boolean(), &RouteRow::immortal));
}

Edits<RouteRow> edit_padding() {
  const auto of_prefix = gen::map(some_octets<3>(), [](const auto& octets) -> Edit<RouteRow> {
    return [octets](RouteRow& row) { row.destination.padding = octets; };
  });
  return gen::oneOf(of_prefix, edit_route(some_octets<3>(), &RouteRow::padding));
}

// The members that are the caller's to choose, and those that the stack sets.
Edits<RouteRow> edit_values() {
  return gen::weightedOneOf<Edit<RouteRow>>({{3, edit_route(some_metric(), &RouteRow::metric)},
                                             {2, edit_route(some_protocol(), &RouteRow::protocol)},
                                             {2, edit_flags()},
                                             {1, edit_route(some_number(), &RouteRow::age_s)},
                                             {1, edit_route(some_number(), &RouteRow::origin)},
                                             {1, edit_padding()}});
}

Edits<RouteRow> edit_checked_values() {
  return gen::weightedOneOf<Edit<RouteRow>>({{3, edit_lifetimes()}, {3, edit_site_prefix()}});
}

Edits<RouteRow> edit_key() {
  return gen::weightedOneOf<Edit<RouteRow>>({{2, edit_length()},
                                             {3, edit_length_cleanly()},
                                             {3, edit_destination()},
                                             {2, edit_destination_class()},
                                             {3, edit_bit(destination)},
                                             {2, edit_family(destination)},
                                             {2, edit_stray_bytes(destination)},
                                             {3, edit_address(next_hop, some_address)},
                                             {2, edit_address(next_hop, special_address)},
                                             {2, edit_bit(next_hop)},
                                             {3, edit_family(next_hop)},
                                             {1, without_next_hop()},
                                             {2, on_link()},
                                             {3, edit_stray_bytes(next_hop)}});
}

Edits<RouteRow> edits_of_routes(const oracle::Host& host) {
  static const auto key = edit_key();
  static const auto checked = edit_checked_values();
  static const auto values = edit_values();
  return gen::weightedOneOf<Edit<RouteRow>>(
      {{4, edit_name<RouteRow>(host)}, {9, key}, {4, checked}, {4, values}});
}

Edits<AnycastRow> edits_of_anycasts(const oracle::Host& host) {
  static const auto others = gen::weightedOneOf<Edit<AnycastRow>>(
      {{3, edit_address(address, special_address)},
       {2, edit_address(address, some_address)},
       {2, edit_bit(address)},
       {2, edit_family(address)},
       {3, edit_stray_bytes(address)},
       {1, edit<AnycastRow>(some_number(), &AnycastRow::scope_id)},
       {1, edit<AnycastRow>(some_octets<4>(), &AnycastRow::padding)}});
  return gen::weightedOneOf<Edit<AnycastRow>>({{3, edit_name<AnycastRow>(host)}, {8, others}});
}

template <class Row>
rc::Gen<Row> edited(rc::Gen<Row> rows, Edits<Row> edits) {
  return gen::map(gen::pair(std::move(rows), std::move(edits)), [](const auto& made) {
    Row row = made.first;
    made.second(row);
    return row;
  });
}

// The very row, or with one member changed, or with two.
template <class Row>
rc::Gen<Row> near_duplicate(const rc::Gen<Row>& rows, const Edits<Row>& edits) {
  const auto once = edited(rows, edits);
  return gen::weightedOneOf<Row>({{6, rows}, {6, once}, {2, edited(once, edits)}});
}

}  // namespace

rc::Gen<RouteRow> some_route(const Setting& setting) {
  return near_duplicate(gen::elementOf(setting.routes), edits_of_routes(setting.host));
}

rc::Gen<AnycastRow> some_anycast(const Setting& setting) {
  return near_duplicate(gen::elementOf(setting.anycasts), edits_of_anycasts(setting.host));
}

rc::Gen<RouteRow> same_route_but_for_values(const RouteRow& row) {
  static const auto values = edit_values();
  return edited(edited(gen::just(row), values), values);
}

}  // namespace netioconf::conformance
