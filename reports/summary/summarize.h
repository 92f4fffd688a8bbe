#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "oracle/coverage/coverage.h"
#include "reports/model/invocation.h"
#include "reports/model/report.h"
#include "reports/summary/group_key.h"
#include "reports/summary/kept_script.h"
#include "reports/summary/never_succeeds.h"

namespace netioconf::reports::inline summary {

// Folds judged traces into a report, one at a time, so that the traces of a long sweep need not be kept.
// The report lists committed scripts in the order in which they are added; nothing else depends on the
// order.
class Summary {
 public:
  // `before` contains what is known before the run: the implementation, the profile, the command, ….
  explicit Summary(Report before, Invocation invocation = {});

  void set_implementation(std::string implementation);
  void add(Judged judged);
  // The same with all that was added to another summary. What this one knows before the run stays.
  void add(Summary later);
  // Replaces the examples of deviations that were added before. Counts nothing.
  void show(Judged judged);
  // Replaces the example of one group. Counts nothing.
  void set_example(const GroupKey& group, Judged judged);
  // Makes a committed script that deviates in this way the example.
  void use_committed_example(const GroupKey& group, const std::string& script);
  // Changes all deviations of these kinds, which may make one kind of them.
  using ChangeDeviation = std::function<void(oracle::Trace& trace, oracle::Finding& deviation)>;
  void change(const std::set<GroupKey>& kinds, const ChangeDeviation& change_deviation);
  // Counts generated scripts in which each step conforms. Nothing else is kept of them.
  void add_conforming(std::uint64_t scripts, std::uint64_t steps);

  [[nodiscard]] std::size_t group_count() const { return groups_.size(); }
  // The shortest script of each group.
  [[nodiscard]] std::vector<std::pair<GroupKey, Judged>> examples() const;
  [[nodiscard]] Report report(const std::vector<oracle::Followed>& readings,
                              const oracle::coverage::Coverage& coverage) const;

 private:
  // Shorter examples come first: operations, rank, length of their description, origin, name.
  using Length = std::tuple<std::size_t, std::uint64_t, std::size_t, Origin::Value, std::string>;
  struct PartialGroup {
    std::uint64_t findings = 0;
    std::map<std::string, std::uint64_t> committed;
    std::uint64_t generated = 0;
    Length length;
    KeptScript shortest;
    std::size_t step = 0;
  };
  struct PartialReason {
    std::uint64_t steps = 0;
    std::uint64_t scripts = 0;
  };
  using Reasons = std::map<std::string, PartialReason>;

  static Length length_of(const KeptScript& script);
  static void set_example(const GroupKey& key, PartialGroup& group, const KeptScript& script);
  void add(const GroupKey& key, PartialGroup group);
  static void add_reasons(Reasons& reasons, const KeptScript& script, oracle::Verdict verdict);
  void add_deviations(const KeptScript& script);
  // The kinds of deviation that are results of it.
  [[nodiscard]] std::set<GroupKey> results_of(const NeverSucceeds& function) const;
  [[nodiscard]] std::vector<const KeptScript*> shown_scripts() const;

  Report report_;
  Invocation invocation_;
  std::vector<KeptScript> committed_;  // one that conforms has neither trace nor judgement
  std::map<GroupKey, PartialGroup> groups_;
  std::map<std::string, std::uint64_t> deciders_;
  Reasons undecided_;
  Reasons skipped_;
};

// The same for a run that fits into memory.
[[nodiscard]] Report summarize(Report before, std::span<const Judged> run,
                               const std::vector<oracle::Followed>& readings,
                               const oracle::coverage::Coverage& coverage);

}  // namespace netioconf::reports::inline summary
