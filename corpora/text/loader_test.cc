#include "corpora/text/loader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpora/files/temporary_folder.h"
#include "corpora/recording/trace_writer.h"

namespace netioconf::corpora::text {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view a_script = "# An idea.\noperations { create_route { } }\n";

oracle::Script a_created_route() {
  return {.host = oracle::plain_host(), .operations = {oracle::RouteCall{}}};
}

std::vector<std::string> names_of(const std::vector<fs::path>& paths) {
  std::vector<std::string> names;
  const auto loaded = load_scripts(paths);
  if (!loaded) return {loaded.error()};
  for (const LoadedScript& script : *loaded) names.push_back(script.script.name);
  return names;
}

TEST(LoadScripts, RefusesWhatWouldBeCutOff) {
  const files::TemporaryFolder folder;
  const auto error_of = [&](const std::string& text) {
    const auto loaded = load_scripts(folder.put("a.b/c.textproto", text));
    return loaded ? "" : loaded.error();
  };
  std::string many = "# Many.\n";
  for (int i = 0; i <= codec::operation_count_max; ++i) many += "operations { get_link { } }\n";
  EXPECT_THAT(error_of(many), HasSubstr("c.textproto:65538:1: operation 65537: more than 65536 "
                                        "operations (split the script)"));
  std::string links = "# Links.\nhost {";
  for (int i = 1; i <= 17; ++i) links += fmt::format(" links {{ luid: {} index: {} }}", i, i);
  EXPECT_THAT(error_of(links + " }\noperations { get_link { } }\n"), HasSubstr("at most 16 links"));
  EXPECT_THAT(error_of("# Long.\noperations { get_link { row {\n  family: 65536\n} } }\n"),
              HasSubstr("c.textproto:3:3: operation 1: family is 65536, the maximum is 65535"));
}

TEST(LoadScripts, NamesThePlaceOfANumberThatIsTooGreat) {
  const files::TemporaryFolder folder;
  const std::string text =
      "# Two.\noperations { get_link { } }\noperations { create_route {\n  row {\n"
      "\tto { address: \"10.0.0.0\" length: 300 } } } }\n";
  const auto loaded = load_scripts(folder.put("a.b/c.textproto", text));
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error(),
              HasSubstr("c.textproto:5:27: operation 2: length is 300, the maximum is 255"));
}

TEST(LoadScripts, NamesThemByFolderAndStem) {
  const files::TemporaryFolder folder;
  folder.put("route.link/both_zero.textproto", a_script);
  folder.put("route.lifetimes/equal.binpb", "");
  folder.put("README.md", "no script");
  EXPECT_THAT(names_of({folder.path()}), ElementsAre("route.lifetimes/equal", "route.link/both_zero"));
}

TEST(LoadScripts, GivesScriptPathAndComment) {
  const files::TemporaryFolder folder;
  const fs::path file = folder.put("a/b.textproto", a_script);
  const auto loaded = load_scripts(file);
  ASSERT_TRUE(loaded) << loaded.error();
  ASSERT_EQ(loaded->size(), 1U);
  EXPECT_EQ(loaded->front().script.operations, a_created_route().operations);
  EXPECT_EQ(loaded->front().script.host, oracle::plain_host());
  EXPECT_EQ(loaded->front().path, file.string());
  EXPECT_EQ(loaded->front().comment, "# An idea.\n");
}

TEST(LoadScripts, PassesOverTraces) {
  const files::TemporaryFolder folder;
  folder.put("a/x.trace.textproto", "");
  folder.put("a/x.trace.binpb", "");
  folder.put("a/y.textproto", "");
  EXPECT_THAT(names_of({folder.path()}), ElementsAre("a/y"));
}

TEST(LoadScripts, LoadsAFileOnce) {
  const files::TemporaryFolder folder;
  const fs::path file = folder.put("a/x.textproto", "");
  fs::create_symlink("x.textproto", folder.path() / "a/y.textproto");
  EXPECT_THAT(names_of({folder.path(), file, folder.path() / "a"}), ElementsAre("a/x"));
}

