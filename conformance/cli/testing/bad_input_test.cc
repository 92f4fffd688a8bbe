// What the command says to input that it cannot use: one line, which names the remedy, and exit
// status 2.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "conformance/cli/options/command.h"
#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

// Files of the scratch folder, by the names that the rows below call them.
struct File {
  std::string name;
  std::string content;
};

std::string with_links(int count) {
  std::string host = "host {";
  for (int link = 1; link <= count; ++link) {
    host += " links { luid: " + std::to_string(0x6000000000000 + link * 0x1000000LL) +
            " index: " + std::to_string(link) + " }";
  }
  return host + " }\noperations { route_table { } }\n";
}

std::string known_with(const std::string& member, const std::string& value) {
  std::string entry = "deviations {\n";
  for (const auto& [name, usual] : {std::pair{"rule", "route.lifetimes"},
                                    {"script", "*"},
                                    {"call", "CreateIpForwardEntry2"},
                                    {"observed", "success"},
                                    {"reason", "because"},
                                    {"versions", "6.18"}}) {
    entry += std::string("  ") + name + ": \"" + (name == member ? value : usual) + "\"\n";
  }
  return entry + "}\n";
}

const std::vector<File>& files() {
  static const std::vector<File> all = {
      {"address.textproto", "operations { create_route { row { to: \"300.1.2.3/8\" } } }\n"},
      {"array.json", "[]\n"},
      {"byte-order-mark.textproto", "\xef\xbb\xbfoperations { route_table { } }\n"},
      {"call.textproto", "operations { no_such_call { } }\n"},
      {"carriage-return.textproto", "# An idea.\roperations { route_table { } }\r"},
      {"cut.json", "{\"kind\":\"report\""},
      {"cut-report/report.json", "{\n\"format\": 3,"},
      {"cut-part/parts/1.json", "{\n\"format\": 3,"},
      {"elf.so",
       "\x7f"
       "ELF"},
      {"folder/none", ""},
      {"folders/folder/none", ""},
      {"known-observed.textproto", known_with("observed", "nonsense")},
      {"known-reason.textproto", known_with("reason", "")},
      {"known-rule.textproto", known_with("rule", "no.such-rule")},
      {"known-version.textproto", known_with("versions", "6.18-amd64")},
      {"links-17.textproto", with_links(17)},
      {"links-twice.textproto", "host { links { } links { } }\noperations { route_table { } }\n"},
      {"not-utf8.textproto", "# \xd2\n"},
      {"number.textproto", "operations { advance { seconds: 99999999999 } }\n"},
      {"object.json", "{}\n"},
      {"open.textproto", "operations { create_route { row { to: \"10.0.0.0/8\" }\n"},
      {"text.so", "not a library\n"},
      {"text.traces", "steps { }\n"},
      {"without-permission", "true\n"},
  };
  return all;
}

struct BadInput {
  std::vector<std::string> arguments;  // @NAME is a file of the scratch folder
  std::string says;
};

void PrintTo(const BadInput& input, std::ostream* out) {
  for (const std::string& argument : input.arguments) *out << argument << ' ';
}

class EveryBadInput : public testing::TestWithParam<BadInput> {
 protected:
  void SetUp() override {
    for (const File& file : files()) {
      const fs::path path = folder_ / file.name;
      fs::create_directories(path.parent_path());
      std::ofstream{path} << file.content;
    }
    fs::remove(folder_ / "folder" / "none");
    fs::create_symlink("loop", folder_ / "loop");
    fs::create_symlink("/dev/full", folder_ / "full.traces");
  }

  [[nodiscard]] std::vector<std::string> arguments() const {
    std::vector<std::string> all = GetParam().arguments;
    for (std::string& argument : all) {
      const std::size_t at = argument.find('@');
      if (at != std::string::npos) argument.replace(at, 1, folder_.string() + "/");
    }
    return all;
  }

 private:
  fs::path folder_ = scratch_folder("input");
};

