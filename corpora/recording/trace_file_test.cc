#include "corpora/recording/trace_file.h"

#include <gmock/gmock.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/util/delimited_message_util.h>
#include <gtest/gtest.h>

// RapidCheck's bridge needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "corpora/arbitrary/nouns.h"
#include "corpora/files/temporary_folder.h"
#include "corpora/recording/trace_reader.h"
#include "corpora/recording/trace_writer.h"

namespace netioconf::corpora::recording {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const TraceOrigin some_origin{
    .implementation = "library:caf\xe9", .system = "Windows 11", .recorded = "2026-11-29"};

std::vector<oracle::Trace> three_traces() {
  std::vector<oracle::Trace> traces(3);
  for (std::size_t i = 0; i < traces.size(); ++i) {
    traces[i].script = "sweep/" + std::to_string(i);
    traces[i].steps = {{.operation = oracle::RouteCall{}, .probe = false}};
    traces[i].steps.front().reply.status = static_cast<std::uint32_t>(i);
  }
  return traces;
}

void write_traces(const fs::path& path, const std::vector<oracle::Trace>& traces,
                  std::chrono::milliseconds flush_interval = usual_flush_interval) {
  auto writer = TraceWriter::create(path, some_origin, flush_interval);
  ASSERT_TRUE(writer) << writer.error();
  for (const oracle::Trace& trace : traces) ASSERT_TRUE(writer->add(trace));
  ASSERT_TRUE(writer->finish());
}

struct AllRead {
  std::vector<codec::Recording> recordings;
  std::string cut;
  std::string error;
};

AllRead read_all(std::expected<TraceReader, std::string> reader) {
  AllRead all;
  if (!reader) {
    all.error = reader.error();
    return all;
  }
  while (auto next = reader->next()) all.recordings.push_back(*std::move(next));
  EXPECT_EQ(reader->next(), std::nullopt);
  all.cut = reader->cut();
  return all;
}

AllRead read_bytes(std::string_view bytes) { return read_all(TraceReader::read(bytes, "x.traces")); }

std::string bytes_of(const std::vector<proto::TraceFileEntry>& entries) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream{&bytes};
  for (const proto::TraceFileEntry& entry : entries)
    EXPECT_TRUE(google::protobuf::util::SerializeDelimitedToZeroCopyStream(entry, &stream));
  return bytes.substr(0, static_cast<std::size_t>(stream.ByteCount()));
}

proto::TraceFileEntry a_header(std::uint32_t version) {
  proto::TraceFileEntry entry;
  entry.mutable_header()->set_format(std::string{trace_file_format});
  entry.mutable_header()->set_version(version);
  return entry;
}

class EveryForm : public ::testing::TestWithParam<const char*> {
 protected:
  fs::path path() const { return folder_.path() / "new" / GetParam(); }

  files::TemporaryFolder folder_;
};

TEST_P(EveryForm, IsReadAgain) {
  const std::vector<oracle::Trace> traces = three_traces();
  write_traces(path(), traces);
  const AllRead all = read_all(TraceReader::open(path()));
  EXPECT_EQ(all.error + all.cut, "");
  ASSERT_EQ(all.recordings.size(), traces.size());
  for (std::size_t i = 0; i < traces.size(); ++i) {
    EXPECT_EQ(all.recordings[i], (codec::Recording{.implementation = some_origin.implementation,
                                                   .system = some_origin.system,
                                                   .recorded = some_origin.recorded,
                                                   .trace = traces[i]}));
  }
}

