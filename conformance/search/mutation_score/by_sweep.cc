#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/mutants/mutants.h"
#include "conformance/search/mutation_score/by_scripts.h"
#include "conformance/search/sweep/sweep.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::search::mutation_score {
namespace {

// The number of further scripts to run for a deviation that names the rule, after the first deviation.
constexpr std::uint64_t scripts_for_the_rule = 20'000;

struct SweepDetection {
  std::optional<std::uint64_t> number;  // of the first script that deviates
  std::string rule;                     // that its finding names
  std::uint64_t calls = 0;              // up to that script
  double seconds = 0;
  std::optional<std::uint64_t> number_by_rule;  // of the first that names the mutant's rule
};

// Runs the space on a mutant until a deviation names its rule, but at most `scripts_for_the_rule`
// scripts past the first deviation.
SweepDetection try_space(const sweep::Space& space, execution::Implementation& mutant,
                         std::string_view rule) {
  SweepDetection caught;
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  const auto nothing = [](const sweep::Swept&) {};
  const sweep::Sink to_first = [&](sweep::NonConforming found, const sweep::Swept& so_far) {
    const oracle::Finding* deviation = oracle::first_deviation(found.judgement);
    if (deviation == nullptr) return sweep::Go::on;
    caught.number = found.number;
    caught.rule = deviation->rule;
    caught.calls = so_far.steps;
    caught.seconds = so_far.took.count();
    if (names_rule(*deviation, rule)) caught.number_by_rule = found.number;
    return sweep::Go::stop;
  };
  const sweep::Swept first = sweep::sweep(space, {}, mutant, judge, to_first, nothing);
  if (!caught.number || caught.number_by_rule) return caught;
  const sweep::Sink to_rule = [&](sweep::NonConforming found, const sweep::Swept&) {
    const oracle::Finding* deviation = oracle::first_deviation(found.judgement);
    if (deviation == nullptr || !names_rule(*deviation, rule)) return sweep::Go::on;
    caught.number_by_rule = found.number;
    return sweep::Go::stop;
  };
  (void)sweep::sweep(space, {.from = first.next, .script_limit = scripts_for_the_rule}, mutant, judge,
                     to_rule, nothing);
  return caught;
}

std::string line_of(const mutants::Mutant& mutant, const SweepDetection& caught) {
  std::string by = "NOT CAUGHT";
  if (caught.number) {
    by = fmt::format("sweep/{}", *caught.number);
    if (caught.number != caught.number_by_rule) by += " names " + caught.rule;
    if (caught.number_by_rule && caught.number != caught.number_by_rule)
      by += fmt::format(", sweep/{} the rule", *caught.number_by_rule);
  }
  return fmt::format("{:<46} {:<32} {:>9} {:>7.2f}  {}\n", mutant.name, mutant.rule, caught.calls,
                     caught.seconds, by);
}

// Runs the space on all mutants, in several threads. A mutant whose calls do not return runs in a child.
// All children are started before the threads.
class SweepOverMutants {
 public:
  explicit SweepOverMutants(unsigned depth) : space_{depth}, caught_(mutants::mutants().size()) {}

  // False if one of them cannot be started.
  [[nodiscard]] bool prepare() {
    for (const mutants::Mutant& mutant : mutants::mutants()) {
      auto made =
          execution::make_implementation("mutant:" + std::string(mutant.name), options_for(mutant));
      if (!made) return false;
      implementations_.push_back(std::move(*made));
    }
    return true;
  }

  // Prints a line for each mutant, in their order.
  void run() {
    std::vector<std::jthread> threads;
    const unsigned count = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned number = 0; number < count; ++number) threads.emplace_back([this] { search(); });
    execution::Progress progress{"mutants", caught_.size()};
    for (std::size_t position = 0; position < caught_.size(); ++position) {
      std::unique_lock lock{mutex_};
      done_.wait(lock, [&] { return caught_[position].has_value(); });
      if (implementations::child::interruption() != 0) break;
      ++count_;
      progress.hide();
      fmt::print("{}", line_of(mutants::mutants()[position], *caught_[position]));
      std::fflush(stdout);
      progress.show(count_);
    }
  }

  [[nodiscard]] TriedMutants results() const {
    TriedMutants all{.untried = caught_.size() - count_};
    for (std::size_t position = 0; position < count_; ++position) {
      const mutants::Mutant& mutant = mutants::mutants()[position];
      const std::optional<double> after_s =
          caught_[position]->number ? std::optional{caught_[position]->seconds} : std::nullopt;
      all.results.push_back(reports::mutant_result(mutant.name, mutant.rule, "sweep", after_s));
    }
    return all;
  }

 private:
  void search() {
    for (std::size_t position = next_++; position < caught_.size(); position = next_++) {
      SweepDetection caught =
          try_space(space_, *implementations_[position], mutants::mutants()[position].rule);
      const std::scoped_lock lock{mutex_};
      caught_[position] = std::move(caught);
      done_.notify_one();
    }
  }

  const sweep::Space space_;
  std::vector<std::unique_ptr<execution::Implementation>> implementations_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::condition_variable done_;
  std::vector<std::optional<SweepDetection>> caught_;
  std::size_t count_ = 0;  // of the mutants before an interruption
};

}  // namespace

int mutants_by_sweep(unsigned depth, const MutationScoreReport& report) {
  SweepOverMutants search{depth};
  if (!search.prepare())
    return reports::could_not_run("mutants: a child process cannot be started (stop other processes)");
  fmt::print("{:<46} {:<32} {:>9} {:>7}  {}\n", "mutant", "breaks", "calls", "seconds",
             "first script that deviates");
  search.run();
  const TriedMutants mutants = search.results();
  fmt::print("{}\n", tally_text(mutants));
  return report_mutation_score(report, mutants);
}

}  // namespace netioconf::conformance::search::mutation_score
