#include "conformance/search/shard/shard.h"

#include <gtest/gtest.h>
// GoogleTest comes first.
#include <rapidcheck/gtest.h>

namespace netioconf::conformance::search::shard {
namespace {

TEST(AShard, IsReadFromItsNumberAndTheirCount) {
  EXPECT_EQ(read_shard("2/8"), (Shard{2, 8}));
  EXPECT_EQ(read_shard("1/1"), Shard{});
  for (const char* text :
       {"", "/", "1", "1/", "/2", "0/3", "4/3", "a/b", "1/2/3", "-1/2", "1/1000001"}) {
    EXPECT_EQ(read_shard(text).error(),
              std::string{text} + ": not a part (name one as I/N, for example 1/8)");
  }
}

RC_GTEST_PROP(Shards, DivideTheItems, ()) {
  const auto count = *rc::gen::inRange<std::uint64_t>(1, 12);
  const auto items = *rc::gen::inRange<std::uint64_t>(0, 60);
  const auto from = *rc::gen::inRange<std::uint64_t>(0, 60);
  std::vector<std::uint64_t> owners(items);
  for (std::uint64_t number = 1; number <= count; ++number) {
    const Shard shard{number, count};
    std::uint64_t share = 0;
    for (std::uint64_t item = 0; item < items; ++item) {
      if (!shard.has(item)) continue;
      ++share;
      ++owners[item];
    }
    RC_ASSERT(share == shard.share_of(items));
    const std::uint64_t first = shard.first_from(from);
    RC_ASSERT(first >= from);
    RC_ASSERT(first < from + count);
    RC_ASSERT(shard.has(first));
  }
  RC_ASSERT(owners == std::vector<std::uint64_t>(items, 1));
}

}  // namespace
}  // namespace netioconf::conformance::search::shard
