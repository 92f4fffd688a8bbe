#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
// RapidCheck's bridge needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include <filesystem>

#include "corpora/arbitrary/nouns.h"
#include "corpora/files/files.h"
#include "corpora/files/temporary_folder.h"
#include "corpora/merge/file_set.h"
#include "corpora/merge/trace_set.h"
#include "corpora/recording/trace_reader.h"
#include "corpora/recording/trace_writer.h"

namespace netioconf::corpora::merge {
namespace {

namespace fs = std::filesystem;
using files::TemporaryFolder;
using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;
using testing::Pair;

using Add = std::expected<void, std::string> (*)(const fs::path&, FileSet&);

std::expected<void, std::string> add_inputs(const fs::path& folder, FileSet& files) {
  return add_corpus(folder, files);
}

// The union of folders, written to a folder as netioconf merge does it.
void unite(Add add, const std::vector<fs::path>& folders, const fs::path& out) {
  FileSet united;
  for (const fs::path& folder : folders) ASSERT_TRUE(add(folder, united));
  ASSERT_TRUE(write(united, out));
}

FileSet content_of_folder(const fs::path& folder) {
  FileSet all;
  const auto paths = files::files_below(folder);
  for (const fs::path& path : *paths)
    all[path.lexically_relative(folder).string()] = files::content_of(path);
  return all;
}

// Few names and contents, so that random folders have much in common.
void fill(const TemporaryFolder& folder, const std::string& name) {
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
    folder.put(fmt::format("{}/rule{}/idea{}.textproto", name, *rc::gen::inRange(1, 3),
                           *rc::gen::inRange(1, 3)),
               fmt::format("content{}", *rc::gen::inRange(1, 5)));
  }
}

RC_GTEST_PROP(Files, AreUnitedInAnyOrderAndAnyNumberOfTimes, ()) {
  const Add add = *rc::gen::element<Add>(add_inputs, add_scripts);
  const TemporaryFolder folder;
  for (const char* name : {"a", "b", "c"}) fill(folder, name);
  const fs::path& at = folder.path();
  unite(add, {at / "a", at / "b"}, at / "ab");
  unite(add, {at / "ab", at / "c"}, at / "ab-c");
  unite(add, {at / "b", at / "c"}, at / "bc");
  unite(add, {at / "a", at / "bc"}, at / "a-bc");
  unite(add, {at / "c", at / "b", at / "a"}, at / "cba");
  unite(add, {at / "cba", at / "cba", at / "b"}, at / "cba-b");
  const FileSet all = content_of_folder(at / "ab-c");
  RC_ASSERT(content_of_folder(at / "a-bc") == all);
  RC_ASSERT(content_of_folder(at / "cba") == all);
  RC_ASSERT(content_of_folder(at / "cba-b") == all);
}

TEST(Inputs, AreThereOnceHoweverTheyAreNamed) {
  const TemporaryFolder folder;
  folder.put("corpus/one", "same");
  folder.put("corpus/below/two", "same");
  folder.put("corpus/three", "other");
  FileSet inputs;
  ASSERT_TRUE(add_corpus(folder.path() / "corpus", inputs));
  EXPECT_EQ(inputs.size(), 2U);
  EXPECT_EQ(inputs.at(content_name("same")), "same");
}

TEST(FoundScripts, KeepTheirRuleAndTheirIdea) {
  const TemporaryFolder folder;
  folder.put("scripts/route.link/both.textproto", "text");
  FileSet scripts;
  ASSERT_TRUE(add_scripts(folder.path() / "scripts", scripts));
  EXPECT_THAT(scripts,
              ElementsAre(Pair("route.link/both_" + content_name("text") + ".textproto", "text")));
}

TEST(Files, ThatCannotBeReadAreNamed) {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "corpus");
  fs::create_symlink("nowhere", folder.path() / "corpus" / "broken");
  FileSet inputs;
  EXPECT_THAT(add_corpus(folder.path() / "corpus", inputs).error(),
              testing::HasSubstr("corpus/broken: links to a file that does not exist"));
}

