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
  EXPECT_EQ(data_folder({.home = "/nowhere", .current = with_data("here")}), "/nowhere");
}

TEST_F(DataFolder, IsFoundBelowThePrefixThatTheUserNames) {
  const fs::path data = with_data("opt/nc/share/netioconf");
  const DataPlaces places{.home = folder_.path() / "opt/nc", .current = folder_.path()};
  EXPECT_EQ(data_folder(places), data);
}

TEST_F(DataFolder, IsNeverThatOfTheProgramToChangeScripts) {
  const fs::path installed = with_data("usr/share/netioconf");
  DataPlaces places{.current = folder_.path(), .program = program_in("usr/libexec")};
  EXPECT_EQ(scripts_to_change(places), std::nullopt);
  for (const fs::path& named : {installed, folder_.path() / "usr"}) {
    places.home = named;
    EXPECT_EQ(scripts_to_change(places), std::nullopt) << named;
  }
  places.current = installed;
  EXPECT_EQ(scripts_to_change(places), std::nullopt);
  EXPECT_TRUE(is_installed(installed / "conformance/known/linux.textproto", places));
  EXPECT_FALSE(is_installed(folder_.path() / "usr/share", places));
}

TEST_F(DataFolder, HasTheScriptsOfTheProjectToChange) {
  with_data("usr/share/netioconf");
  folder_.put("yours/corpora/scripts/a.textproto", "");
  DataPlaces places{.current = folder_.path() / "yours", .program = program_in("usr/libexec")};
  EXPECT_EQ(scripts_to_change(places), places.current / "corpora/scripts");
  places = {.home = places.current, .current = folder_.path(), .program = places.program};
  EXPECT_EQ(scripts_to_change(places), places.home / "corpora/scripts");
  // The data of a program in its source tree is the project itself.
  const fs::path tree = with_data("tree");
  places = {.current = tree, .program = program_in("tree/build/release")};
  EXPECT_EQ(scripts_to_change(places), tree / "corpora/scripts");
}

TEST_F(DataFolder, IsTheCurrentFolderIfItHasTheData) {
  const fs::path here = with_data("here");
  with_data("build");
  EXPECT_EQ(data_folder({.current = here, .program = program_in("build")}), here);
}

TEST_F(DataFolder, IsNoFolderOfAnotherProjectThatHasScripts) {
  folder_.put("other/corpora/scripts/a.textproto", "");
  const fs::path data = with_data("moved");
  EXPECT_EQ(data_folder({.current = folder_.path() / "other", .program = program_in("moved/build/x")}),
            data);
}

TEST_F(DataFolder, IsFoundFromTheProgramAlsoAfterAMove) {
  const fs::path moved = with_data("moved");
  EXPECT_EQ(data_folder({.current = folder_.path(), .program = program_in("moved/build/x")}), moved);
  const fs::path installed = with_data("usr/share/netioconf");
  EXPECT_EQ(data_folder({.current = folder_.path(), .program = program_in("usr/bin")}), installed);
}

TEST_F(DataFolder, IsTheSourceFolderOtherwise) {
  EXPECT_EQ(data_folder({.current = folder_.path(), .program = program_in("alone")}), source_folder());
}

}  // namespace
}  // namespace netioconf::conformance::repository
