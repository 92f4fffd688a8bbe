#include "conformance/search/properties/values.h"

#include <vector>

#include "conformance/search/values/values.h"
#include "oracle/model/rows.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;

// RapidCheck generates larger numbers the longer it runs. This generator ignores that size.
template <class Number>
rc::Gen<Number> any() {
  return gen::resize(rc::kNominalSize, gen::arbitrary<Number>());
}

std::vector<std::uint32_t> long_lifetimes_s() {
  std::vector<std::uint32_t> list = values::lifetimes_s();
  std::erase_if(list, [](std::uint32_t lifetime_s) { return lifetime_s < 3600; });
  return list;
}

Lifetimes both(std::uint32_t lifetime_s) { return {lifetime_s, lifetime_s}; }

}  // namespace

rc::Gen<std::uint16_t> some_ip_family() {
  return gen::element(oracle::ipv4_family, oracle::ipv6_family);
}

rc::Gen<std::uint16_t> some_family() {
  static const auto families =
      gen::weightedOneOf<std::uint16_t>({{12, some_ip_family()},
                                         {2, gen::just(oracle::unspecified_family)},
                                         {3, gen::elementOf(values::families())},
                                         {1, any<std::uint16_t>()}});
  return families;
}

rc::Gen<std::uint32_t> some_number() {
  static const auto numbers = gen::weightedOneOf<std::uint32_t>(
      {{3, gen::element<std::uint32_t>(0, 1, 2, 3, 77, 255, 256, 0xffff, 0x10000)},
       {2, gen::element<std::uint32_t>(0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff)},
       {1, any<std::uint32_t>()}});
  return numbers;
}

rc::Gen<std::uint8_t> some_octet() {
  static const auto octets = gen::weightedOneOf<std::uint8_t>(
      {{2, gen::element<std::uint8_t>(0, 1, 2, 0x80, 0xff)}, {1, any<std::uint8_t>()}});
  return octets;
}

rc::Gen<std::uint32_t> some_metric() {
  static const auto metrics =
      gen::weightedOneOf<std::uint32_t>({{6, gen::element<std::uint32_t>(0, 1, 2, 5, 10, 25, 100)},
                                         {4, gen::elementOf(values::metrics())},
                                         {1, any<std::uint32_t>()}});
  return metrics;
}

rc::Gen<std::uint32_t> some_protocol() {
  static const auto protocols = gen::weightedOneOf<std::uint32_t>(
      {{4, gen::inRange<std::uint32_t>(1, 20)}, {3, gen::elementOf(values::protocols())}});
  return gen::resize(rc::kNominalSize, protocols);
}

rc::Gen<std::uint8_t> some_boolean() {
  static const auto booleans =
      gen::weightedElement<std::uint8_t>({{4, 0}, {4, 1}, {1, 2}, {1, 0x80}, {1, 0xff}});
  return booleans;
}

rc::Gen<Lifetimes> some_lifetimes() {
  constexpr std::uint32_t infinite = oracle::infinite_lifetime_s;
  static const auto telling = gen::elementOf(long_lifetimes_s());
  static const auto lifetimes = gen::weightedOneOf<Lifetimes>(
      {{6, gen::map(gen::pair(telling, telling),
                    [](const auto& pair) { return Lifetimes{pair.first, pair.second}; })},
       {3, gen::map(telling, [](std::uint32_t valid) { return both(valid); })},
       {3, gen::map(telling, [](std::uint32_t valid) { return Lifetimes{valid, valid - 1}; })},
       {3, gen::map(telling, [](std::uint32_t valid) { return Lifetimes{valid, valid + 1}; })},
       {2, gen::map(telling, [](std::uint32_t valid) { return Lifetimes{valid, 0}; })},
       {2, gen::just(Lifetimes{0, 0})},
       {1, gen::element(Lifetimes{0, 1}, Lifetimes{0, infinite}, Lifetimes{1, 0}, Lifetimes{1, 1},
                        Lifetimes{60, 61}, Lifetimes{3599, 3599}, Lifetimes{3599, infinite})},
       {1, gen::map(gen::pair(any<std::uint32_t>(), any<std::uint32_t>()),
                    [](const auto& pair) { return Lifetimes{pair.first, pair.second}; })}});
  return lifetimes;
}

rc::Gen<FamilyDependentLength> some_length() {
  // Often a length that a prefix of the family can have.
  static const std::vector<std::uint8_t> of_ipv4 = {0, 8, 16, 24, 32};
  static const std::vector<std::uint8_t> of_ipv6 = {0, 32, 48, 64, 128};
  static const auto lengths =
      gen::map(gen::pair(some_position(), gen::weightedElement<bool>({{2, true}, {1, false}})),
               [](const auto& made) -> FamilyDependentLength {
                 return [made](std::uint16_t family) {
                   const auto& usual = family == oracle::ipv6_family ? of_ipv6 : of_ipv4;
                   const auto& list = made.second ? usual : values::prefix_lengths();
                   return list[made.first % list.size()];
                 };
               });
  return lengths;
}

rc::Gen<std::size_t> some_position() {
  static const auto positions = gen::resize(rc::kNominalSize, gen::inRange<std::size_t>(0, 5040));
  return positions;
}

}  // namespace netioconf::conformance::search::properties
