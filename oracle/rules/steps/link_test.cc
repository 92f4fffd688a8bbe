#include <gtest/gtest.h>

#include "oracle/testing/judging.h"

namespace netioconf::oracle::rules::steps {
namespace {

TEST(TheMetricOfALink, IsThatOfTheFamily) {
  Link link = a_link();
  link.ipv4_metric = 5;
  link.ipv6_metric = 6;
  const Host host = a_host_with(link);
  const LinkRow asked{.family = ipv4_family, .luid = first_luid};
  const LinkRow right{.family = ipv4_family, .luid = first_luid, .index = 1, .metric = 5};
  const auto broken_by = [&](const LinkRow& seen) {
    return broken_rule({link_read(asked, seen)}, host);
  };
  EXPECT_EQ(broken_by(right), "");
  EXPECT_EQ(broken_by(with(right, &LinkRow::metric, 6)), "link-metric.metric");
  EXPECT_EQ(broken_by(with(right, &LinkRow::index, 0)), "link-metric.both-identifiers");
  EXPECT_EQ(broken_by(with(right, &LinkRow::luid, 0)), "link-metric.both-identifiers");
  EXPECT_EQ(broken_by(with(right, &LinkRow::family, ipv6_family)), "link-metric.family-kept");
  Step nothing = link_read(asked, right);
  nothing.reply.link.reset();
  EXPECT_EQ(last_verdict({nothing}, host), Verdict::deviates);
}

TEST(ThePathMtuTimeoutOfALink, IsThatOfItsIpv4Stack) {
  const Host host = a_host_with(with(a_link(), &Link::path_mtu_timeout_ms, 600000));
  const auto broken_by = [&](std::uint16_t family, std::uint32_t timeout_ms) {
    const LinkRow asked{.family = family, .luid = first_luid};
    const LinkRow seen{.family = family,
                       .luid = first_luid,
                       .index = 1,
                       .metric = 25,
                       .path_mtu_timeout_ms = timeout_ms};
    return broken_rule({link_read(asked, seen)}, host);
  };
  EXPECT_EQ(broken_by(ipv4_family, 600000), "");
  EXPECT_EQ(broken_by(ipv4_family, 0), "link-metric.path-mtu-timeout");
  EXPECT_EQ(broken_by(ipv6_family, 0), "");
}

const LinkRow asked_in_detail{.family = ipv4_family, .luid = first_luid};

std::string broken_in_detail(const Link& link, std::optional<std::uint8_t> connected,
                             std::optional<std::uint8_t> disable_default_routes) {
  const LinkRow seen{.family = ipv4_family,
                     .luid = first_luid,
                     .index = 1,
                     .metric = 25,
                     .connected = connected,
                     .disable_default_routes = disable_default_routes};
  return broken_rule({link_read(asked_in_detail, seen)}, a_host_with(link));
}

TEST(TheConnectionOfALink, IsReadIfTheHostHasDetails) {
  const Link without = with(a_link(), &Link::connected, false);
  EXPECT_EQ(broken_in_detail(without, 1, 0), "link-metric.connected");
  EXPECT_EQ(broken_in_detail(without, 0, 0), "");
  EXPECT_EQ(broken_in_detail(without, std::nullopt, std::nullopt), "");
  EXPECT_EQ(broken_in_detail(a_link(), 0, 0), "");
  const Link ignoring = with(a_link(), &Link::ignores_default_routes, true);
  EXPECT_EQ(broken_in_detail(ignoring, 0, 1), "link-metric.connected");
  EXPECT_EQ(broken_in_detail(ignoring, 0xff, 0xff), "");
}

TEST(WhetherALinkIgnoresDefaultRoutes, IsReadIfTheHostHasDetails) {
  const Link ignoring = with(a_link(), &Link::ignores_default_routes, true);
  EXPECT_EQ(broken_in_detail(ignoring, 1, 0), "link-metric.default-routes");
  EXPECT_EQ(broken_in_detail(ignoring, 1, 2), "");
  EXPECT_EQ(broken_in_detail(ignoring, 1, std::nullopt), "");
  EXPECT_EQ(broken_in_detail(a_link(), 1, 1), "");
  const Link without = with(a_link(), &Link::connected, false);
  EXPECT_EQ(broken_in_detail(without, 0, 1), "link-metric.default-routes");
}

TEST(TheDetailsOfALink, AreKnownIfAnyLinkOfTheHostHasSome) {
  Host host = a_host_with_two_links();
  const LinkRow seen{
      .family = ipv4_family, .luid = first_luid, .index = 1, .metric = 25, .connected = 0};
  EXPECT_EQ(broken_rule({link_read(asked_in_detail, seen)}, host), "");
  host.links.back().connected = false;
  EXPECT_EQ(broken_rule({link_read(asked_in_detail, seen)}, host), "link-metric.connected");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
