#include "corpora/readable/members.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpora/script.pb.h"

namespace netioconf::corpora::readable {
namespace {

const google::protobuf::FieldDescriptor& member(const google::protobuf::Descriptor* type,
                                                std::string_view name) {
  return *find_member(*type, name);
}

TEST(Members, HaveAFormByTheirType) {
  EXPECT_EQ(form_of(member(proto::RouteRow::descriptor(), "destination")), Form::prefix);
  EXPECT_EQ(form_of(member(proto::Reply::descriptor(), "best_source")), Form::address);
  EXPECT_EQ(form_of(member(proto::Address::descriptor(), "ipv4")), Form::ipv4);
  EXPECT_EQ(form_of(member(proto::Address::descriptor(), "ipv6")), Form::ipv6);
  EXPECT_EQ(form_of(member(proto::Link::descriptor(), "addresses")), Form::prefix);
  EXPECT_EQ(form_of(member(proto::Host::descriptor(), "ipv4")), Form::none);
  EXPECT_EQ(form_of(member(proto::Host::descriptor(), "links")), Form::none);
}

TEST(Members, AreFoundByBothNames) {
  const auto& next_hop = member(proto::RouteRow::descriptor(), "next_hop");
  EXPECT_EQ(name_of(next_hop), "via");
  EXPECT_EQ(find_member(*proto::RouteRow::descriptor(), "via"), &next_hop);
  EXPECT_EQ(name_of(member(proto::BestRouteCall::descriptor(), "destination")), "destination");
  EXPECT_EQ(find_member(*proto::BestRouteCall::descriptor(), "to"), nullptr);
  EXPECT_THAT(names_in(*proto::RouteRow::descriptor()),
              testing::IsSupersetOf({"to", "destination", "via", "next_hop", "metric"}));
}

TEST(Members, HaveATextThatStandsForTheirNumbers) {
  proto::Address address;
  address.set_ipv4(0xc6336407);
  address.set_port(80);
  EXPECT_EQ(text_of(address, member(proto::Address::descriptor(), "ipv4")), "198.51.100.7");
  EXPECT_EQ(text_of(address, member(proto::Address::descriptor(), "port")), std::nullopt);
  address.mutable_ipv6()->set_low(7);
  EXPECT_EQ(text_of(address, member(proto::Address::descriptor(), "ipv6")), "::7");
  address.mutable_ipv6()->set_high(0);
  EXPECT_EQ(text_of(address, member(proto::Address::descriptor(), "ipv6")), std::nullopt)
      << "a zero that is set would be lost";
  EXPECT_EQ(text_of_message(proto::Link()), std::nullopt);
  EXPECT_EQ(numbers_from("198.51.100.7", Form::ipv4), "3325256711");
  EXPECT_EQ(numbers_from("::7", Form::ipv4), std::nullopt);
  EXPECT_EQ(numbers_from("::7", Form::address), "{ipv6 { low: 7 }}");
}

}  // namespace
}  // namespace netioconf::corpora::readable
