#include "conformance/compare/shorten_differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "conformance/execution/shrink/kept_scripts.h"
#include "conformance/execution/shrink/shrink.h"
#include "conformance/search/sweep/space.h"
#include "corpora/script.pb.h"
#include "oracle/engine/judge.h"
#include "reports/diff/divergence_fold.h"
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

void add_once(std::vector<std::string>& paths, const std::string& path) {
  if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
}

class DifferenceShortener {
 public:
  DifferenceShortener(const DiffOptions& options,
                      const std::vector<ComparedImplementation>& implementations, Scripts scripts)
      : options_{options},
        implementations_{implementations},
        scripts_{std::move(scripts)},
        space_{options.depth},
        kept_{options.out} {}

  std::expected<void, std::string> shorten(Difference& difference) {
    const oracle::Script script = script_of(difference.example);
    const std::vector<std::size_t> runs = runs_of(difference);
    const bool has_time = steady_clock::now() - start_ < time_all_max;
    if (has_time && all_live(runs)) {
      const auto still_diverges = [&](const oracle::Script& candidate) {
        return diverge_again(candidate, runs, difference.key).has_value();
      };
      execution::shrink::Shrunk shrunk = execution::shrink::shrink(
          script, still_diverges, {.runs_max = runs_max, .time_max = time_each_max});
      if (shrunk.end != execution::shrink::ShrinkEnd::never_failed && shrunk.script != script) {
        if (auto replaced = replace_example(difference, std::move(shrunk.script), runs); !replaced)
          return replaced;
      }
    }
    if (difference.example.path.empty() && scripts_can_be_written(difference)) {
      if (auto written = write(difference.example, difference, script); !written) return written;
    }
    return add_replay(difference);
  }

 private:
  // The script of an example. A script of the sweep is generated again from its number, so that its
  // links have the names that the sweep gives them.
  [[nodiscard]] oracle::Script script_of(const Compared& example) const {
    if (const auto found = scripts_.find(example.name); found != scripts_.end())
      return found->second->script;
    oracle::Script script;
    if (const auto number = search::sweep::number_of_name(example.name)) space_.write(*number, script);
    return script;
  }

  [[nodiscard]] static std::vector<std::size_t> runs_of(const Difference& difference) {
    std::vector<std::size_t> runs = reports::diff::participants(difference);
    std::sort(runs.begin(), runs.end());
    return runs;
  }

  [[nodiscard]] bool all_live(const std::vector<std::size_t>& runs) const {
    return std::all_of(runs.begin(), runs.end(),
                       [&](std::size_t run) { return implementations_[run].live() != nullptr; });
  }

  // The traces of a script in each run, judged on their own, and where the runs differ for the same
  // reason.
  struct Diverged {
    Compared compared;
    reports::diff::Divergence divergence;
  };
  [[nodiscard]] std::optional<Diverged> diverge_again(const oracle::Script& script,
                                                      const std::vector<std::size_t>& runs,
                                                      const reports::diff::DifferenceKey& key) const {
    Diverged diverged{.compared = {.name = script.name}, .divergence = {}};
    Compared& compared = diverged.compared;
    compared.traces.resize(implementations_.size());
    compared.judgements.resize(implementations_.size());
    compared.done.assign(implementations_.size(), false);
    for (const std::size_t run : runs) {
      compared.traces[run] = implementations_[run].live()->observe(script);
      compared.judgements[run] = oracle::engine::Judge{options_.profile}.judge(compared.traces[run]);
      compared.done[run] = true;
    }
    for (reports::diff::Divergence& divergence :
         reports::diff::divergences_in(compared, options_.profile)) {
      if (reports::diff::key_of(divergence) != key) continue;
      diverged.divergence = std::move(divergence);
      return diverged;
    }
    return std::nullopt;
  }

  std::expected<void, std::string> replace_example(Difference& difference, oracle::Script script,
                                                   const std::vector<std::size_t>& runs) {
    std::optional<Diverged> diverged = diverge_again(script, runs, difference.key);
    if (!diverged) return {};  // The difference does not always occur.
    const Compared& before = difference.example;
    Compared& after = diverged->compared;
    after.origin = reports::Origin::generated;
    after.comment = before.origin == reports::Origin::committed
                        ? fmt::format("Shortened from {}. {}", before.name, before.comment)
                        : fmt::format("Shortened from {}.", before.name);
    if (auto written = write(after, difference, script); !written) return written;
    difference.shown = std::move(diverged->divergence);
    difference.example = std::move(after);
    return {};
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

  // The command names one implementation of each group. The scripts that an answer contradicts come
  // first.
  std::expected<void, std::string> add_replay(Difference& difference) {
    std::vector<std::string> names;
    std::vector<std::string> paths;
    for (const reports::diff::AgreeingGroup& group : difference.shown.groups) {
      const std::size_t run = group.runs.front();
      names.push_back(implementations_[run].name());
      const std::size_t step = difference.shown.steps[run];
      for (const auto& evidence : difference.example.judgements[run].findings[step].contradicts) {
        const auto path = path_of(evidence.script);
        if (!path) return std::unexpected(path.error());
        if (evidence.script != difference.example.name) add_once(paths, *path);
      }
    }
    add_once(paths, difference.example.path);
    const bool in_files =
        std::none_of(paths.begin(), paths.end(), [](const std::string& path) { return path.empty(); });
    // A recording has no trace of a script with a new name.
    const bool has_traces =
        difference.example.origin == reports::Origin::committed || all_live(runs_of(difference));
    if (!in_files || !has_traces) paths.clear();
    difference.replay = reports::words::command_line(
        reports::words::judged_in_the_same_way(options_.invocation, "diff", names, paths));
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
  Scripts by_name;
  for (const corpora::text::LoadedScript& script : scripts) by_name.emplace(script.script.name, &script);
  DifferenceShortener shortener{options, implementations, std::move(by_name)};
  for (Difference& difference : differences) {
    if (auto done = shortener.shorten(difference); !done) return done;
  }
  return {};
}

}  // namespace netioconf::conformance::compare