TEST_P(EveryForm, GivesWhatComesBeforeItsEndAtEachByte) {
  write_traces(path(), three_traces(), std::chrono::milliseconds{0});
  const std::string content = files::content_of(path());
  std::size_t most = 0;
  for (std::size_t size = 0; size < content.size(); ++size) {
    const AllRead all = read_bytes(std::string_view{content}.substr(0, size));
    const std::size_t count = all.recordings.size();
    EXPECT_GE(count, most) << "a longer file has no fewer traces";
    most = std::max(most, count);
    if (!all.error.empty()) {
      EXPECT_THAT(all.error, AnyOf("x.traces: is empty (record again)",
                                   "x.traces: ends in the middle of its header (record again)"));
      continue;
    }
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(all.recordings[i].trace, three_traces()[i]);
    const std::string after = "ends after trace " + std::to_string(count);
    EXPECT_THAT(all.cut,
                AnyOf("ends in the middle of trace " + std::to_string(count + 1),
                      after + ", before the recording was complete", after + ", before its checksum"));
  }
  EXPECT_EQ(most, 3U);
}

TEST_P(EveryForm, CanBeReadWhileItIsWritten) {
  auto writer = TraceWriter::create(path(), some_origin, std::chrono::milliseconds{0});
  ASSERT_TRUE(writer);
  for (std::size_t count = 1; count <= 3; ++count) {
    ASSERT_TRUE(writer->add(three_traces()[count - 1]));
    const AllRead all = read_all(TraceReader::open(path()));
    EXPECT_EQ(all.recordings.size(), count);
    EXPECT_THAT(all.cut, StartsWith("ends after trace " + std::to_string(count)));
  }
}

TEST_P(EveryForm, NeverCrashesTheReaderWithAWrongByte) {
  write_traces(path(), three_traces());
  const std::string content = files::content_of(path());
  for (std::size_t at = 0; at < content.size(); ++at) {
    std::string damaged = content;
    damaged[at] = static_cast<char>(~damaged[at]);
    EXPECT_LE(read_bytes(damaged).recordings.size(), 3U);
  }
}

TEST_P(EveryForm, SaysThatTheDiskIsFull) {
  const fs::path full = folder_.path() / GetParam();
  fs::create_symlink("/dev/full", full);
  const auto writer = TraceWriter::create(full, some_origin);
  ASSERT_FALSE(writer);
  EXPECT_THAT(writer.error(), HasSubstr("can't be written: No space left on device (free some"));
}

INSTANTIATE_TEST_SUITE_P(Files, EveryForm, ::testing::Values("x.traces", "x.traces.gz"));

RC_GTEST_PROP(TraceFile, GivesEveryTraceBack, ()) {
  constexpr double few = 0.2;
  const auto recordings = *rc::gen::scale(few, rc::gen::container<std::vector<codec::Recording>>(
                                                   rc::gen::noShrink(arbitrary::arbitrary_recording())));
  const files::TemporaryFolder folder;
  const std::string name = *rc::gen::element<std::string>("x.traces", "x.traces.gz");
  std::vector<oracle::Trace> traces;
  for (const codec::Recording& recording : recordings) traces.push_back(recording.trace);
  write_traces(folder.path() / name, traces);
  const AllRead all = read_all(TraceReader::open(folder.path() / name));
  RC_ASSERT(all.error + all.cut == "");
  RC_ASSERT(all.recordings.size() == traces.size());
  for (std::size_t i = 0; i < traces.size(); ++i) RC_ASSERT(all.recordings[i].trace == traces[i]);
}

TEST(TraceFile, WithoutItsHeaderIsRefused) {
  proto::TraceFileEntry trace;
  trace.mutable_trace()->set_script("a/b");
  for (const std::string& bytes :
       {std::string{"host { }\n"}, std::string{"\nhost { } # long enough for a header\n"},
        std::string(1000, '\xff'), std::string(1000, '\0'), bytes_of({trace})}) {
    EXPECT_EQ(read_bytes(bytes).error,
              "x.traces: not a file of recorded traces (netioconf record --out FILE.traces writes one)");
  }
}

