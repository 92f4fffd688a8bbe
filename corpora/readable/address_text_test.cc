#include "corpora/readable/address_text.h"

#include <gtest/gtest.h>

#include <string>

namespace netioconf::corpora::readable {
namespace {

std::string numbers_of(const std::optional<proto::Address>& address) {
  return address ? address->ShortDebugString() : "none";
}

std::string numbers_of(const std::optional<proto::Prefix>& prefix) {
  return prefix ? prefix->ShortDebugString() : "none";
}

proto::Address address_with_port() {
  proto::Address address;
  address.set_ipv4(0xc6336407);
  address.set_port(80);
  return address;
}

TEST(AddressText, IsReadAsNumbers) {
  EXPECT_EQ(numbers_of(address_from("198.51.100.7")), "ipv4: 3325256711");
  EXPECT_EQ(numbers_of(address_from("0.0.0.0")), "ipv4: 0");
  EXPECT_EQ(numbers_of(address_from("2001:db8::7")), "ipv6 { high: 2306139568115548160 low: 7 }");
  EXPECT_EQ(numbers_of(address_from("::")), "ipv6 { }");
  EXPECT_EQ(numbers_of(address_from("::ffff:198.51.100.7")), "ipv6 { low: 281474007000071 }");
}

TEST(AddressText, IsRefusedIfItIsNotOne) {
  for (const auto* text : {"", "198.51.100", "300.1.1.1", "010.0.0.1", "1.2.3.4.5", "198.51.100.7 ",
                           "2001:db8", "2001:db8:::7", "12345::", "fe80::1%3", "name"}) {
    EXPECT_EQ(numbers_of(address_from(text)), "none") << text;
  }
}

TEST(PrefixText, KeepsTheBitsAfterTheLength) {
  EXPECT_EQ(numbers_of(prefix_from("198.51.100.7/24")), "address { ipv4: 3325256711 } length: 24");
  EXPECT_EQ(numbers_of(prefix_from("0.0.0.0/0")), "address { ipv4: 0 }");
  EXPECT_EQ(numbers_of(prefix_from("::/128")), "address { ipv6 { } } length: 128");
}

TEST(PrefixText, IsRefusedIfItsLengthIsNotOne) {
  for (const auto* text :
       {"198.51.100.0", "198.51.100.0/", "198.51.100.0/33", "198.51.100.0/024", "198.51.100.0/-1",
        "198.51.100.0/+1", "198.51.100.0/24/24", "2001:db8::/129", "198.51.100.0/256", "/24"}) {
    EXPECT_EQ(numbers_of(prefix_from(text)), "none") << text;
  }
}

TEST(AddressText, IsTheOneThatPeopleWrite) {
  for (const auto* text : {"198.51.100.7", "0.0.0.0", "2001:db8::7", "::", "::ffff:198.51.100.7"}) {
    EXPECT_EQ(text_of(address_from(text).value()), text);
  }
  for (const auto* text : {"198.51.100.7/24", "0.0.0.0/0", "2001:db8::/32", "::1/128"}) {
    EXPECT_EQ(text_of(prefix_from(text).value()), text);
  }
}

TEST(AddressText, DoesNotExistForMoreThanAnAddress) {
  EXPECT_EQ(text_of(address_with_port()), std::nullopt);
  proto::Prefix prefix;
  *prefix.mutable_address() = address_with_port();
  EXPECT_EQ(text_of(prefix), std::nullopt);
  EXPECT_EQ(text_of(proto::Address()), std::nullopt);
  EXPECT_EQ(text_of(proto::Prefix()), std::nullopt);
}

TEST(PrefixText, DoesNotExistForALengthBeyondTheAddressOrPadding) {
  proto::Prefix prefix = prefix_from("198.51.100.0/32").value();
  prefix.set_length(33);
  EXPECT_EQ(text_of(prefix), std::nullopt);
  prefix.set_length(32);
  EXPECT_EQ(text_of(prefix), "198.51.100.0/32");
  prefix.set_padding("\x01");
  EXPECT_EQ(text_of(prefix), std::nullopt);
}

}  // namespace
}  // namespace netioconf::corpora::readable
