#include "fuzz/campaign/deviations.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "conformance/execution/implementation.h"
#include "conformance/execution/shrink/deviation.h"
#include "conformance/execution/shrink/kept_scripts.h"
#include "corpora/files/files.h"
#include "corpora/text/fingerprint.h"
#include "fuzz/harness/crash_store.h"
#include "fuzz/harness/input.h"

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Shortening takes long if the calls of a script hang.
constexpr std::chrono::milliseconds shortening_time_max{20'000};

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path& path = entry.path();
    const bool hidden = path.filename().string().starts_with('.');
    if (!hidden && (extension.empty() || path.extension() == extension)) files.push_back(path);
  }
  std::ranges::sort(files);
  return files;
}

// The implementation, in a child of this process.
conformance::execution::MadeImplementation make(const CampaignOptions& options) {
  return conformance::execution::make_implementation(
      options.implementation, {.isolation = conformance::implementations::Isolation::child,
                               .time_limit = options.time_limit,
                               .keep_going = true});
}

json to_json(const CampaignDeviation& found) {
  return {{"rule", found.group.rule},
          {"reading", found.group.reading},
          {"call", static_cast<int>(found.group.call)},
          {"observed", found.group.observed},
          {"script", found.script.string()},
          {"operations", found.operations},
          {"input", found.input}};
}

std::optional<CampaignDeviation> read_found(const fs::path& path) {
  const auto text = corpora::files::read_file(path);
  if (!text) return std::nullopt;
  try {
    const json written = json::parse(*text);
    return CampaignDeviation{.group = {.rule = written.at("rule"),
                                       .reading = written.at("reading"),
                                       .call = static_cast<oracle::Call>(written.at("call").get<int>()),
                                       .observed = written.at("observed")},
                             .script = written.at("script").get<std::string>(),
                             .operations = written.at("operations"),
                             .input = written.at("input")};
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

// A target may be writing it now.
bool is_finished(const fs::path& artifact) {
  std::error_code error;
  const auto written = fs::last_write_time(artifact, error);
  return !error && fs::file_time_type::clock::now() - written > std::chrono::seconds{1};
}

// Whether the script ends the implementation. If that is no deviation, the documents promise nothing
// about the call.
bool ends_the_implementation(const oracle::Trace& trace) {
  return std::ranges::any_of(
      trace.steps, [](const oracle::Step& step) { return !oracle::goes_on(step.reply.ending); });
}

fs::path result_of(const fs::path& kept) { return fs::path{kept}.replace_extension(".json"); }

}  // namespace

CampaignDeviations::CampaignDeviations(const Folder& folder, const CampaignOptions& options)
    : folder_{folder}, options_{options} {
  for (const fs::path& path : files_in(folder.kept(), ".json")) {
    if (const auto found = read_found(path)) all_[path.stem().string()] = *found;
  }
}

std::size_t CampaignDeviations::collect_artifacts(std::size_t at_most) {
  std::vector<fs::path> artifacts = files_in(folder_.artifacts(), "");
  std::erase_if(artifacts, [](const fs::path& artifact) { return !is_finished(artifact); });
  if (artifacts.size() > at_most) artifacts.resize(at_most);
  if (artifacts.empty()) return 0;
  const auto implementation = make(options_);
  if (!implementation) return 0;
  harness::CrashStore kept{folder_.kept()};
  for (const fs::path& artifact : artifacts) {
    const auto bytes = corpora::files::read_file(artifact);
    const oracle::Script script =
        harness::read_script(bytes ? harness::bytes_of(*bytes) : harness::InputBytes{});
    const auto alone =
        conformance::execution::shrink::judge_alone(**implementation, options_.profile, script);
    const auto groups = conformance::execution::shrink::deviations_of(alone.trace, alone.judgement);
    std::error_code ignored;
    if (groups.empty()) {
      const bool repeated = ends_the_implementation(alone.trace);
      fs::rename(artifact, (repeated ? folder_.undecided() : folder_.unrepeated()) / artifact.filename(),
                 ignored);
      continue;
    }
    (void)kept.keep(groups.front(), script);
    fs::remove(artifact, ignored);
  }
  return artifacts.size();
}

bool CampaignDeviations::examine_one() {
  for (const fs::path& kept : files_in(folder_.kept(), ".binpb")) {
    const auto bytes = corpora::files::read_file(kept);
    if (!bytes) continue;
    const std::string hash = corpora::text::Fingerprint{*bytes}.hex();
    const auto before = all_.find(kept.stem().string());
    if (before != all_.end() && before->second.input == hash) continue;
    return examine(kept, hash, *bytes);
  }
  return false;
}

bool CampaignDeviations::examine(const fs::path& kept, const std::string& hash,
                                 const std::string& bytes) {
  const auto implementation = make(options_);
  if (!implementation) return false;
  const auto shown = conformance::execution::shrink::shorten(
      **implementation, options_.profile, {.script = harness::read_script(harness::bytes_of(bytes))},
      [](const std::string&) { return std::nullopt; }, {.time_max = shortening_time_max});
  std::error_code ignored;
  if (!shown) {
    // Moved away, so that a target keeps it again if it deviates after all.
    fs::rename(kept, folder_.unrepeated() / (kept.stem().string() + "-" + hash + ".binpb"), ignored);
    return !ignored;
  }
  const std::string name = kept.stem().string();
  CampaignDeviation found{
      .group = shown->group,
      .script =
          folder_.scripts() / (conformance::execution::shrink::name_for(shown->group) + ".textproto"),
      .operations = shown->shrunk.script.operations.size(),
      .input = hash};
  const bool is_shortest = std::ranges::none_of(all_, [&](const auto& other) {
    return other.second.script == found.script && other.second.operations < found.operations;
  });
  // The result file states that the script exists, so it is written last.
  conformance::execution::shrink::KeptScripts scripts{folder_.out};
  const std::string words = conformance::execution::shrink::words_for(found.group, shown->alone);
  if (is_shortest &&
      !scripts.keep(conformance::execution::shrink::name_for(found.group), shown->shrunk.script, words))
    return false;
  if (!corpora::files::write_file(result_of(kept), to_json(found).dump(1) + "\n")) return false;
  all_[name] = std::move(found);
  return true;
}

std::vector<CampaignDeviation> CampaignDeviations::found() const {
  std::map<reports::GroupKey, CampaignDeviation> groups;
  for (const auto& [name, each] : all_) {
    const auto [place, is_new] = groups.try_emplace(each.group, each);
    if (!is_new && each.operations < place->second.operations) place->second = each;
  }
  std::vector<CampaignDeviation> found;
  for (const auto& [group, each] : groups) found.push_back(each);
  return found;
}

std::size_t CampaignDeviations::unrepeated() const { return files_in(folder_.unrepeated(), "").size(); }

std::size_t CampaignDeviations::undecided() const { return files_in(folder_.undecided(), "").size(); }

std::size_t CampaignDeviations::inputs_out_of_memory() const {
  const std::vector<fs::path> files = files_in(folder_.unrepeated(), "");
  return static_cast<std::size_t>(std::ranges::count_if(files, [](const fs::path& file) {
    return file.filename().string().starts_with("oom-");  // as libFuzzer names them
  }));
}

}  // namespace netioconf::fuzz::campaign
