#include "fuzz/campaign/mutants.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <list>
#include <map>
#include <optional>
#include <system_error>
#include <thread>

#include "conformance/command/exit_status.h"
#include "conformance/mutants/mutants.h"
#include "corpora/files.h"
#include "fuzz/campaign/target.h"
#include "fuzz/repeat.h"

namespace netioconf::fuzz {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using conformance::Mutant;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr milliseconds between_looks{10};
constexpr milliseconds patience_at_the_end{10'000};

// A folder for the time that this lives.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "netioconf-mutants.XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Job {
  const Mutant* mutant;
  unsigned repeat;  // from 0
};

struct Running {
  Job job;
  fs::path log;
  conformance::Process process;
  Clock::time_point begun = Clock::now();
};

using Searches = std::map<const Mutant*, std::vector<Search>>;

// Starts searches and collects how they end.
class Searching {
 public:
  Searching(const MutantsOptions& options, fs::path target)
      : options_{options}, target_{std::move(target)} {}

  // The error is one line.
  [[nodiscard]] std::expected<Searches, std::string> all(const std::vector<Job>& jobs) {
    if (scratch_.path().empty()) return std::unexpected(std::string{"no temporary folder can be made"});
    std::size_t next = 0;
    while (next < jobs.size() || !running_.empty()) {
      while (next < jobs.size() && running_.size() < options_.jobs) {
        if (!start_one(jobs[next++])) {
          return std::unexpected(std::string{"no further process can be started"});
        }
      }
      std::this_thread::sleep_for(between_looks);
      collect();
      show_progress(next - running_.size(), jobs.size());
    }
    return std::move(searches_);
  }

 private:
  [[nodiscard]] bool start_one(const Job& job) {
    const fs::path log = scratch_.path() / fmt::format("{}.{}", job.mutant->name, job.repeat);
    const TargetRun run{
        .program = target_,
        .arguments = {"-max_len=4096", "-len_control=0", "-timeout=2", "-print_final_stats=1",
                      "-detect_leaks=0",
                      fmt::format("-seed={}", (options_.seed + job.repeat) % 0xffffffffU + 1),
                      fmt::format("-max_total_time={}", options_.limit.count() / 1000),
                      fmt::format("-artifact_prefix={}/", scratch_.path().string())},
        .environment = {{implementation_variable, "mutant:" + std::string(job.mutant->name)}},
        .log = log};
    auto process = start(run);
    if (!process) return false;
    running_.push_back({job, log, *std::move(process)});
    return true;
  }

  void collect() {
    for (auto running = running_.begin(); running != running_.end();) {
      const auto time = duration_cast<milliseconds>(Clock::now() - running->begun);
      const auto end = running->process.ended();
      if (!end && time < options_.limit + patience_at_the_end) {
        ++running;
        continue;
      }
      Search search{.caught = end && end->detail != "exit status 0", .time = time, .id = ""};
      read_log(corpora::read_file(running->log).value_or(""), search);
      searches_[running->job.mutant].push_back(search);
      std::error_code ignored;
      fs::remove(running->log, ignored);
      running = running_.erase(running);
    }
  }

  static void show_progress(std::size_t done, std::size_t count) {
    if (isatty(STDERR_FILENO) == 0) return;
    fmt::print(stderr, "\r{} of {} searches{}", done, count, done == count ? "\n" : "");
  }

  MutantsOptions options_;
  fs::path target_;
  Scratch scratch_;
  std::list<Running> running_;
  Searches searches_;
};

std::vector<Job> jobs_for(const MutantsOptions& options) {
  std::vector<Job> jobs;
  for (const Mutant& mutant : conformance::mutants()) {
    const auto& names = options.names;
    const bool wanted =
        names.empty() || std::find(names.begin(), names.end(), mutant.name) != names.end();
    for (unsigned repeat = 0; wanted && repeat < options.repeats; ++repeat)
      jobs.push_back({&mutant, repeat});
  }
  return jobs;
}

template <class Value>
std::uint64_t median_of(const std::vector<Search>& searches, Value value) {
  std::vector<std::uint64_t> values;
  for (const Search& search : searches) values.push_back(static_cast<std::uint64_t>(value(search)));
  return median(std::move(values));
}

// True if it was caught each time.
bool print(const Mutant& mutant, const std::vector<Search>& searches) {
  const auto caught = std::count_if(searches.begin(), searches.end(),
                                    [](const Search& search) { return search.caught; });
  const auto count = static_cast<long>(searches.size());
  const std::uint64_t executions =
      median_of(searches, [](const Search& search) { return search.executions; });
  const std::uint64_t ms = median_of(searches, [](const Search& search) { return search.time.count(); });
  const std::string by = caught == 0      ? "NOT CAUGHT"
                         : caught < count ? "NOT ALWAYS CAUGHT"
                                          : searches.front().id;
  fmt::print("{:<46} {:<32} {:>3}/{:<3} {:>9} {:>6}.{:01}  {}\n", mutant.name, mutant.rule, caught,
             count, executions, ms / 1000, ms % 1000 / 100, by);
  return caught == count;
}

}  // namespace

void read_log(const std::string& log, Search& search) {
  const auto behind = [&log](std::string_view words) {
    const std::size_t place = log.rfind(words);
    if (place == std::string::npos) return std::string{};
    const std::size_t begin = log.find_first_not_of(' ', place + words.size());
    return begin == std::string::npos ? std::string{}
                                      : log.substr(begin, log.find_first_of(" \n", begin) - begin);
  };
  const std::string executions = behind("stat::number_of_executed_units:");
  std::from_chars(executions.data(), executions.data() + executions.size(), search.executions);
  search.id = behind("\nDEVIATES  ");
}

std::uint64_t median(std::vector<std::uint64_t> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

int mutants_by_fuzz(const MutantsOptions& options) {
  using conformance::could_not_run;
  const auto target = find_target();
  if (!target) return could_not_run(target.error());
  const std::vector<Job> jobs = jobs_for(options);
  if (jobs.empty()) return could_not_run("no mutant of that name (netioconf mutants lists them)");
  const auto searches = Searching{options, *target}.all(jobs);
  if (!searches) return could_not_run(searches.error());
  fmt::print("{:<46} {:<32} {:>7} {:>9} {:>8}  {}\n", "mutant", "breaks", "caught", "runs", "seconds",
             "by");
  std::size_t caught = 0;
  for (const Mutant& mutant : conformance::mutants()) {
    const auto found = searches->find(&mutant);
    if (found != searches->end() && print(mutant, found->second)) ++caught;
  }
  fmt::print("{} of {} mutants are caught\n", caught, searches->size());
  return caught == searches->size() ? conformance::exit_conforms : conformance::exit_deviates;
}

}  // namespace netioconf::fuzz
