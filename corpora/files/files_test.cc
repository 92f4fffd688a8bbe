#include "corpora/files/files.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include "corpora/files/temporary_folder.h"

namespace netioconf::corpora::files {
namespace {

namespace fs = std::filesystem;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

template <class Result>
std::string diagnostic_of(const Result& result) {
  return result ? "none" : describe(result.error());
}

std::size_t entry_count(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// Root has all permissions, so tests of missing permissions run as another user. They run in a child
// that ends with _exit(), because a sanitizer needs the dropped permissions at an ordinary exit.
void drop_privileges() {
  constexpr uid_t nobody = 65534;
  if (::geteuid() == 0 && ::seteuid(nobody) != 0) ::_exit(3);
}

TEST(ReadFile, GivesEveryOctet) {
  const TemporaryFolder folder;
  const std::string content("a\0\r\n\xff", 5);
  EXPECT_EQ(read_file(folder.put("x", content)), content);
  EXPECT_EQ(read_file(folder.put("empty", "")), "");
}

TEST(ReadFile, TakesSixteenMebibytes) {
  const TemporaryFolder folder;
  const fs::path file = folder.put("x", "");
  fs::resize_file(file, file_size_max);
  EXPECT_EQ(read_file(file).value_or("").size(), file_size_max);
  fs::resize_file(file, file_size_max + 1);
  EXPECT_THAT(diagnostic_of(read_file(file)), HasSubstr("x: is larger than 16 MiB"));
}

TEST(ReadFile, SaysThatThereIsNone) {
  EXPECT_EQ(diagnostic_of(read_file("no/such.textproto")),
            "no/such.textproto: can't be read: No such file or directory (check the path)");
}

TEST(ReadFile, SaysThatALinkLeadsNowhere) {
  const TemporaryFolder folder;
  fs::create_symlink("nowhere", folder.path() / "x");
  EXPECT_THAT(diagnostic_of(read_file(folder.path() / "x")),
              EndsWith("x: links to a file that does not exist (fix or remove the link)"));
  fs::create_symlink("circle", folder.path() / "circle");
  EXPECT_THAT(diagnostic_of(read_file(folder.path() / "circle")), HasSubstr("the links form a loop"));
}

TEST(ReadFile, RefusesFoldersPipesAndDevices) {
  const TemporaryFolder folder;
  EXPECT_THAT(diagnostic_of(read_file(folder.path())), HasSubstr("is a folder"));
  const fs::path pipe = folder.path() / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(diagnostic_of(read_file(pipe)), HasSubstr("is not a regular file"));
  EXPECT_THAT(diagnostic_of(read_file("/dev/zero")), HasSubstr("is not a regular file"));
}

TEST(ReadFile, SaysThatItMayNot) {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms::all);
  const fs::path file = folder.put("x", "secret");
  fs::permissions(file, fs::perms::none);
  const auto attempt = [&] {
    drop_privileges();
    const bool as_expected =
        diagnostic_of(read_file(file)).find("Permission denied") != std::string::npos;
    ::_exit(as_expected ? 0 : 1);
  };
  EXPECT_EXIT(attempt(), ::testing::ExitedWithCode(0), "");
}

TEST(WriteFile, MakesTheFoldersOnTheWay) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a/b/x";
  ASSERT_EQ(diagnostic_of(write_file(file, "content")), "none");
  EXPECT_EQ(content_of(file), "content");
  EXPECT_EQ(entry_count(folder.path() / "a/b"), 1U) << "another file was left in the folder";
}

TEST(WriteFile, ReplacesWhatIsThere) {
  const TemporaryFolder folder;
  const fs::path file = folder.put("x", "something longer");
  ASSERT_EQ(diagnostic_of(write_file(file, "new")), "none");
  EXPECT_EQ(content_of(file), "new");
}

TEST(WriteFile, FollowsALink) {
  const TemporaryFolder folder;
  folder.put("real", "old");
  fs::create_symlink("real", folder.path() / "link");
  ASSERT_EQ(diagnostic_of(write_file(folder.path() / "link", "new")), "none");
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
  EXPECT_EQ(content_of(folder.path() / "real"), "new");
}

TEST(WriteFile, LeavesTheOldFileIfTheDiskIsFull) {
  const TemporaryFolder folder;
  const fs::path file = folder.put("x", "old");
  const auto attempt = [&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{.rlim_cur = 1000, .rlim_max = 1000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(3);
    const bool refused = !write_file(file, std::string(5000, 'x'));
    ::_exit(refused && content_of(file) == "old" && entry_count(folder.path()) == 1 ? 0 : 1);
  };
  EXPECT_EXIT(attempt(), ::testing::ExitedWithCode(0), "");
}

TEST(WriteFile, HearsOfAFullDevice) {
  EXPECT_EQ(
      diagnostic_of(write_file("/dev/full", "content")),
      "/dev/full: can't be written: No space left on device (free some space or choose another folder)");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST(WriteFile, SaysThatItMayNot) {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                                     fs::perms::others_exec);
  const auto attempt = [&] {
    drop_privileges();
    const std::string diagnostic = diagnostic_of(write_file(folder.path() / "x", "content"));
    ::_exit(diagnostic.find("x: can't be written: Permission denied") != std::string::npos ? 0 : 1);
  };
  EXPECT_EXIT(attempt(), ::testing::ExitedWithCode(0), "");
  fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST(WriteFile, RefusesAFolderAndAPathWithoutAName) {
  const TemporaryFolder folder;
  EXPECT_THAT(diagnostic_of(write_file(folder.path(), "content")), HasSubstr("is a folder"));
  EXPECT_THAT(diagnostic_of(write_file(folder.path() / "new/", "content")),
              HasSubstr("has no file name"));
}

TEST(WriteFile, RefusesWhatCouldNotBeReadAgain) {
  const TemporaryFolder folder;
  EXPECT_THAT(diagnostic_of(write_file(folder.path() / "x", std::string(file_size_max + 1, 'x'))),
              HasSubstr("would be larger than 16 MiB"));
  EXPECT_FALSE(fs::exists(folder.path() / "x"));
}

TEST(WriteFile, SaysThatAPartOfThePathIsAFile) {
  const TemporaryFolder folder;
  folder.put("x", "");
  EXPECT_THAT(diagnostic_of(write_file(folder.path() / "x/y", "content")), HasSubstr("Not a directory"));
}

TEST(AFolder, CanBeWrittenToEvenIfItDoesNotExistYet) {
  const TemporaryFolder folder;
  EXPECT_TRUE(can_write_to(folder.path()));
  EXPECT_TRUE(can_write_to(folder.path() / "a" / "b/"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a"));
}

TEST(AFolder, CannotBeWrittenToBelowARemovedOne) {
  const std::filesystem::path before = std::filesystem::current_path();
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "here");
  std::filesystem::current_path(folder.path() / "here");
  std::filesystem::remove(folder.path() / "here");
  const auto writable = can_write_to("out");
  std::filesystem::current_path(before);
  ASSERT_FALSE(writable);
  EXPECT_EQ(describe(writable.error()), "out: the current folder was removed (change to another one)");
}

TEST(AFolder, CannotBeWrittenToIfAPartOfThePathIsAFile) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.put("file", "");
  for (const std::filesystem::path& path : {file, file / "a"}) {
    const auto writable = can_write_to(path);
    ASSERT_FALSE(writable) << path;
    EXPECT_EQ(describe(writable.error()), file.string() + ": is not a folder (choose another path)");
  }
}

TEST(WriteFiles, ReplacesAndCreates) {
  const TemporaryFolder folder;
  const fs::path old = folder.put("old", "something longer");
  ASSERT_EQ(diagnostic_of(write_files({{old, "1"}, {folder.path() / "new", "2"}})), "none");
  EXPECT_EQ(content_of(old), "1");
  EXPECT_EQ(content_of(folder.path() / "new"), "2");
  EXPECT_EQ(entry_count(folder.path()), 2U) << "another file was left in the folder";
}

TEST(WriteFiles, ChangesNoneIfOneCannotBeWritten) {
  const TemporaryFolder folder;
  const fs::path old = folder.put("old", "old");
  fs::create_directory(folder.path() / "taken");
  EXPECT_THAT(diagnostic_of(write_files({{old, "new"}, {folder.path() / "taken", "new"}})),
              HasSubstr("taken: is a folder"));
  EXPECT_EQ(content_of(old), "old");
  EXPECT_EQ(entry_count(folder.path()), 2U) << "another file was left in the folder";
}

TEST(FilesBelow, ComeInTheOrderOfNames) {
  const TemporaryFolder folder;
  for (const auto* name : {"b", "a/z", "a/c/d", "a.b"}) folder.put(name, "");
  const fs::path& at = folder.path();
  EXPECT_EQ(files_below(at), (std::vector<fs::path>{at / "a/c/d", at / "a/z", at / "a.b", at / "b"}));
}

TEST(FilesBelow, PassOverHiddenOnes) {
  const TemporaryFolder folder;
  folder.put(".git/x", "");
  folder.put(".x.swp", "");
  EXPECT_THAT(files_below(folder.path()).value(), IsEmpty());
}

TEST(FilesBelow, AreListedOnceThroughLinksInACircle) {
  const TemporaryFolder folder;
  const fs::path file = folder.put("a/x", "");
  fs::create_directory_symlink("..", folder.path() / "a/up");
  fs::create_directory_symlink("a", folder.path() / "b");
  fs::create_symlink("nowhere", folder.path() / "c");
  EXPECT_EQ(files_below(folder.path()), (std::vector<fs::path>{file, folder.path() / "c"}));
}

TEST(FilesBelow, AreRefusedAboveALimit) {
  const TemporaryFolder folder;
  for (const auto* name : {"a", "b", "c"}) folder.put(name, "");
  EXPECT_EQ(files_below(folder.path(), 3).value().size(), 3U);
  EXPECT_THAT(diagnostic_of(files_below(folder.path(), 2)), HasSubstr("more than 2 entries"));
}

TEST(FilesBelow, SayThatThereIsNoSuchFolder) {
  EXPECT_THAT(diagnostic_of(files_below("no/such")),
              HasSubstr("no/such: can't be listed: No such file or directory"));
}

}  // namespace
}  // namespace netioconf::corpora::files