TEST_P(EveryBadInput, IsOneLineAndExitStatus2) {
  const Ran ran = run_netioconf(arguments());
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error,
              AllOf(testing::StartsWith("netioconf: "), HasSubstr(GetParam().says), EndsWith("\n")));
  EXPECT_EQ(std::ranges::count(ran.error, '\n'), 1) << ran.error;
  EXPECT_EQ(ran.out, "");
}

BadInput check(std::vector<std::string> more, std::string says) {
  more.insert(more.begin(), {"check", "--implementation", "emulated"});
  return {std::move(more), std::move(says)};
}

BadInput check_of(std::string implementation, std::string says) {
  return {{"check", "--implementation", std::move(implementation)}, std::move(says)};
}

BadInput sweep(std::vector<std::string> more, std::string says) {
  more.insert(more.begin(), {"sweep", "--implementation", "emulated"});
  return {std::move(more), std::move(says)};
}

BadInput record(std::vector<std::string> more, std::string says) {
  more.insert(more.begin(), {"record", "--implementation", "emulated"});
  return {std::move(more), std::move(says)};
}

const std::string a_script = "corpora/scripts/route.lifetimes/preferred_infinite_valid_1.textproto";

INSTANTIATE_TEST_SUITE_P(
    OfOptions, EveryBadInput,
    testing::Values(
        BadInput{{}, "subcommand"}, BadInput{{"bogus"}, "bogus: no such subcommand"},
        BadInput{{"chek", "--implementation", "emulated"}, "(did you mean check?)"},
        BadInput{{"scripts", "lin"}, "lin: no such subcommand (did you mean lint"},
        BadInput{{"check", "--implementaton", "emulated"},
                 "--implementaton: no such option (did you mean --implementation"},
        BadInput{{"check", "--implementaton=emulated"},
                 "--implementaton: no such option (did you mean --implementation"},
        BadInput{
            {"scripts", "add", "README.md", "--rule", "route.lifetimess", "--idea", "x", "--says", "X."},
            "route.lifetimess: no such rule (did you mean route.lifetimes"},
        BadInput{{"check"}, "--implementation is required"},
        BadInput{{"check", "--implementation"}, "--implementation"},
        check({"--implementation", "emulated"},
              "--implementation: given 2 times, but it takes one value"),
        check({"--budget", "1s", "--budget", "1s"}, "--budget: given 2 times"),
        check({"--nonsense"}, "--nonsense"), check({"extra"}, "extra"),
        check({"--profile", "foo"}, "--profile"),
        check({"--time-limit", "5"}, "--time-limit: 5: not a duration from 1ms to 277h"),
        check({"--time-limit", "0s"}, "--time-limit: 0s: not a duration"),
        check({"--budget", "1x"}, "--budget: 1x: not a duration"),
        check({"--budget", "-5s"}, "--budget: -5s: not a duration"),
        check({"--budget", "99999999999h"}, "--budget: 99999999999h: not a duration"),
        check({"--budget", "1s", "--scripts", a_script}, "--scripts"),
        check({"--budget-calls", "0"}, "--budget-calls: 0: not a number of at least 1"),
        check({"--budget-calls", "99999999999999999999999"},
              "99999999999999999999999: not a number from 1 to 18446744073709551615"),
        check({"--shard", "3"}, "--shard: 3: not a part (name one as I/N, for example 1/8)"),
        check({"--min-rules", "-1"}, "--min-rules: -1: not a number from 1 to 10000"),
        check({"--min-rules", "100000000000000000000"}, "not a number from 1 to 10000"),
        check({"--only", "NoSuchFunction"}, "--only NoSuchFunction: no such function"),
        check({"--color", "maybe"}, "--color: maybe"),
        check({"--quiet", "--verbose"}, "--verbose excludes --quiet"),
        check({"--known", "none", "--update"}, "names no list"), check({"--known", ""}, "--known"),
        check({"--out", ""}, "--out: the name is empty"),
        check({"--scripts", ""}, "--scripts: the name is empty"),
        check({"--source-root", "@none"}, "none: no such folder"),
        BadInput{{"sweep"}, "--implementation is required"},
        sweep({"--depth", "0"}, "--depth: 0: not a number from 1 to 3"),
        sweep({"--depth", "4"}, "--depth: 4: not a number from 1 to 3"),
        sweep({"--shard", "0/3"}, "--shard"), sweep({"--shard", "4/3"}, "--shard"),
        sweep({"--shard", "1"}, "--shard"), sweep({"--shard", "1/"}, "--shard"),
        sweep({"--shard", "a/b"}, "--shard"), sweep({"--only", "99999999"}, "--only"),
        sweep({"--only", "route.link/x"}, "--only"), sweep({"--groups", "0"}, "--groups"),
        sweep({"--budget", "5"}, "--budget"), sweep({"--from", "-1"}, "--from"),
        BadInput{{"mutants", "--by", "prayer"}, "--by: prayer"},
        BadInput{{"layout", "--language", "cobol"}, "--language: cobol"},
        BadInput{{"export"}, "SCRIPT is required"}, BadInput{{"export", a_script}, "--as is required"},
        BadInput{{"export", a_script, "--as", "cobol"}, "--as: cobol"},
        BadInput{{"explain"}, "NAME is required"},
        BadInput{{"explain", "nosuchthing"}, "nosuchthing: no such rule, reading, status"},
        BadInput{{"explain", "route.lifetimes", "--implementation", "nobody"}, "no such implementation"},
        BadInput{{"rules", "--nonsense"}, "--nonsense"}, BadInput{{"judge"}, "TRACE is required"},
        BadInput{{"merge"}, "DIR is required"}, BadInput{{"merge", "corpora"}, "--out is required"},
        BadInput{{"replay"}, "CORPUS is required"},
        BadInput{{"replay", "corpora"}, "--implementation is required"},
        BadInput{{"campaign", "--implementation", "emulated", "--duration", "1s", "--out", "@out",
                  "--shard", "9/8"},
                 "--shard: 9/8: not a part"},
        BadInput{{"shrink"}, "SCRIPT is required"}, BadInput{{"view"}, "DIR is required"},
        BadInput{{"scripts"}, "A subcommand is required"},
        BadInput{{"scripts", "add", "README.md", "--rule", "no.rule", "--idea", "x", "--says", "X."},
                 "no.rule: no such rule"},
        check({"--scripts", "corpora/scripts/route.age", "corpora/scripts/route.stack"},
              "route.stack: not expected here (an option takes one value each time;"),
        BadInput{{"diff"}, "it needs two implementations or two reports, but got none"},
        BadInput{{"diff", "--implementation", "emulated"}, "but got only emulated"}));

