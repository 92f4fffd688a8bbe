#include <fmt/format.h>

#include <map>
#include <set>

#include "reports/merge/merged_parts.h"
#include "reports/words/phrases.h"
#include "reports/words/ranges.h"

namespace netioconf::reports::merge {
namespace {

// The reports of one shard.
struct ShardReports {
  std::uint32_t ended = 0;
  std::set<std::string> unfinished;  // why others did not end
};

// The reports of one run.
struct RunReports {
  std::uint32_t shards = 0;  // 0: it was not divided
  std::uint32_t ended = 0;
  std::map<std::uint32_t, ShardReports> by_number;
  std::multiset<std::string> unfinished;  // if it was not divided
  bool is_partial = false;
  std::set<std::string> too_little;
  // Of each line of `space`, the shards that have it.
  std::map<std::string, std::set<std::uint32_t>> lines;
  std::vector<std::string> order_of_lines;

  void add(const Report& part) {
    shards = part.shard().count();
    const bool has_ended = part.unfinished().empty();
    ended += has_ended ? 1 : 0;
    is_partial = is_partial || (part.has_shard() ? part.shard().whole_is_partial() : part.partial());
    too_little.insert(part.too_little().begin(), part.too_little().end());
    for (const std::string& line : part.space()) {
      if (lines[line].insert(part.shard().number()).second && lines[line].size() == 1)
        order_of_lines.push_back(line);
    }
    ShardReports& shard = by_number[part.shard().number()];
    shard.ended += has_ended ? 1 : 0;
    if (!has_ended) shard.unfinished.insert(part.unfinished());
    if (!has_ended && shards == 0) unfinished.insert(part.unfinished());
  }

  [[nodiscard]] std::set<std::uint32_t> shards_that(auto are_such) const {
    std::set<std::uint32_t> numbers;
    for (const auto& [number, shard] : by_number) {
      if (shards != 0 && are_such(shard)) numbers.insert(number);
    }
    return numbers;
  }
  [[nodiscard]] std::set<std::uint32_t> unfinished_shards() const {
    return shards_that([](const ShardReports& shard) { return shard.ended == 0; });
  }
  // Whose results differ. Equal ones are in a set of parts once.
  [[nodiscard]] std::set<std::uint32_t> repeated_shards() const {
    return shards_that([](const ShardReports& shard) { return shard.ended > 1; });
  }
  [[nodiscard]] std::set<std::uint32_t> missing() const {
    std::set<std::uint32_t> numbers;
    for (std::uint32_t number = 1; number <= shards; ++number) {
      if (!by_number.contains(number)) numbers.insert(number);
    }
    return numbers;
  }
};

MergedRun message_of(const std::string& name, const RunReports& run) {
  MergedRun merged;
  merged.set_run(name);
  merged.set_shards(run.shards);
  merged.set_reports(run.ended);
  for (const std::string& why : run.unfinished) merged.add_unfinished(why);
  for (const std::uint32_t number : run.unfinished_shards()) {
    merged.add_unfinished(fmt::format("{}/{}: {}", number, run.shards,
                                      fmt::join(run.by_number.at(number).unfinished, "; ")));
  }
  for (const std::uint32_t number : run.missing()) merged.add_missing(number);
  return merged;
}

void add_gaps(const std::string& name, const RunReports& run, Report& report) {
  const auto add = [&](const std::set<std::uint32_t>& numbers, const char* what) {
    if (numbers.empty()) return;
    report.add_too_little(fmt::format("{} of {} parts of {} {}: {}", numbers.size(), run.shards, name,
                                      what, words::parts_text(numbers)));
  };
  add(run.unfinished_shards(), "did not end");
  add(run.missing(), run.missing().size() == 1 ? "is missing" : "are missing");
  if (!run.unfinished.empty()) {
    report.add_too_little(fmt::format("{} of {} of {} did not end", run.unfinished.size(),
                                      words::count_text(run.ended + run.unfinished.size(), "run"),
                                      name));
  }
}

// A line that not all shards have says which ones do.
void add_space(const RunReports& run, Report& report) {
  for (const std::string& line : run.order_of_lines) {
    const std::set<std::uint32_t>& numbers = run.lines.at(line);
    const bool in_each = numbers.size() == run.by_number.size();
    report.add_space(in_each ? line : fmt::format("{}: {}", words::parts_text(numbers), line));
  }
  if (const std::set<std::uint32_t> numbers = run.repeated_shards(); !numbers.empty())
    report.add_space(fmt::format("{}: ended more than once with different results; all of them count",
                                 words::parts_text(numbers)));
}

}  // namespace

void merge_runs(const PartSet& parts, Report& report) {
  // Of each run, the parts by their numbers.
  std::map<std::pair<std::string, std::uint32_t>, std::multimap<std::uint32_t, const Report*>> by_run;
  for (const auto& [name, part] : parts.reports) {
    const std::string& run = part.has_shard() ? part.shard().run() : part.command();
    by_run[{run, part.shard().count()}].emplace(part.shard().number(), &part);
  }
  std::set<std::string> too_little;
  for (const auto& [key, members] : by_run) {
    RunReports run;
    for (const auto& [number, member] : members) run.add(*member);
    *report.add_merged() = message_of(key.first, run);
    add_gaps(key.first, run, report);
    add_space(run, report);
    too_little.insert(run.too_little.begin(), run.too_little.end());
    const bool is_whole =
        run.unfinished_shards().empty() && run.missing().empty() && run.unfinished.empty();
    report.set_partial(report.partial() || run.is_partial || !is_whole);
  }
  report.mutable_too_little()->Add(too_little.begin(), too_little.end());
}

}  // namespace netioconf::reports::merge
