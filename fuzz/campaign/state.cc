#include "fuzz/campaign/state.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "corpora/files/files.h"

namespace netioconf::fuzz::campaign {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

json to_json(const CampaignSample& sample, const CampaignSample& before) {
  return {{"elapsed_ms", sample.elapsed.count()},
          {"executions", sample.executions},
          {"executions_per_s", executions_per_s(sample, before)},
          {"features", sample.features},
          {"corpus", sample.corpus},
          {"rules", sample.rules},
          {"outcomes", sample.outcomes},
          {"deviations", sample.deviations}};
}

CampaignSample sample_from(const json& written) {
  return {.elapsed = milliseconds{written.at("elapsed_ms").get<std::int64_t>()},
          .executions = written.at("executions"),
          .features = written.at("features"),
          .corpus = written.at("corpus"),
          .rules = written.at("rules"),
          .outcomes = written.at("outcomes"),
          .deviations = written.at("deviations")};
}

json series_json(const CampaignState& state) {
  json points = json::array();
  CampaignSample before;
  for (const CampaignSample& sample : state.series) {
    points.push_back(to_json(sample, before));
    before = sample;
  }
  return {{"implementation", state.implementation}, {"profile", state.profile}, {"points", points}};
}

CampaignState state_from(const json& written) {
  CampaignState state;
  state.implementation = written.at("implementation");
  state.profile = written.at("profile");
  state.shard = written.at("shard");
  state.elapsed = milliseconds{written.at("elapsed_ms").get<std::int64_t>()};
  state.rounds = written.at("rounds");
  state.crashes = written.at("crashes");
  state.isolated = written.at("isolated");
  state.corpus_when_pruned = written.at("corpus_when_pruned");
  for (const json& point : written.at("series")) state.series.push_back(sample_from(point));
  return state;
}

}  // namespace

std::uint64_t executions_per_s(const CampaignSample& sample, const CampaignSample& before) {
  const auto ms = static_cast<std::uint64_t>((sample.elapsed - before.elapsed).count());
  return ms == 0 ? 0 : (sample.executions - before.executions) * 1000 / ms;
}

std::vector<reports::Sample> report_samples_of(const std::vector<CampaignSample>& series) {
  std::vector<reports::Sample> samples;
  CampaignSample before;
  for (const CampaignSample& sample : series) {
    reports::Sample& added = samples.emplace_back();
    added.set_elapsed_s(static_cast<double>(sample.elapsed.count()) / 1000);
    added.set_executions(static_cast<double>(sample.executions));
    added.set_rate(static_cast<double>(executions_per_s(sample, before)));
    added.set_features(static_cast<double>(sample.features));
    added.set_rules_reached(static_cast<double>(sample.rules));
    added.set_outcomes_reached(static_cast<double>(sample.outcomes));
    added.set_kinds_of_deviation(static_cast<double>(sample.deviations));
    before = sample;
  }
  return samples;
}

std::expected<std::optional<CampaignState>, std::string> load_state(const Folder& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(folder.state(), ignored)) return std::nullopt;
  const auto text = corpora::files::read_file(folder.state());
  if (!text) return std::unexpected(corpora::files::describe(text.error()));
  try {
    return state_from(json::parse(*text));
  } catch (const json::exception&) {
    return std::unexpected(fmt::format("{}: is not the state of a campaign (name another folder)",
                                       folder.state().string()));
  }
}

std::expected<void, std::string> save_state(const Folder& folder, const CampaignState& state) {
  const json series = series_json(state);
  const json written = {{"implementation", state.implementation},
                        {"profile", state.profile},
                        {"shard", state.shard},
                        {"elapsed_ms", state.elapsed.count()},
                        {"rounds", state.rounds},
                        {"crashes", state.crashes},
                        {"isolated", state.isolated},
                        {"corpus_when_pruned", state.corpus_when_pruned},
                        {"series", series.at("points")}};
  for (const auto& [path, content] :
       {std::pair{folder.state(), written.dump(1)}, std::pair{folder.series(), series.dump(1)}}) {
    const auto done = corpora::files::write_file(path, content + "\n");
    if (!done) return std::unexpected(corpora::files::describe(done.error()));
  }
  return {};
}

}  // namespace netioconf::fuzz::campaign