INSTANTIATE_TEST_SUITE_P(
    OfFiles, EveryBadInput,
    testing::Values(
        check({"--scripts", "@none"}, "none: can't be read: No such file"),
        check({"--scripts", "README.md"}, "README.md:3:"),
        check({"--scripts", "@folder"}, "folder: no scripts in this folder"),
        check({"--scripts", "@loop"}, "loop: can't be read: Too many levels of symbolic links"),
        check({"--scripts", "/dev/null"}, "/dev/null: is not a regular file"),
        check({"--scripts", "@not-utf8.textproto"}, "not-utf8.textproto:1:3: octet 0xd2 is not UTF-8"),
        check({"--scripts", "@byte-order-mark.textproto"},
              "byte-order-mark.textproto:1:1: begins with a byte order mark (save the file as UTF-8"),
        check({"--scripts", "@carriage-return.textproto"},
              "carriage-return.textproto:1:11: a carriage return without a line feed (end lines with"),
        check({"--scripts", "@address.textproto"},
              "address.textproto:1:39: \"300.1.2.3/8\" is not a prefix"),
        check({"--scripts", "@number.textproto"}, "number.textproto:1:"),
        check({"--scripts", "@call.textproto"},
              "call.textproto:1:27: Message type \"Operation\" has no"),
        check({"--scripts", "@open.textproto"}, "open.textproto:2:1: Expected identifier"),
        check({"--scripts", "@links-17.textproto"},
              "links-17.textproto:1:687: link 17: more than 16 links"),
        check({"--scripts", "@links-twice.textproto"},
              "links-twice.textproto:1:18: link 2: the LUID of an earlier link"),
        check({"--known", "@none"}, "none"), check({"--known", "README.md"}, "README.md:3:"),
        check({"--known", "@folder"}, "folder: is a folder"),
        check({"--known", "@known-rule.textproto"},
              "known-rule.textproto:1: \"no.such-rule\" is neither"),
        check({"--known", "@known-observed.textproto"}, "known-observed.textproto:1:"),
        check({"--known", "@known-reason.textproto"}, "known-reason.textproto:"),
        check({"--known", "@known-version.textproto"},
              "known-version.textproto:1: \"6.18-amd64\" is not a"),
        BadInput{{"judge", "@none"}, "none"}, BadInput{{"judge", "README.md"}, "README.md:3:"},
        BadInput{{"judge", "@folder"}, "folder: no traces in this folder"},
        BadInput{{"judge", "@text.traces"}, "text.traces: not a file of recorded traces"},
        BadInput{{"judge", "@none.traces"}, "none.traces: can't be read: No such file"},
        BadInput{{"diff", "--implementation", "emulated", "--implementation", "@text.traces"},
                 "text.traces: not a file of recorded traces"},
        BadInput{{"diff", "@cut.json", "@array.json"}, "cut.json:1:17: not valid JSON from here on"},
        BadInput{{"diff", "@array.json", "@object.json"}, "array.json: not a report.json of format"},
        BadInput{{"diff", "@object.json", "@object.json"}, "object.json: not a report.json of format"},
        BadInput{{"diff", "@none.json", "@object.json"}, "none.json: no such file or folder"},
        BadInput{{"shrink", "@none", "--implementation", "emulated", "--out", "@out.textproto"},
                 "none: can't be read"},
        BadInput{
            {"shrink", "@call.textproto", "--implementation", "emulated", "--out", "@out.textproto"},
            "call.textproto:1:27:"},
        BadInput{{"export", "@none", "--as", "c"}, "none: no such file and no such committed script"},
        BadInput{{"rules", "--check-documents", "@none"}, "none: can't be listed"},
        BadInput{{"scripts", "format", "@none"}, "none: can't be listed"},
        BadInput{{"scripts", "lint", "@none"}, "none: can't be listed"},
        BadInput{{"merge", "@none", "--out", "@out"}, "none: no such folder"},
        BadInput{{"merge", "@cut.json", "--out", "@out"}, "cut.json: not a folder"},
        BadInput{{"merge", "@cut-report", "--out", "@out"},
                 "report.json:2:13: not valid JSON from here"},
        BadInput{{"merge", "@cut-part", "--out", "@out"}, "parts/1.json:2:13: not valid JSON from here"},
        BadInput{{"merge", "@folders", "--out", "@out"},
                 "folders: holds no report, no recording and no corpus"},
        BadInput{{"merge", "@folder", "--out", "@cut-part"}, "cut-part: holds another merged report"},
        BadInput{{"replay", "@none", "--implementation", "emulated"}, "none: can't be listed"},
        BadInput{{"replay", "@folder/none", "--implementation", "emulated"}, "can't be listed"},
        BadInput{{"view", "@none"}, "none: it contains no report"},
        BadInput{{"view", "@folder"}, "it contains no report"}));