TEST(LoadScripts, KeepsTheOrderOfThePathsGiven) {
  const files::TemporaryFolder folder;
  const fs::path first = folder.put("b/x.textproto", "");
  const fs::path second = folder.put("a/x.textproto", "");
  EXPECT_THAT(names_of({first, second}), ElementsAre("b/x", "a/x"));
}

TEST(LoadScripts, TakesAFileOfAnyNameAsText) {
  const files::TemporaryFolder folder;
  EXPECT_THAT(names_of({folder.put("a/notes.txt", a_script)}), ElementsAre("a/notes.txt"));
}

TEST(LoadScripts, FailsWhereThereIsNothing) {
  const files::TemporaryFolder folder;
  folder.put("README.md", "");
  EXPECT_THAT(
      names_of({folder.path()}),
      ElementsAre(EndsWith(": no scripts in this folder (their names end in .textproto or .binpb)")));
  EXPECT_THAT(names_of({}), ElementsAre(StartsWith("no scripts: no path was given")));
  EXPECT_THAT(names_of({"no/such"}), ElementsAre(StartsWith("no/such: can't be read")));
}

TEST(LoadScripts, FailsForALinkToNothing) {
  const files::TemporaryFolder folder;
  folder.put("a/x.textproto", "");
  fs::create_symlink("nowhere", folder.path() / "a/y.textproto");
  EXPECT_THAT(names_of({folder.path()}), ElementsAre(HasSubstr("links to a file that does not exist")));
}

TEST(LoadScripts, SaysWhereATextIsWrong) {
  const files::TemporaryFolder folder;
  EXPECT_THAT(names_of({folder.put("a/x.textproto", "\n\nhost 1")}),
              ElementsAre(HasSubstr("a/x.textproto:3:6: ")));
}

TEST(LoadScripts, RefusesTextInBinaryForm) {
  const files::TemporaryFolder folder;
  EXPECT_THAT(names_of({folder.put("a/x.binpb", a_script)}),
              ElementsAre(HasSubstr("not the binary form")));
}

TEST(WriteScript, IsReadAgainInBothForms) {
  const files::TemporaryFolder folder;
  for (const auto* name : {"a/x.textproto", "a/y.binpb"}) {
    const fs::path file = folder.path() / name;
    ASSERT_TRUE(write_script(file, a_created_route(), "An idea."));
    const auto loaded = load_scripts(file);
    ASSERT_TRUE(loaded) << loaded.error();
    EXPECT_EQ(loaded->front().script.operations, a_created_route().operations);
  }
  EXPECT_EQ(files::content_of(folder.path() / "a/x.textproto"), a_script);
}

TEST(WriteTrace, IsReadAgainInBothForms) {
  const files::TemporaryFolder folder;
  codec::Recording recording;
  recording.implementation = "library:caf\xe9";
  recording.trace.script = "route.link/both_zero";
  oracle::Step step{.operation = oracle::RouteCall{}, .probe = true};
  step.reply.status = 0xc000000d;
  recording.trace.steps = {step};
  for (const auto* name : {"a/x.trace.textproto", "b/y.textproto", "c/z.binpb"}) {
    ASSERT_TRUE(write_trace(folder.path() / name, recording));
  }
  std::vector<LoadedTrace> loaded;
  const auto cut = read_traces(std::vector{folder.path()}, [&](LoadedTrace trace) {
    loaded.push_back(std::move(trace));
    return std::string{};
  });
  ASSERT_TRUE(cut) << cut.error();
  ASSERT_EQ(loaded.size(), 3U);
  for (const LoadedTrace& trace : loaded) EXPECT_EQ(trace.recording, recording);
  EXPECT_THAT(loaded.front().path, EndsWith("a/x.trace.textproto"));
}

// The scripts of the traces that are read from these paths, up to `count_max`, then what is said of
// files that were not read to their ends.
std::vector<std::string> traces_of(const std::vector<fs::path>& paths, std::size_t count_max = 100) {
  std::vector<std::string> names;
  const auto cut = read_traces(paths, [&](const LoadedTrace& trace) {
    names.push_back(fmt::format("{} {}", trace.number, trace.recording.trace.script));
    return std::string{names.size() < count_max ? "" : "enough"};
  });
  if (!cut) return {cut.error()};
  for (const CutFile& file : *cut) names.push_back(file.why);
  return names;
}

