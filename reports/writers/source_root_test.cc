#include "reports/writers/source_root.h"

#include <gtest/gtest.h>

namespace netioconf::reports::writers {
namespace {

TEST(ALocation, IsRelativeToTheSourceRoot) {
  const SourceRoot root{.folder = "/srv/acme", .current = "/srv/acme/build"};
  EXPECT_EQ(located(root, "out/scripts/x.textproto"), "build/out/scripts/x.textproto");
  EXPECT_EQ(located(root, "../tests/x.textproto"), "tests/x.textproto");
  EXPECT_EQ(located(root, "/srv/acme/tests/x.textproto"), "tests/x.textproto");
  EXPECT_EQ(located({.folder = "/srv/acme/", .current = "/"}, "srv/acme/x"), "x");
}

TEST(ALocationOutsideTheSourceRoot, IsAbsolute) {
  const SourceRoot root{.folder = "/srv/acme", .current = "/srv/acme"};
  EXPECT_EQ(located(root, "../acme2/x"), "/srv/acme2/x");
  EXPECT_EQ(located(root, "/usr/share/netioconf/corpora/scripts/x"),
            "/usr/share/netioconf/corpora/scripts/x");
}

TEST(ALocationWithoutASourceRoot, StaysAsItIs) {
  EXPECT_EQ(located({}, "../x"), "../x");
  EXPECT_EQ(located({}, "/x"), "/x");
}

}  // namespace
}  // namespace netioconf::reports::writers
