#include "conformance/search/values/values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "oracle/model/rows.h"

namespace netioconf::conformance::search::values {
namespace {

using oracle::AddressClass;
using oracle::SocketAddress;
using testing::IsSupersetOf;

TEST(PrefixLengths, LieOnBothSidesOfEachFamilysEnd) {
  EXPECT_THAT(prefix_lengths(), IsSupersetOf<std::uint8_t>({0, 1, 31, 32, 33, 127, 128, 129, 254, 255}));
}

TEST(Lifetimes, LieNextToOneAnotherAndToEachSentinel) {
  EXPECT_THAT(lifetimes_s(),
              IsSupersetOf<std::uint32_t>({0, 1, 3599, 3600, 3601, 65535, 65536, 0x7fffffff, 0x80000000,
                                           0xfffffffe, 0xffffffff}));
}

TEST(Metrics, HoldTheSentinelAndBothSidesOfEachWidth) {
  EXPECT_THAT(metrics(), IsSupersetOf<std::uint32_t>({0, 1, 255, 256, 65535, 65536, 0x7fffffff,
                                                      0x80000000, 0xfffffffe, 0xffffffff}));
}

TEST(Families, HoldTheKnownOnesTheirNeighboursAndThoseThatEndLikeThem) {
  EXPECT_THAT(families(), IsSupersetOf<std::uint16_t>({0, 2, 23, 1, 3, 22, 24, 0x0102, 0x0117, 0xffff}));
}

TEST(Origins, GoBeyondTheLastOneThatIsNamed) {
  EXPECT_THAT(origins(), IsSupersetOf<std::uint32_t>({0, 4, 5, 0xffffffff}));
}

class Addresses : public testing::TestWithParam<std::uint16_t> {};

// The address as a number of 16 octets, plus one.
oracle::IpBytes successor(oracle::IpBytes bytes, std::size_t size) {
  for (std::size_t position = size; position-- > 0;) {
    if (++bytes[position] != 0) break;
  }
  return bytes;
}

TEST_P(Addresses, AreOfEveryClass) {
  std::set<AddressClass> wanted = {AddressClass::loopback, AddressClass::multicast,
                                   AddressClass::unspecified, AddressClass::link_local,
                                   AddressClass::ordinary};
  if (GetParam() == oracle::ipv4_family) {
    wanted.insert({AddressClass::this_network, AddressClass::reserved, AddressClass::broadcast});
  } else {
    wanted.insert(AddressClass::mapped);
  }
  std::set<AddressClass> classes;
  for (const SocketAddress& address : addresses_of_every_class(GetParam())) {
    classes.insert(oracle::classify(address));
  }
  EXPECT_EQ(classes, wanted);
}

TEST_P(Addresses, LieOnBothSidesWhereAClassEnds) {
  std::vector<SocketAddress> sorted = addresses_of_every_class(GetParam());
  std::ranges::sort(sorted, {}, oracle::ip_bytes);
  const std::size_t size = oracle::address_bits(GetParam()) / 8;
  for (std::size_t position = 1; position < sorted.size(); ++position) {
    const SocketAddress& before = sorted[position - 1];
    if (oracle::classify(before) == oracle::classify(sorted[position])) continue;
    EXPECT_EQ(successor(oracle::ip_bytes(before), size), oracle::ip_bytes(sorted[position])) << position;
  }
}

TEST_P(Addresses, AreStrayInEveryMemberButFamilyAndAddress) {
  const SocketAddress plain = addresses_of_every_class(GetParam()).back();
  std::set<std::size_t> touched;
  for (const SocketAddress& address : with_stray_bytes(plain)) {
    EXPECT_EQ(address.family, plain.family);
    EXPECT_EQ(oracle::ip_bytes(address), oracle::ip_bytes(plain));
    for (std::size_t position = 0; position < plain.bytes.size(); ++position) {
      if (address.bytes[position] != plain.bytes[position]) touched.insert(position);
    }
  }
  EXPECT_EQ(touched.size(), 6U);
}

INSTANTIATE_TEST_SUITE_P(Both, Addresses, testing::ValuesIn(ip_families));

}  // namespace
}  // namespace netioconf::conformance::search::values