fs::path a_file_of_traces(const fs::path& path, const std::vector<std::string>& scripts) {
  auto writer = recording::TraceWriter::create(path, {.implementation = "emulated"});
  EXPECT_TRUE(writer);
  for (const std::string& script : scripts) {
    oracle::Trace trace;
    trace.script = script;
    EXPECT_TRUE(writer->add(trace));
  }
  EXPECT_TRUE(writer->finish());
  return path;
}

TEST(ReadTraces, StopsWhereItMust) {
  const files::TemporaryFolder folder;
  const fs::path first = a_file_of_traces(folder.path() / "a.traces", {"a/x", "a/y", "a/z"});
  const fs::path second = a_file_of_traces(folder.path() / "b.traces", {"b/x"});
  EXPECT_THAT(traces_of({first, second}, 2),
              ElementsAre("1 a/x", "2 a/y",
                          first.string() + ": enough (the 2 traces before it are judged)", "enough"));
}

TEST(ReadTraces, TakesFilesOfOneTraceAndOfMany) {
  const files::TemporaryFolder folder;
  const fs::path many = a_file_of_traces(folder.path() / "many.traces.gz", {"a/x", "a/y"});
  ASSERT_TRUE(write_trace(folder.path() / "b/z.trace.textproto", {.trace = {.script = "b/z"}}));
  EXPECT_THAT(traces_of({folder.path()}), ElementsAre("0 b/z", "1 a/x", "2 a/y"));
  EXPECT_THAT(traces_of({many, folder.path() / "b"}), ElementsAre("1 a/x", "2 a/y", "0 b/z"));
}

TEST(ReadTraces, SaysWhereAFileEndsEarly) {
  const files::TemporaryFolder folder;
  const fs::path many = a_file_of_traces(folder.path() / "many.traces", {"a/x", "a/y"});
  const std::string content = files::content_of(many);
  const fs::path part = folder.put("part.traces", content.substr(0, content.size() - 6));
  EXPECT_THAT(
      traces_of({part}),
      ElementsAre("1 a/x", part.string() + ": ends in the middle of trace 2 (the trace before it is "
                                           "judged)"));
}