INSTANTIATE_TEST_SUITE_P(
    OfImplementations, EveryBadInput,
    testing::Values(
        check_of("foo", "foo: no such implementation"), check_of("", ": no such implementation"),
        check_of("emulated:", "emulated:: the name is not complete"),
        check_of("emulated:foo", "no such personality"), check_of("mutant:foo", "no such mutant"),
        check_of("library:", "library:: the name is not complete"),
        check_of("library:@none", "none: cannot be loaded"),
        check_of("library:@folder", "folder: not a file"),
        check_of("library:/dev/zero", "/dev/zero: not a file"), check_of("library:@text.so", "text.so"),
        check_of("library:@elf.so", "elf.so"),
        check_of("library:" FAULTY_LIBRARIES "/libfaulty_no_functions.so",
                 "exports none of the documented functions"),
        BadInput{{"check", "--implementation", "library:README.md", "--isolate"}, "README.md"},
        BadInput{{"check", "--implementation", "library:./libfake.so", "--update"},
                 "--update: library:./libfake.so has no committed list of known deviations (name a list "
                 "with --known FILE)"},
        BadInput{{"check", "--implementation", "process:./testee", "--update"}, "--known FILE"},
        check_of("process:", "process:: the name is not complete"),
        check_of("process:@none", "none: cannot be started: No such file"),
        check_of("process:@without-permission", "cannot be started: Permission denied"),
        check_of("process:true", "process:true: it ended (exit status 0)"),
        check_of("process:false", "process:false: it ended (exit status 1)"),
        check_of("process:echo hello", "it ended (exit status 0, in the middle of a frame)"),
        check_of("process:sh -c 'kill -9 $$'", "it crashed (SIGKILL)"),
        check_of("windows:user", "windows:user: it runs on Windows only"),
        check_of("wine:nobody", "wine:nobody: no such implementation"),
        check_of("emulatd", "emulatd: no such implementation (did you mean emulated?)"),
        check_of("libary:./x.so", "(did you mean library?)"),
        check_of("proces:x", "(did you mean process?)"),
        check_of("emulated:windos", "no such personality (did you mean windows"),
        BadInput{{"campaign", "--implementation", "linux", "--duration", "1s", "--out", "@campaign"},
                 "linux: no campaign tests it, because its list of known deviations is about the"},
        BadInput{{"campaign", "--implementation", "wine:user", "--duration", "1s", "--out", "@campaign"},
                 "wine:user: no campaign tests it"},
        BadInput{{"diff", "--implementation", "emulated", "--implementation", "nobody"},
                 "nobody: no such implementation"},
        BadInput{{"sweep", "--implementation", "nobody"}, "nobody: no such implementation"}));