TEST(TraceFile, GivesWhatComesBeforeADamagedPlace) {
  const files::TemporaryFolder folder;
  std::vector<oracle::Trace> traces(2000);
  for (std::size_t i = 0; i < traces.size(); ++i) traces[i].script = std::to_string(i * i);
  write_traces(folder.path() / "x.traces.gz", traces);
  std::string content = files::content_of(folder.path() / "x.traces.gz");
  std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(content.size() / 2), 8, '\xff');
  const AllRead all = read_bytes(content);
  EXPECT_GT(all.recordings.size(), 500U);
  EXPECT_LT(all.recordings.size(), 2000U);
  EXPECT_THAT(all.cut, StartsWith("is damaged after trace "));
}

TEST(TraceFile, MayBeSeveralCompressedFiles) {
  const files::TemporaryFolder folder;
  write_traces(folder.path() / "x.traces", three_traces());
  const std::string content = files::content_of(folder.path() / "x.traces");
  const std::string both = folder.put("a", content.substr(0, 40)).string() + " " +
                           folder.put("b", content.substr(40)).string();
  ASSERT_EQ(std::system(("gzip " + both).c_str()), 0);
  const AllRead all =
      read_bytes(files::content_of(folder.path() / "a.gz") + files::content_of(folder.path() / "b.gz"));
  EXPECT_EQ(all.error + all.cut, "");
  EXPECT_EQ(all.recordings.size(), 3U);
}

TEST(TraceFile, WhoseHeaderIsDamagedIsRefused) {
  EXPECT_EQ(read_bytes(std::string_view{"\x1f\x8b\x08\xff\xff\xff", 6}).error,
            "x.traces: is damaged in its header (record again)");
}

TEST(TraceFile, OfAnotherVersionIsRefused) {
  EXPECT_EQ(
      read_bytes(bytes_of({a_header(2)})).error,
      "x.traces: has version 2 of the format, but this netioconf reads version 1 (use the netioconf "
      "that wrote it, or record again)");
}

TEST(TraceFile, WithAWrongEntryEndsThere) {
  proto::TraceFileEntry trace;
  trace.mutable_trace()->set_script("a/b");
  proto::TraceFileEntry end;
  end.mutable_end()->set_traces(1);
  const proto::TraceFileEntry header = a_header(trace_file_version);
  EXPECT_EQ(read_bytes(bytes_of({header, trace, end})).cut, "");
  for (const auto& entries : std::vector<std::vector<proto::TraceFileEntry>>{
           {header, trace, header}, {header, trace, {}}, {header, trace, end, trace}}) {
    const AllRead all = read_bytes(bytes_of(entries));
    EXPECT_EQ(all.recordings.size(), 1U);
    EXPECT_EQ(all.cut, "is damaged after trace 1");
  }
  EXPECT_EQ(read_bytes(bytes_of({header, trace, trace, end})).cut, "is damaged after trace 2");
}

TEST(TraceFile, WithAnEntryThatIsTooLargeEndsThere) {
  const std::string bytes = bytes_of({a_header(trace_file_version)});
  const std::string size_of_17_mib = "\x80\x80\xc0\x08";
  EXPECT_EQ(read_bytes(bytes + size_of_17_mib + std::string(17U << 20U, ' ')).cut,
            "is damaged after trace 0");
}

TEST(TraceFile, CannotHaveATraceThatIsTooLarge) {
  const files::TemporaryFolder folder;
  auto writer = TraceWriter::create(folder.path() / "x.traces", some_origin);
  ASSERT_TRUE(writer);
  oracle::Trace trace;
  trace.skipped.assign(entry_size_max, ' ');
  const auto written = writer->add(trace);
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error(),
              HasSubstr("x.traces: trace 1 would be larger than 16 MiB (split the script)"));
}

TEST(ATraceFileName, HasOneOfTwoSuffixes) {
  for (const char* name : {"x.traces", "a/x.traces.gz"}) EXPECT_TRUE(is_trace_file_name(name)) << name;
  for (const char* name : {"traces", "x.trace.textproto", "x.traces/y", "x.gz"})
    EXPECT_FALSE(is_trace_file_name(name)) << name;
}

}  // namespace
}  // namespace netioconf::corpora::recording
