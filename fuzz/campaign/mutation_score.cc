#include "fuzz/campaign/mutation_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "conformance/execution/shrink/deviation.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/mutation_score/by_scripts.h"
#include "corpora/files/files.h"
#include "fuzz/harness/input.h"
#include "fuzz/harness/repeat.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;
using conformance::mutants::Mutant;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr milliseconds between_polls{10};
constexpr milliseconds patience_with_a_target{10'000};
// Hanging calls take time, so the script need not be the shortest.
constexpr milliseconds shortening_a_mutant_max{3'000};

// A call that takes so long hangs, in seconds: within the time limit, so that a hang is caught.
std::int64_t hang_s(milliseconds limit) { return std::clamp<std::int64_t>(limit.count() / 4000, 1, 8); }

// A random script does not target a rule, so its failure may be attributed to a rule related to the
// broken one. But the script is minimal, so it contains the faulty call of the mutant unless it shows
// something else.
bool is_about(const conformance::execution::Execution& shown, std::string_view rule) {
  namespace mutation_score = conformance::search::mutation_score;
  const auto names_it = [&](const oracle::Finding& finding) {
    return mutation_score::names_rule(finding, rule);
  };
  const bool is_about_every_call =
      rule.starts_with("call.") && oracle::rules::find_rule(rule) != nullptr;
  return is_about_every_call || std::ranges::any_of(shown.judgement.findings, names_it) ||
         mutation_score::has_call_of(shown.trace, rule);
}

// Runs the input at which a target ended.
void examine(const fs::path& input, const Mutant& mutant, Detection& result) {
  const auto bytes = corpora::files::read_file(input);
  auto options = conformance::search::mutation_score::options_for(mutant);
  options.keep_going = true;
  const auto implementation =
      conformance::execution::make_implementation("mutant:" + std::string(mutant.name), options);
  if (!bytes || bytes->empty() || !implementation) return;
  const auto shown = conformance::execution::shrink::shorten(
      **implementation, oracle::readings::Profile::documented,
      {.script = harness::read_script(harness::bytes_of(*bytes))},
      [](const std::string&) { return std::nullopt; }, {.time_max = shortening_a_mutant_max});
  if (!shown) return;
  result.id = id_of(shown->group);
  result.operations = shown->shrunk.script.operations.size();
  result.caught = is_about(shown->alone, mutant.rule);
  result.beside_it = !result.caught;
}

}  // namespace

void read_log(const std::string& log, Detection& result) {
  result.scripts = number_after(log, "stat::number_of_executed_units:");
  result.calls = number_after(log, "\ncalls until then:");
}

std::string reported_rule(const std::string& log) {
  constexpr std::string_view head = "\nDEVIATES  ";
  const std::size_t place = log.find(head);
  if (place == std::string::npos) return "";
  const std::size_t begin = place + head.size();
  return log.substr(begin, log.find(':', begin) - begin);
}

std::expected<void, std::string> MutationScore::all(const std::vector<Target>& targets,
                                                    const OnDetection& on_detection) {
  std::size_t next = 0;
  while (conformance::implementations::child::interruption() == 0 &&
         (next < targets.size() || !running_.empty())) {
    for (; next < targets.size() && running_.size() < options_.jobs; ++next) {
      if (start_one(next, targets[next])) continue;
      return std::unexpected(std::string{"cannot start another process"});
    }
    std::this_thread::sleep_for(between_polls);
    collect(on_detection);
  }
  return {};
}

bool MutationScore::start_one(std::size_t place, const Target& target) {
  auto log = MemoryFile::make();
  auto input = MemoryFile::make();
  if (!log || !input) return false;
  auto process = start(
      {.program = target_,
       .arguments = {"-max_len=4096", "-len_control=0",
                     fmt::format("-timeout={}", hang_s(options_.limit)), "-print_final_stats=1",
                     "-detect_leaks=0", fmt::format("-seed={}", target.seed),
                     fmt::format("-max_total_time={}", (options_.limit.count() + 999) / 1000),
                     "-exact_artifact_path=" + input->path().string()},
       // The stack is not used, and symbolizing it takes longer than most searches.
       .environment = {{harness::implementation_variable, "mutant:" + std::string(target.mutant->name)},
                       {"UBSAN_OPTIONS", "symbolize=0"}},
       .log = log->path()});
  if (!process) return false;
  running_.push_back({place, target.mutant, *std::move(log), *std::move(input), *std::move(process)});
  return true;
}

Detection MutationScore::detection_of(
    const Running& running, const std::optional<conformance::implementations::child::End>& end) const {
  Detection result;
  result.time = duration_cast<milliseconds>(Clock::now() - running.begun);
  const std::string log = corpora::files::read_file(running.log.path()).value_or("");
  read_log(log, result);
  if (!end || result.time > options_.limit) return result;
  examine(running.input.path(), *running.mutant, result);
  if (!result.id.empty()) return result;
  // What a bad reset leaves shows only after the inputs before.
  result.id = reported_rule(log);
  result.caught = result.id == running.mutant->rule;
  result.beside_it = !result.id.empty() && !result.caught;
  return result;
}

void MutationScore::collect(const OnDetection& on_detection) {
  for (auto running = running_.begin(); running != running_.end();) {
    const auto end = running->process.ended();
    if (!end && Clock::now() - running->begun < options_.limit + patience_with_a_target) {
      ++running;
      continue;
    }
    on_detection(running->place, detection_of(*running, end));
    running = running_.erase(running);
  }
}

}  // namespace netioconf::fuzz::campaign
