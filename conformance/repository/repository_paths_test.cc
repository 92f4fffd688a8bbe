#include "conformance/repository/repository_paths.h"

#include <gtest/gtest.h>

#include "corpora/files/temporary_folder.h"

namespace netioconf::conformance::repository {
namespace {

namespace fs = std::filesystem;

class DataFolder : public testing::Test {
 protected:
  fs::path with_data(const std::string& name) {
    folder_.put(name + "/corpora/scripts/route.link/a.textproto", "");
    folder_.put(name + "/oracle/sentences.tsv", "");
    return folder_.path() / name;
  }
  fs::path program_in(const std::string& name) { return folder_.put(name + "/netioconf", ""); }

  corpora::files::TemporaryFolder folder_;
};

TEST_F(DataFolder, IsTheOneThatTheUserNames) {
  EXPECT_EQ(data_folder({.home = "/nowhere", .current = with_data("here"), .program = {}}), "/nowhere");
}

TEST_F(DataFolder, IsTheCurrentFolderIfItHasTheData) {
  const fs::path here = with_data("here");
  with_data("build");
  EXPECT_EQ(data_folder({.home = {}, .current = here, .program = program_in("build")}), here);
}

TEST_F(DataFolder, IsNoFolderOfAnotherProjectThatHasScripts) {
  folder_.put("other/corpora/scripts/a.textproto", "");
  const fs::path data = with_data("moved");
  EXPECT_EQ(
      data_folder(
          {.home = {}, .current = folder_.path() / "other", .program = program_in("moved/build/x")}),
      data);
}

TEST_F(DataFolder, IsFoundFromTheProgramAlsoAfterAMove) {
  const fs::path moved = with_data("moved");
  EXPECT_EQ(data_folder({.home = {}, .current = folder_.path(), .program = program_in("moved/build/x")}),
            moved);
  const fs::path installed = with_data("usr/share/netioconf");
  EXPECT_EQ(data_folder({.home = {}, .current = folder_.path(), .program = program_in("usr/bin")}),
            installed);
}

TEST_F(DataFolder, IsTheSourceFolderOtherwise) {
  EXPECT_EQ(data_folder({.home = {}, .current = folder_.path(), .program = program_in("alone")}),
            source_folder());
}

}  // namespace
}  // namespace netioconf::conformance::repository