using Traces = std::vector<oracle::Trace>;

void record(const fs::path& path, const Traces& traces, const char* implementation = "emulated") {
  auto writer =
      recording::TraceWriter::create(path, {.implementation = implementation, .system = "Linux"});
  ASSERT_TRUE(writer);
  for (const oracle::Trace& trace : traces) ASSERT_TRUE(writer->add(trace));
  ASSERT_TRUE(writer->finish());
}

TraceSet union_of(const std::vector<fs::path>& paths) {
  TraceSet traces;
  for (const fs::path& path : paths) EXPECT_TRUE(traces.add(path));
  return traces;
}

// The only file of a folder.
fs::path file_in(const fs::path& folder) { return files::files_below(folder)->front(); }

Traces random_traces() {
  Traces traces;
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
    traces.push_back((*rc::gen::noShrink(arbitrary::arbitrary_recording())).trace);
    traces.back().script = fmt::format("sweep/{}", *rc::gen::inRange(1, 4));
  }
  return traces;
}

RC_GTEST_PROP(Traces, AreUnitedInAnyOrderAndAnyNumberOfTimes, ()) {
  const TemporaryFolder folder;
  const fs::path& at = folder.path();
  const Traces shared = {oracle::Trace{.script = "sweep/0"}};
  for (const char* name : {"a.traces", "b.traces.gz", "c.traces"}) {
    Traces traces = random_traces();
    traces.insert(traces.end(), shared.begin(), shared.end());
    record(at / name, traces);
  }
  const TraceSet all = union_of({at / "a.traces", at / "b.traces.gz", at / "c.traces"});
  RC_ASSERT(all.write(at / "abc").has_value());
  const auto file = file_in(at / "abc");
  RC_ASSERT(union_of({at / "b.traces.gz", at / "a.traces"}).write(at / "ba").has_value());
  RC_ASSERT(union_of({at / "c.traces", file_in(at / "ba")}).write(at / "c-ba").has_value());
  RC_ASSERT(union_of({file, at / "b.traces.gz", file}).write(at / "again").has_value());
  RC_ASSERT(files::content_of(file_in(at / "c-ba")) == files::content_of(file));
  RC_ASSERT(files::content_of(file_in(at / "again")) == files::content_of(file));
}

TEST(Traces, OfSeveralImplementationsGetAFileEach) {
  const TemporaryFolder folder;
  record(folder.path() / "a.traces", {oracle::Trace{.script = "s"}}, "emulated");
  record(folder.path() / "b.traces", {oracle::Trace{.script = "s"}}, "linux");
  const TraceSet both = union_of({folder.path() / "a.traces", folder.path() / "b.traces"});
  EXPECT_THAT(both.implementations(), ElementsAre("emulated", "linux"));
  ASSERT_TRUE(both.write(folder.path() / "both"));
  EXPECT_EQ(files::files_below(folder.path() / "both")->size(), 2U);
}

TEST(Traces, OfARecordingThatWasKilledAreUnitedAsFarAsTheyGo) {
  const TemporaryFolder folder;
  const fs::path killed = folder.path() / "killed.traces";
  record(killed, {oracle::Trace{.script = "one"}, oracle::Trace{.script = "two"}});
  fs::resize_file(killed, fs::file_size(killed) - 8);
  record(folder.path() / "whole.traces", {oracle::Trace{.script = "three"}});
  const TraceSet both = union_of({killed, folder.path() / "whole.traces"});
  EXPECT_THAT(both.cut_files(), ElementsAre(EndsWith("killed.traces: ends in the middle of trace 2")));
  EXPECT_EQ(both.traces(), 2U);
  ASSERT_TRUE(both.write(folder.path() / "both"));
  auto reader = recording::TraceReader::open(file_in(folder.path() / "both"));
  ASSERT_TRUE(reader);
  while (reader->next()) continue;
  EXPECT_EQ(reader->cut(), "ends after trace 2, before the recording was complete");
}

}  // namespace
}  // namespace netioconf::corpora::merge
