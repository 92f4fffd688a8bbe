#include "conformance/command/search_beyond.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

#include "conformance/command/places.h"
#include "conformance/properties/found.h"
#include "corpora/loader.h"
#include "corpora/script.pb.h"

namespace netioconf::conformance {
namespace {

namespace fs = std::filesystem;
using reports::GroupKey;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Making a script short must not take longer than this, though some calls never return.
constexpr milliseconds shrinking_limit{20'000};

// "create_route_success", "get_route_invalid_parameter_get_wildcard"
std::string idea_of(const GroupKey& group) {
  const auto* operation = corpora::proto::Operation::descriptor();
  const auto* field = operation->FindFieldByNumber(static_cast<int>(group.call) + 1);
  std::string idea = fmt::format("{}_{}", field->name(), group.observed);
  if (!group.reading.empty()) idea += "_" + group.reading;
  std::replace(idea.begin(), idea.end(), '-', '_');
  return idea;
}

// Where the findings of one search go.
class Findings {
 public:
  Findings(Implementation& implementation, reports::Summary& summary, const BeyondOptions& options)
      : implementation_{implementation}, summary_{summary}, options_{options} {}

  // False once something can't be written.
  bool add(Search& search, const Trial& trial) {
    const std::vector<GroupKey> groups = groups_of(trial);
    const auto is_known = [this](const GroupKey& group) { return known_.contains(group); };
    if (std::all_of(groups.begin(), groups.end(), is_known)) return true;
    known_.insert(groups.begin(), groups.end());
    Found found = pin_down(search, implementation_, trial,
                           {.profile = options_.profile,
                            .find_script = options_.find_script,
                            .limits = {.time_max = shrinking_limit}});
    if (!reported_.insert(found.group).second) return true;
    known_.insert(found.group);
    return report(std::move(found));
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }
  [[nodiscard]] std::string folder() const { return folder_ ? folder_->string() : ""; }

 private:
  bool report(Found found) {
    if (!folder_ && !choose_folder()) return false;
    const std::string name = found.group.rule + "/" + idea_of(found.group);
    const fs::path path = *folder_ / (name + ".textproto");
    const std::string words = words_for(found.group, found.shown);
    const auto written = corpora::write_script(path, found.shown.script, words);
    if (!written) {
      problem_ = written.error().message;
      return false;
    }
    reports::Judged judged{.path = path.string(),
                           .comment = words,
                           .origin = reports::Origin::generated,
                           .lines = {},
                           .trace = {},
                           .judgement = {}};
    if (found.relation != nullptr) {
      // Judged alone the script conforms, so it takes the search to repeat this.
      judged.comment += fmt::format(" It breaks a relation: {}. The script is in {}.",
                                    found.relation->says, std::exchange(judged.path, ""));
    } else if (found.stands_alone) {
      found.shown.script.name = name;
      found.shown = judge_alone(implementation_, options_.profile, found.shown.script);
    } else {
      judged.comment += " It needs the answers to scripts before it.";
    }
    judged.trace = std::move(found.shown.trace);
    judged.judgement = std::move(found.shown.judgement);
    summary_.add(std::move(judged));
    return true;
  }

  bool choose_folder() {
    if (options_.out) {
      folder_ = *options_.out / "scripts";
      return true;
    }
    auto made = new_temporary_folder();
    if (made) folder_ = *made / "scripts";
    if (!made) problem_ = made.error();
    return made.has_value();
  }

  Implementation& implementation_;
  reports::Summary& summary_;
  const BeyondOptions& options_;
  std::set<GroupKey> known_;     // as they were met
  std::set<GroupKey> reported_;  // as they were shown
  std::optional<fs::path> folder_;
  std::string problem_;
};

// On a terminal, now and then.
class Progress {
 public:
  void show(const Tally& tally, milliseconds left) {
    const auto now = steady_clock::now();
    if (!terminal_ || now - start_ < std::chrono::seconds{2} || now - shown_ < milliseconds{200}) return;
    shown_ = now;
    fmt::print(stderr, "\r{} generated scripts, {} s left ", tally.scripts, left.count() / 1000);
    std::fflush(stderr);
  }
  void finish() const {
    if (shown_ != start_) fmt::print(stderr, "\n");
  }

 private:
  bool terminal_ = isatty(STDERR_FILENO) != 0;
  steady_clock::time_point start_ = steady_clock::now();
  steady_clock::time_point shown_ = start_;
};

}  // namespace

std::expected<reports::Searched, std::string> search_beyond(Implementation& implementation,
                                                            oracle::Judge& judge,
                                                            reports::Summary& summary,
                                                            const BeyondOptions& options) {
  const auto start = steady_clock::now();
  const auto spent = [&] {
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - start);
  };
  Search search{implementation, judge, {.seed = options.seed, .on_begin = options.on_begin}};
  Findings findings{implementation, summary, options};
  Progress progress;
  const std::optional<Trial> first = search.repeat(options.first);
  if (first && !fails(*first)) options.on_first_conforms();
  bool go_on = !first || !fails(*first) || findings.add(search, *first);
  while (go_on && spent() < options.budget) {
    const Trial trial = search.next();
    if (fails(trial)) go_on = findings.add(search, trial);
    progress.show(search.tally(), options.budget - spent());
  }
  progress.finish();
  if (!go_on) return std::unexpected(findings.problem());
  return reports::Searched{.by = "properties",
                           .scripts = search.tally().scripts,
                           .calls = search.tally().calls,
                           .seconds = static_cast<double>(spent().count()) / 1000,
                           .seed = options.seed,
                           .scripts_folder = findings.folder()};
}

}  // namespace netioconf::conformance
