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

}  // namespace
}  // namespace netioconf::oracle::rules::steps
