#include "reports/words/ranges.h"

#include <gtest/gtest.h>

namespace netioconf::reports::words {
namespace {

TEST(Ranges, AreShort) {
  EXPECT_EQ(parts_text({1, 2, 3, 5, 8, 9}), "parts 1 to 3, 5 and 8 to 9");
  EXPECT_EQ(parts_text({7}), "part 7");
}

}  // namespace
}  // namespace netioconf::reports::words
