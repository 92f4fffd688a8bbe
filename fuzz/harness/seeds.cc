#include "fuzz/harness/seeds.h"

#include <google/protobuf/util/delimited_message_util.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/implementations/api/abi_host.h"
#include "corpora/recording/trace_file.h"
#include "corpora/text/text.h"
#include "fuzz/harness/input.h"
#include "fuzz/harness/rows.h"
#include "fuzz/harness/tested_implementation.h"
#include "fuzz/harness/wire_seeds.h"
#include "reports/known/known.h"

namespace netioconf::fuzz::harness {
namespace {

using Targets = std::map<std::string, Inputs>;

bool has_only_rows(const oracle::Script& script) {
  return script.host == oracle::plain_host() &&
         std::ranges::all_of(script.operations, [](const auto& operation) {
           return std::holds_alternative<oracle::RouteCall>(operation) ||
                  std::holds_alternative<oracle::AnycastCall>(operation);
         });
}

template <class Row>
std::string table_of(const std::vector<Row>& rows) {
  const std::uint64_t count = rows.size();
  std::string bytes(reinterpret_cast<const char*>(&count), sizeof count);
  bytes.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row));
  return bytes;
}

void add_tables(Inputs& inputs, const std::string& name, const oracle::Trace& trace) {
  for (const oracle::Step& step : trace.steps) {
    if (!step.reply.table) continue;
    if (!step.reply.table->routes.empty()) inputs[name + "-routes"] = table_of(step.reply.table->routes);
    if (!step.reply.table->anycasts.empty()) {
      inputs[name + "-anycasts"] = table_of(step.reply.table->anycasts);
    }
  }
}

std::string trace_file_of(const corpora::codec::Recording& recording) {
  std::array<corpora::proto::TraceFileEntry, 3> entries;
  entries[0].mutable_header()->set_format(std::string{corpora::recording::trace_file_format});
  entries[0].mutable_header()->set_version(corpora::recording::trace_file_version);
  *entries[1].mutable_trace() = corpora::codec::encode(recording);
  entries[2].mutable_end()->set_traces(1);
  std::ostringstream file;
  for (const corpora::proto::TraceFileEntry& entry : entries)
    (void)google::protobuf::util::SerializeDelimitedToOstream(entry, &file);
  return file.str();
}

void add_trace(Targets& targets, const std::string& name, const corpora::codec::Recording& recording) {
  targets["judge_fuzzer"][name] = corpora::codec::encode(recording).SerializeAsString();
  targets["traces_fuzzer"][name] = trace_file_of(recording);
  add_tables(targets["library_table_fuzzer"], name, recording.trace);
}

void add_script(Targets& targets, const std::string& name, const oracle::Script& script,
                std::uint8_t personality) {
  const corpora::proto::Script message = corpora::codec::encode(script);
  const std::string bytes = message.SerializeAsString();
  targets["script_fuzzer"][name] = std::string(1, static_cast<char>(personality)) + bytes;
  targets["library_fuzzer"][name] = bytes;
  targets["diff_fuzzer"][name] = bytes;
  targets["codec_fuzzer"][name] = bytes;
  targets["codec_fuzzer"][name + ".textproto"] = corpora::text::print(message);
  if (const auto host = conformance::implementations::to_abi(script.host)) {
    targets["library_table_fuzzer"][name + "-host"] =
        std::string(reinterpret_cast<const char*>(&*host), host->size);
  }
  if (const auto requests = requests_of(script)) targets["wire_fuzzer"][name] = *requests;
  if (has_only_rows(script)) {
    targets["row_fuzzer"][name] = text_of(bytes_of_rows(personality, script));
  }
}

std::string a_known_list() {
  reports::known::Known known{.head = "# A list.\n"};
  reports::KnownDeviation& entry = known.entries.emplace_back();
  entry.set_rule("route.lifetimes");
  entry.set_script("route.lifetimes/*");
  entry.set_call("CreateIpForwardEntry2");
  entry.set_observed("success");
  entry.set_reason("Lifetimes are not kept.");
  entry.set_link("https://example.org/issues/1");
  entry.add_versions("1.0");
  entry.set_expires("2030-01-31");
  entry.set_seen(4);
  return reports::known::print(known);
}

}  // namespace

Targets seeds_from(std::span<const corpora::text::LoadedScript> scripts) {
  Targets targets;
  targets["known_fuzzer"]["a-list"] = a_known_list();
  targets["wire_fuzzer"] = answers_to_each_call();
  std::uint8_t personality = 0;
  for (const corpora::text::LoadedScript& loaded : scripts) {
    std::string name = loaded.script.name;
    std::ranges::replace(name, '/', '-');
    add_script(targets, name, loaded.script, personality);
    auto& implementation = emulated(conformance::emulator::personality_names[personality]);
    add_trace(targets, name,
              {.implementation = implementation.name(), .trace = implementation.observe(loaded.script)});
    personality =
        static_cast<std::uint8_t>((personality + 1U) % conformance::emulator::personality_names.size());
  }
  return targets;
}

}  // namespace netioconf::fuzz::harness
