#include "conformance/compare/shorten_differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "conformance/compare/confirm_difference.h"
#include "conformance/execution/shrink/kept_scripts.h"
#include "conformance/execution/shrink/shrink.h"
#include "conformance/search/sweep/space.h"
#include "corpora/script.pb.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::compare {
namespace {

using reports::diff::Compared;
using reports::diff::Difference;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// This is enough for the few operations of a committed script. The time limits below apply first only
// where calls hang.
constexpr std::size_t runs_max = 1000;
constexpr milliseconds time_each_max{3'000};
constexpr milliseconds time_all_max{60'000};

// The scripts that were run, by name.
using Scripts = std::map<std::string, const corpora::text::LoadedScript*>;

Scripts by_name(const std::vector<corpora::text::LoadedScript>& scripts) {
  Scripts named;
  for (const corpora::text::LoadedScript& script : scripts) named.emplace(script.script.name, &script);
  return named;
}

void add_once(std::vector<std::string>& paths, const std::string& path) {
  if (std::ranges::find(paths, path) == paths.end()) paths.push_back(path);
}

class DifferenceShortener {
 public:
  DifferenceShortener(const DiffOptions& options,
                      const std::vector<ComparedImplementation>& implementations,
                      const std::vector<corpora::text::LoadedScript>& scripts)
      : options_{options},
        implementations_{implementations},
        confirmer_{options, implementations, scripts},
        scripts_{by_name(scripts)},
        space_{options.depth},
        kept_{options.destination.out} {}

  std::expected<void, std::string> shorten(Difference& difference) {
    const oracle::Script script = script_called(difference.example.name);
    const std::vector<std::size_t> runs = runs_of(difference);
    const auto replaced = use_shorter(difference, script, runs);
    if (!replaced) return std::unexpected(replaced.error());
    execution::NeededBefore needed;
    if (!*replaced && any_live(runs)) {
      needed = confirmer_.needed_for(key_of(difference.shown), runs, evidence_of(difference), script);
      std::string& comment = difference.example.comment;
      if (!comment.empty() && !needed.words.empty()) comment += ' ';
      comment += needed.words;
    }
    if (difference.example.path.empty() && scripts_can_be_written(difference)) {
      if (auto written = write(difference.example, difference, script); !written) return written;
    }
    return add_replay(difference, needed);
  }

 private:
  // The script of that name. A script of the sweep is generated again from its number, so that its
  // links have the names that the sweep gives them.
  [[nodiscard]] oracle::Script script_called(const std::string& name) const {
    if (const auto found = scripts_.find(name); found != scripts_.end()) return found->second->script;
    oracle::Script script;
    if (const auto number = search::sweep::number_of_name(name)) space_.write(*number, script);
    return script;
  }

  [[nodiscard]] static std::vector<std::size_t> runs_of(const Difference& difference) {
    std::vector<std::size_t> runs = reports::diff::participants(difference);
    std::ranges::sort(runs);
    return runs;
  }

  [[nodiscard]] bool all_live(const std::vector<std::size_t>& runs) const {
    return std::ranges::all_of(runs,
                               [&](std::size_t run) { return implementations_[run].live() != nullptr; });
  }

  [[nodiscard]] bool any_live(const std::vector<std::size_t>& runs) const {
    return std::ranges::any_of(runs,
                               [&](std::size_t run) { return implementations_[run].live() != nullptr; });
  }

  // Whether the example was replaced by a shorter script that differs in fresh implementations too.
  std::expected<bool, std::string> use_shorter(Difference& difference, const oracle::Script& script,
                                               const std::vector<std::size_t>& runs) {
    if (steady_clock::now() - start_ >= time_all_max || !all_live(runs)) return false;
    const auto key = key_of(difference.shown);
    const auto observe = [&](std::size_t run, const oracle::Script& candidate) {
      const bool takes_part = std::ranges::find(runs, run) != runs.end();
      return takes_part ? implementations_[run].observe(candidate) : std::nullopt;
    };
    const auto still_diverges = [&](const oracle::Script& candidate) {
      return diverge_again(implementations_.size(), observe, {}, candidate, key, options_.profile)
          .has_value();
    };
    execution::shrink::Shrunk shrunk = execution::shrink::shrink(
        script, still_diverges, {.runs_max = runs_max, .time_max = time_each_max});
    if (shrunk.end == execution::shrink::ShrinkEnd::never_failed || shrunk.script == script)
      return false;
    std::optional<Diverged> diverged = confirmer_.diverge(runs, {}, shrunk.script, key);
    if (!diverged) return false;
    const Compared& before = difference.example;
    Compared& after = diverged->compared;
    after.origin = reports::Origin::generated;
    after.comment = before.origin == reports::Origin::committed
                        ? fmt::format("Shortened from {}. {}", before.name, before.comment)
                        : fmt::format("Shortened from {}.", before.name);
    if (auto written = write(after, difference, shrunk.script); !written)
      return std::unexpected(written.error());
    difference.shown = std::move(diverged->divergence);
    difference.example = std::move(after);
    return true;
  }

  // The names of the scripts that an answer contradicts, of one implementation of each group.
  [[nodiscard]] static std::vector<std::string> evidence_names(const Difference& difference) {
    std::vector<std::string> names;
    for (const reports::diff::AgreeingGroup& group : difference.shown.groups) {
      const std::size_t run = group.runs.front();
      const std::size_t step = difference.shown.steps[run];
      for (const auto& evidence : difference.example.judgements[run].findings[step].contradicts) {
        if (evidence.script != difference.example.name) add_once(names, evidence.script);
      }
    }
    return names;
  }

  [[nodiscard]] std::vector<oracle::Script> evidence_of(const Difference& difference) const {
    std::vector<oracle::Script> scripts;
    for (const std::string& name : evidence_names(difference)) scripts.push_back(script_called(name));
    return scripts;
  }

  [[nodiscard]] bool scripts_can_be_written(const Difference& difference) const {
    return scripts_.contains(difference.example.name) ||
           search::sweep::number_of_name(difference.example.name).has_value();
  }

  // A cause without a single rule or reading gives the folder its kind's name.
  static std::string folder_of(const reports::diff::Cause& cause) {
    const bool has_id = !cause.rule.empty() || !cause.reading.empty();
    return has_id ? reports::diff::id_of(cause) : reports::DifferenceKind::Value_Name(cause.kind);
  }

  // For example "create_route_2" for the second difference with that call in that folder.
  std::string idea_of(const Difference& difference, const std::string& folder) {
    const auto* operation = corpora::proto::Operation::descriptor();
    const auto* field = operation->FindFieldByNumber(static_cast<int>(difference.key.call) + 1);
    for (int number = 1;; ++number) {
      const std::string idea = fmt::format("{}_{}", field->name(), number);
      if (used_names_.insert(folder + "/" + idea).second) return idea;
    }
  }

  std::expected<void, std::string> write(Compared& example, const Difference& difference,
                                         const oracle::Script& script) {
    const std::string folder = folder_of(difference.key.cause);
    const std::string idea = idea_of(difference, folder);
    const std::string words = example.comment.empty() ? example.name : example.comment;
    const auto path = kept_.keep(folder + "/" + idea, script, words);
    if (!path) return std::unexpected(path.error());
    example.path = path->string();
    example.name = folder + "/" + idea;
    return {};
  }

  // The command names one implementation of each group. The scripts that it needs come first.
  std::expected<void, std::string> add_replay(Difference& difference,
                                              const execution::NeededBefore& needed) {
    std::vector<std::string> names;
    for (const reports::diff::AgreeingGroup& group : difference.shown.groups)
      names.push_back(implementations_[group.runs.front()].name());
    std::vector<std::string> before = evidence_names(difference);
    if (needed.is_something()) {
      before.clear();
      for (const oracle::Script& script : needed.scripts) before.push_back(script.name);
    }
    std::vector<std::string> paths;
    for (const std::string& name : before) {
      const auto path = path_of(name);
      if (!path) return std::unexpected(path.error());
      add_once(paths, *path);
    }
    add_once(paths, difference.example.path);
    const bool in_files =
        std::ranges::none_of(paths, [](const std::string& path) { return path.empty(); });
    // A recording has no trace of a script with a new name.
    const bool has_traces =
        difference.example.origin == reports::Origin::committed || all_live(runs_of(difference));
    if (!in_files || !has_traces) paths.clear();
    difference.replay =
        reports::words::command_line(needed.whole_run ? options_.invocation
                                                      : reports::words::judged_in_the_same_way(
                                                            options_.invocation, "diff", names, paths));
    return {};
  }

  // The path of a script with that name. A script of the sweep is written to a file first.
  std::expected<std::string, std::string> path_of(const std::string& name) {
    if (const auto found = scripts_.find(name); found != scripts_.end()) return found->second->path;
    const auto number = search::sweep::number_of_name(name);
    if (!number || kept_.folder().empty()) return "";
    oracle::Script script;
    space_.write(*number, script);
    const auto path = kept_.keep(fmt::format("sweep/number_{}", *number), script, name);
    if (!path) return std::unexpected(path.error());
    return path->string();
  }

  const DiffOptions& options_;
  const std::vector<ComparedImplementation>& implementations_;
  DifferenceConfirmer confirmer_;
  Scripts scripts_;
  search::sweep::Space space_;
  steady_clock::time_point start_ = steady_clock::now();
  execution::shrink::KeptScripts kept_;
  std::set<std::string> used_names_;
};

}  // namespace

std::expected<void, std::string> shorten_differences(
    const DiffOptions& options, const std::vector<ComparedImplementation>& implementations,
    const std::vector<corpora::text::LoadedScript>& scripts,
    std::vector<reports::diff::Difference>& differences) {
  DifferenceShortener shortener{options, implementations, scripts};
  for (Difference& difference : differences) {
    if (auto done = shortener.shorten(difference); !done) return done;
  }
  return {};
}

}  // namespace netioconf::conformance::compare