TEST(ReadTraces, TakesAsManyTracesAsThereAre) {
  const files::TemporaryFolder folder;
  for (const std::size_t count : {0U, 1U, 511U, 512U, 513U, 1024U, 1500U}) {
    const std::vector<std::string> scripts(count, "a/x");
    const fs::path many = a_file_of_traces(folder.path() / "many.traces", scripts);
    std::vector<std::string> expected;
    for (std::size_t number = 1; number <= count; ++number)
      expected.push_back(fmt::format("{} a/x", number));
    EXPECT_EQ(traces_of({many}, 10'000), expected);
  }
}

TEST(ReadTraces, TakesNothingAfterADamagedTrace) {
  const files::TemporaryFolder folder;
  const fs::path many =
      a_file_of_traces(folder.path() / "many.traces", {"a/x", "a/y", "a/z", "a/0", "a/1"});
  std::string content = files::content_of(many);
  content[content.find("a/z") - 2] = '\x07';  // a tag that no message has
  folder.put("many.traces", content);
  a_file_of_traces(folder.path() / "next.traces", {"b/x"});
  EXPECT_THAT(traces_of({folder.path()}),
              ElementsAre("1 a/x", "2 a/y", "1 b/x",
                          EndsWith("many.traces: is damaged after trace 2 (the 2 traces before it are "
                                   "judged)")));
}

TEST(ReadTraces, SaysThatNothingOfAFileIsJudged) {
  const files::TemporaryFolder folder;
  const std::string content =
      files::content_of(a_file_of_traces(folder.path() / "whole.traces", {"a/x"}));
  const fs::path part = folder.put("part.traces", content.substr(0, content.size() - 8));
  EXPECT_THAT(traces_of({part}),
              ElementsAre(EndsWith("ends in the middle of trace 1 (no trace of it is judged)")));
}

TEST(ReadTraces, RefusesWhatWouldBeCutOff) {
  const files::TemporaryFolder folder;
  const auto why_not = [&](const std::string& host) {
    const auto file = folder.put("a.trace.textproto", "script: \"a/b\"\nhost {" + host + " }\n");
    const auto cut = read_traces(std::vector{file}, [](const LoadedTrace&) { return ""; });
    return cut && cut->size() == 1 ? cut->front().why : "";
  };
  std::string links;
  for (int i = 1; i <= 16; ++i) links += fmt::format(" links {{ luid: {} index: {} }}", i, i);
  EXPECT_EQ(why_not(links), "");
  EXPECT_THAT(why_not(links + " links { luid: 17 index: 17 }"),
              HasSubstr("17 links, the maximum is 16"));
  std::string addresses;
  for (int i = 1; i <= 5; ++i) addresses += fmt::format(" addresses: \"10.0.0.{}/24\"", i);
  EXPECT_THAT(why_not(" links { luid: 1 index: 1" + addresses + " }"),
              HasSubstr("link 1: 5 addresses, the maximum is 4"));
}

TEST(ReadTraces, RefusesATableWithAnotherNumberOfRows) {
  const files::TemporaryFolder folder;
  const auto why_not = [&](const std::string& table) {
    const auto file = folder.put("a.trace.textproto",
                                 "script: \"a/b\"\nsteps { operation { route_table { } } "
                                 "reply { table { " +
                                     table + " } } }\n");
    const auto cut = read_traces(std::vector{file}, [](const LoadedTrace&) { return ""; });
    return cut && cut->size() == 1 ? cut->front().why : "";
  };
  EXPECT_EQ(why_not("row_count: 1 routes { }"), "");
  EXPECT_EQ(why_not("routes { }"), "");
  EXPECT_EQ(why_not("row_count: 7 unreadable: true"), "");
  EXPECT_THAT(why_not("row_count: 7 routes { }"), HasSubstr("step 1: row_count is 7, rows: 1"));
}

TEST(ReadTraces, ReadsTheOthersOfAFolder) {
  const files::TemporaryFolder folder;
  folder.put("a.trace.textproto", "script: \"a/x");
  folder.put("b.trace.textproto", "");
  folder.put("c.traces", "steps { }\n");
  folder.put("d.trace.textproto", "script: \"d/x\"");
  EXPECT_THAT(traces_of({folder.path()}),
              ElementsAre("0 d/x", HasSubstr("a.trace.textproto:1:13: "),
                          EndsWith("b.trace.textproto: an empty trace (record again)"),
                          HasSubstr("c.traces: not a file of recorded traces")));
}

TEST(ReadTraces, NamesTheSuffixesOfTraces) {
  const files::TemporaryFolder folder;
  EXPECT_THAT(traces_of({folder.path()}),
              ElementsAre(EndsWith("no traces in this folder (their names end in .textproto, .binpb, "
                                   ".traces or .traces.gz)")));
}

TEST(ReadTraces, RefusesAnotherFileInOneLine) {
  const files::TemporaryFolder folder;
  EXPECT_THAT(traces_of({folder.put("x.traces", "steps { }\n")}),
              ElementsAre(EndsWith("x.traces: not a file of recorded traces (netioconf record --out "
                                   "FILE.traces writes one)")));
  EXPECT_THAT(traces_of({folder.path() / "none.traces"}),
              ElementsAre(HasSubstr("can't be read: No such file")));
}

TEST(WriteTrace, SaysWhyItCannot) {
  codec::Recording a_recording;
  a_recording.implementation = "emulated";
  const auto written = write_trace("/dev/full", a_recording);
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error(), StartsWith("/dev/full: can't be written: No space left on device"));
}

TEST(NameFrom, IsTheFolderAndTheStem) {
  EXPECT_EQ(name_from("corpora/scripts/route.link/both_zero.textproto"), "route.link/both_zero");
  EXPECT_EQ(name_from("traces/wine-8/../linux/x.trace.textproto"), "linux/x");
  EXPECT_EQ(name_from("/x.binpb"), "x");
  const fs::path here = fs::current_path();
  EXPECT_EQ(name_from("x.textproto"), here.filename().string() + "/x");
  EXPECT_EQ(name_from("../x.textproto"), here.parent_path().filename().string() + "/x");
}

}  // namespace
}  // namespace netioconf::corpora::text
