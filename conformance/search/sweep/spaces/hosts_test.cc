#include "conformance/search/sweep/spaces/hosts.h"

#include <gtest/gtest.h>

#include <set>

#include "conformance/implementations/api/abi_host.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

TEST(SmallHosts, AreDifferent) {
  const std::vector<SmallHost> hosts = small_hosts();
  for (std::size_t one = 0; one < hosts.size(); ++one) {
    for (std::size_t other = 0; other < one; ++other) {
      EXPECT_FALSE(hosts[one].host == hosts[other].host) << hosts[one].name;
      EXPECT_NE(hosts[one].name, hosts[other].name);
    }
  }
}

TEST(SmallHosts, CanBeAskedFor) {
  for (const SmallHost& small : small_hosts()) {
    SCOPED_TRACE(small.name);
    EXPECT_TRUE(implementations::to_abi(small.host).has_value());
    std::set<std::uint64_t> luids;
    std::set<std::uint32_t> indices;
    for (const oracle::Link& link : small.host.links) {
      EXPECT_NE(link.luid, 0U);
      EXPECT_NE(link.index, 0U);
      EXPECT_TRUE(luids.insert(link.luid).second);
      EXPECT_TRUE(indices.insert(link.index).second);
    }
  }
}

TEST(SmallHosts, BeginWithThePlainOne) { EXPECT_EQ(small_hosts().front().host, oracle::plain_host()); }

TEST(LinkNames, NameEachLinkInEachFormAndNoLinkAndAMissingLink) {
  for (const SmallHost& small : small_hosts()) {
    SCOPED_TRACE(small.name);
    std::set<std::uint64_t> by_luid;
    std::set<std::uint64_t> by_index;
    bool nothing = false;
    bool unknown = false;
    for (const LinkWithName& name : link_names(small.host)) {
      const oracle::Link* link = oracle::named_link(small.host, name.luid, name.index);
      nothing = nothing || (name.luid == 0 && name.index == 0);
      unknown = unknown || (link == nullptr && name.luid != 0);
      if (link != nullptr) (name.luid != 0 ? by_luid : by_index).insert(link->luid);
    }
    const std::size_t named = std::min<std::size_t>(small.host.links.size(), 2);
    EXPECT_GE(by_luid.size(), named);
    EXPECT_GE(by_index.size(), named);
    EXPECT_TRUE(nothing && unknown);
  }
}

}  // namespace
}  // namespace netioconf::conformance::search::sweep::spaces