// Nothing is carried out before.
INSTANTIATE_TEST_SUITE_P(
    OfPlacesForOutput, EveryBadInput,
    testing::Values(
        check({"--out", "/dev/null"}, "--out: /dev/null: is not a folder"),
        check({"--out", "README.md", "--budget", "277h"}, "--out: README.md: is not a folder"),
        BadInput{{"record", "--implementation", "emulated"}, "--out is required"},
        record({"--out", ""}, "--out"), record({"--out", "README.md/x"}, "README.md"),
        record({"--out", "@x.trace"}, "the name of one trace, but each script gives one"),
        record({"--out", "@x.trace.textproto"}, "any other one a folder)"),
        record({"--out", "@folder", "--sweep", "1"},
               "(choose a name that ends in .traces or .traces.gz)"),
        record({"--out", "@folder", "--budget", "1s"}, "generated scripts are too many for a folder"),
        record({"--out", "@y.traces", "--sweep", "1", "--shard", "3/2"}, "--shard: 3/2: not a part"),
        record({"--out", "@y.traces", "--sweep", "1", "--scripts", "corpora/scripts"}, "--scripts"),
        record({"--out", "/dev/null/y.traces"}, "y.traces: can't be written: "),
        record({"--out", "@full.traces", "--scripts", a_script}, "full.traces: can't be written: ")));

TEST(AFolderThatCannotBeUsed, IsNotCalledStandardOutput) {
  options::Program program{"netioconf", "", ""};
  program.subcommand("x", "").run([](const reports::Invocation&) -> int {
    throw fs::filesystem_error("copy", "out/a", std::make_error_code(std::errc::permission_denied));
  });
  const std::array<const char*, 2> words{"netioconf", "x"};
  testing::internal::CaptureStderr();
  EXPECT_EQ(program.run(2, words.data()), 2);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "netioconf: out/a: Permission denied (check the path and its permissions)\n");
}

}  // namespace
}  // namespace netioconf::conformance::cli
