#include "fuzz/campaign/state.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "corpora/files.h"

namespace netioconf::fuzz {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

json to_json(const Moment& moment, const Moment& before) {
  const auto between = moment.elapsed - before.elapsed;
  const std::uint64_t done = moment.executions - before.executions;
  const auto ms = static_cast<std::uint64_t>(between.count());
  return {{"elapsed_ms", moment.elapsed.count()},
          {"executions", moment.executions},
          {"executions_per_s", ms == 0 ? 0 : done * 1000 / ms},
          {"features", moment.features},
          {"corpus", moment.corpus},
          {"rules", moment.rules},
          {"outcomes", moment.outcomes},
          {"findings", moment.findings}};
}

Moment moment_from(const json& written) {
  return {.elapsed = milliseconds{written.at("elapsed_ms").get<std::int64_t>()},
          .executions = written.at("executions"),
          .features = written.at("features"),
          .corpus = written.at("corpus"),
          .rules = written.at("rules"),
          .outcomes = written.at("outcomes"),
          .findings = written.at("findings")};
}

json series_json(const State& state) {
  json points = json::array();
  Moment before;
  for (const Moment& moment : state.series) {
    points.push_back(to_json(moment, before));
    before = moment;
  }
  return {{"implementation", state.implementation}, {"profile", state.profile}, {"points", points}};
}

State state_from(const json& written) {
  State state;
  state.implementation = written.at("implementation");
  state.profile = written.at("profile");
  state.elapsed = milliseconds{written.at("elapsed_ms").get<std::int64_t>()};
  state.rounds = written.at("rounds");
  state.crashes = written.at("crashes");
  state.isolated = written.at("isolated");
  state.corpus_when_pruned = written.at("corpus_when_pruned");
  for (const json& point : written.at("series")) state.series.push_back(moment_from(point));
  return state;
}

}  // namespace

std::expected<std::optional<State>, std::string> load_state(const Folder& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(folder.state(), ignored)) return std::nullopt;
  const auto text = corpora::read_file(folder.state());
  if (!text) return std::unexpected(corpora::describe(text.error()));
  try {
    return state_from(json::parse(*text));
  } catch (const json::exception&) {
    return std::unexpected(
        fmt::format("{}: isn't the state of a campaign (name another folder)", folder.state().string()));
  }
}

std::expected<void, std::string> save_state(const Folder& folder, const State& state) {
  const json series = series_json(state);
  const json written = {{"implementation", state.implementation},
                        {"profile", state.profile},
                        {"elapsed_ms", state.elapsed.count()},
                        {"rounds", state.rounds},
                        {"crashes", state.crashes},
                        {"isolated", state.isolated},
                        {"corpus_when_pruned", state.corpus_when_pruned},
                        {"series", series.at("points")}};
  for (const auto& [path, content] :
       {std::pair{folder.state(), written.dump(1)}, std::pair{folder.series(), series.dump(1)}}) {
    const auto done = corpora::write_file(path, content + "\n");
    if (!done) return std::unexpected(corpora::describe(done.error()));
  }
  return {};
}

}  // namespace netioconf::fuzz
