#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports::inline model {

// A script that was run and judged.
struct Judged {
  std::string path;
  std::string comment;
  Origin origin = Origin::committed;
  std::uint64_t rank = 0;  // a group shows the lowest rank among scripts with equally many operations
  std::vector<int> lines;  // line of each operation in the file, from 1; empty if unknown
  oracle::Trace trace;
  oracle::Judgement judgement;
};

// What makes deviations look like one defect: the members of Group that identify it.
struct GroupKey {
  std::string rule;
  std::string reading;
  oracle::Call call = oracle::Call::create_route;
  std::string observed;

  friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};
[[nodiscard]] GroupKey group_key(const oracle::Trace& trace, const oracle::Finding& deviation);

// Folds judged traces into a report, one at a time, so that the traces of a long sweep need not be kept.
// The report lists committed scripts in the order in which they are added; nothing else depends on the
// order.
class Summary {
 public:
  // The parts that are known before the run: the implementation, the profile, the command, ….
  explicit Summary(Report before);

  void add(Judged judged);
  // Replaces the examples of deviations that were added before. Counts nothing.
  void show(Judged judged);
  // Counts generated scripts in which each step conforms. Nothing else is kept of them.
  void add_conforming(std::uint64_t scripts, std::uint64_t steps);

  [[nodiscard]] std::size_t group_count() const { return partial_groups_.size(); }
  [[nodiscard]] Report report(std::vector<oracle::Followed> readings,
                              oracle::coverage::Coverage coverage) const;

 private:
  // Shorter examples come first: operations, rank, length of their description, origin, name.
  using Length = std::tuple<std::size_t, std::uint64_t, std::size_t, Origin, std::string>;
  struct Example {
    Length length;
    ScriptResult script;
    std::size_t step = 0;
  };
  struct PartialGroup {
    Group group;
    std::map<std::string, std::uint64_t> committed;
    Example shortest;
  };
  using Reasons = std::map<std::string, Reason>;

  static Length length_of(const ScriptResult& script, std::uint64_t rank);
  void add_deviation(const ScriptResult& script, const Length& length, const oracle::Finding& finding);

  Report report_;
  std::map<GroupKey, PartialGroup> partial_groups_;
  std::map<std::string, std::uint64_t> deciders_;
  Reasons undecided_;
  Reasons skipped_;
};

// The same for a run that fits into memory.
[[nodiscard]] Report summarize(Report before, std::span<const Judged> run,
                               std::vector<oracle::Followed> readings,
                               oracle::coverage::Coverage coverage);

}  // namespace netioconf::reports::inline model
