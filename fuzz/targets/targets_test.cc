// The parts of the targets: each accepts correct input and stops at incorrect input.
#include <gtest/gtest.h>

#include <cstring>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/api/abi_host.h"
#include "corpora/recording/trace_reader.h"
#include "corpora/text/loader.h"
#include "fuzz/harness/checks/consistency.h"
#include "fuzz/harness/checks/round_trips.h"
#include "fuzz/harness/checks/untrusted_memory.h"
#include "fuzz/harness/rows.h"
#include "fuzz/harness/seeds.h"
#include "fuzz/harness/tested_implementation.h"
#include "fuzz/testing/scripts.h"

namespace netioconf::fuzz::targets {
namespace {

feedback::JudgedInput judged_input_of(const std::string& implementation, const oracle::Script& script) {
  const auto made = conformance::execution::make_implementation(implementation, {});
  return feedback::try_script(*made.value(), script, oracle::readings::Profile::documented);
}

TEST(Rows, AreWhatTheirBytesSay) {
  const oracle::Script script = a_created_and_deleted_route();
  const harness::Cast cast = harness::read_rows(harness::bytes_of_rows(1, script));
  EXPECT_EQ(cast.script.operations, script.operations);
  EXPECT_EQ(cast.personalities[0], "literal");
  EXPECT_TRUE(harness::read_rows({}).script.operations.empty());
}

TEST(Rows, MayBeMissingOrCutShort) {
  const std::vector<std::uint8_t> bytes = {0, 1, 0xff, 2, 3, 0xaa};
  const oracle::Script script = harness::read_rows(bytes).script;
  ASSERT_EQ(script.operations.size(), 2U);
  EXPECT_FALSE(std::get<oracle::RouteCall>(script.operations[0]).row);
  const auto& cut = std::get<oracle::RouteCall>(script.operations[1]);
  EXPECT_EQ(cut.row->luid, 0xaaU);
  EXPECT_EQ(cut.misalignment, 3);
}

TEST(BareRows, ReturnTheSame) {
  harness::repeat_bare("common", judged_input_of("emulated", a_created_and_deleted_route()));
  feedback::JudgedInput other = judged_input_of("emulated", a_created_and_deleted_route());
  other.trace.steps.front().reply.status = 7;
  EXPECT_DEATH(harness::repeat_bare("common", other), "a call returns something else in bare memory");
}

TEST(Difference, StopsOnlyWhereOneDeviates) {
  oracle::Script script = a_created_route();
  script.operations.push_back(script.operations.front());
  const std::string mutant = "mutant:duplicate-accepted";
  ASSERT_NE(oracle::first_deviation(judged_input_of(mutant, script).judgement), nullptr);
  EXPECT_DEATH(harness::expect_same_deviation(judged_input_of("emulated", script),
                                              judged_input_of(mutant, script)),
               "route.duplicate");
  harness::expect_same_deviation(judged_input_of(mutant, script), judged_input_of(mutant, script));
  harness::expect_same_deviation(judged_input_of("emulated:literal", script),
                                 judged_input_of("emulated:lenient", script));
}

TEST(Difference, IsAbsentWhereVerdictsAgree) {
  const feedback::JudgedInput one = judged_input_of("emulated", a_created_route());
  feedback::JudgedInput other = one;
  other.judgement.findings.front().why = "something else";
  EXPECT_DEATH(harness::expect_same_deviation(one, other),
               "the judge judged the same replies differently");
}

TEST(Table, IsReadUpToItsLastByte) {
  std::vector<std::uint8_t> bytes(8 + 104, 0xab);
  for (const std::uint32_t count : {0U, 1U, 2U, 0x7fffffffU, 0xffffffffU}) {
    std::memcpy(bytes.data(), &count, sizeof count);
    harness::check_tables(bytes);
  }
  for (std::size_t size = 0; size < 16; ++size)
    harness::check_tables(harness::InputBytes{bytes}.first(size));
}

TEST(Description, MayHoldAnything) {
  harness::check_description({});
  harness::check_description(std::vector<std::uint8_t>(sizeof(netioconf_host), 0xff));
}

TEST(Description, IsOneOfEitherVersion) {
  oracle::Host host = oracle::plain_host();
  host.links[0].addresses = {{oracle::ipv4(198, 51, 100, 7), 24}};
  netioconf_host described = conformance::implementations::to_abi(host).value();
  std::vector<std::uint8_t> bytes(sizeof described);
  for (const std::uint32_t size : {std::uint32_t{sizeof described}, NETIOCONF_HOST_SIZE_1, 0U}) {
    described.size = size;
    std::memcpy(bytes.data(), &described, sizeof described);
    harness::check_description(bytes);
    harness::check_description(harness::InputBytes{bytes}.first(NETIOCONF_HOST_SIZE_1));
  }
}

TEST(RoundTrips, HoldForAnyText) {
  for (const char* text :
       {"", "# A.\nhost { }\n", "operations { }", "steps { }", "}", "entries { rule: \"a\" }"}) {
    harness::check_text_form(bytes_of(text));
    harness::check_binary_form(bytes_of(text));
    harness::check_known_list(bytes_of(text));
    harness::check_trace_file(bytes_of(text));
  }
}

TEST(Seeds, AreInputsOfEachTargetThatAllPass) {
  const auto scripts = corpora::text::load_scripts("corpora/scripts/route.lifetimes");
  ASSERT_TRUE(scripts) << scripts.error();
  const auto seeds = harness::seeds_from(*scripts);
  for (const char* target : {"script", "library", "diff", "judge", "row", "codec", "library_table",
                             "known", "traces", "wire"}) {
    EXPECT_TRUE(seeds.contains(std::string{target} + "_fuzzer")) << target;
  }
  for (const corpora::text::LoadedScript& script : *scripts) {
    std::string name = script.script.name;
    name[name.find('/')] = '-';
    EXPECT_EQ(harness::read_script(bytes_of(seeds.at("library_fuzzer").at(name))).operations,
              script.script.operations);
  }
  for (const auto& [name, bytes] : seeds.at("judge_fuzzer")) {
    harness::judge_twice(harness::read_trace(bytes_of(bytes)).trace,
                         oracle::readings::Profile::documented);
  }
  for (const auto& [name, bytes] : seeds.at("known_fuzzer")) harness::check_known_list(bytes_of(bytes));
  for (const auto& [name, bytes] : seeds.at("traces_fuzzer")) {
    harness::check_trace_file(bytes_of(bytes));
    auto reader = corpora::recording::TraceReader::read(bytes, name);
    ASSERT_TRUE(reader) << reader.error();
    EXPECT_TRUE(reader->next());
  }
}

}  // namespace
}  // namespace netioconf::fuzz::targets
