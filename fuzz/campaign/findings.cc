#include "fuzz/campaign/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <system_error>

#include "conformance/command/implementations.h"
#include "corpora/files.h"
#include "corpora/loader.h"
#include "fuzz/campaign/shorten.h"
#include "fuzz/input.h"
#include "fuzz/keep.h"
#include "fuzz/trial.h"

namespace netioconf::fuzz {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// FNV-1a.
std::string hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 0x100000001b3U;
  return fmt::format("{:016x}", hash);
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path& path = entry.path();
    const bool hidden = path.filename().string().starts_with('.');
    if (!hidden && (extension.empty() || path.extension() == extension)) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

Bytes as_bytes(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string snake_case(std::string_view name) {
  std::string words;
  for (const char letter : name) {
    const bool is_upper = std::isupper(static_cast<unsigned char>(letter)) != 0;
    const bool is_word = std::isalnum(static_cast<unsigned char>(letter)) != 0;
    if ((is_upper || !is_word) && !words.empty() && words.back() != '_') words += '_';
    if (is_word) words += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return words;
}

std::string idea_of(const reports::GroupKey& group) {
  const std::string what =
      snake_case(oracle::function_name(group.call)) + "_" + snake_case(group.observed);
  return group.reading.empty() ? what : what + "_" + snake_case(group.reading);
}

std::string words_of(const reports::GroupKey& group) {
  return fmt::format("Found by fuzzing: {} came to {}.\n", oracle::function_name(group.call),
                     group.observed);
}

class Scene {
 public:
  explicit Scene(const CampaignOptions& options)
      : profile_{options.profile},
        implementation_{conformance::make_implementation(
            options.implementation,
            {.isolation = conformance::Isolation::child, .time_limit = options.time_limit})} {}

  // The group of the first deviation.
  [[nodiscard]] std::optional<reports::GroupKey> deviation_of(const oracle::Script& script) const {
    if (!implementation_) return std::nullopt;
    const Trial trial = try_script(**implementation_, script, profile_);
    const oracle::Finding* deviation = first_deviation(trial);
    if (deviation == nullptr) return std::nullopt;
    return reports::group_key(trial.trace, *deviation);
  }

 private:
  oracle::Profile profile_;
  std::expected<std::unique_ptr<conformance::Implementation>, std::string> implementation_;
};

json to_json(const Found& found) {
  return {{"rule", found.group.rule},
          {"reading", found.group.reading},
          {"call", static_cast<int>(found.group.call)},
          {"observed", found.group.observed},
          {"script", found.script.string()},
          {"operations", found.operations},
          {"input", found.input},
          {"repeated", found.repeated}};
}

std::optional<Found> read_found(const fs::path& path) {
  const auto text = corpora::read_file(path);
  if (!text) return std::nullopt;
  try {
    const json written = json::parse(*text);
    return Found{.group = {.rule = written.at("rule"),
                           .reading = written.at("reading"),
                           .call = static_cast<oracle::Call>(written.at("call").get<int>()),
                           .observed = written.at("observed")},
                 .script = written.at("script").get<std::string>(),
                 .operations = written.at("operations"),
                 .input = written.at("input"),
                 .repeated = written.at("repeated")};
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

fs::path result_of(const fs::path& kept) { return fs::path{kept}.replace_extension(".json"); }

}  // namespace

Findings::Findings(const Folder& folder, const CampaignOptions& options)
    : folder_{folder}, options_{options} {
  for (const fs::path& path : files_in(folder.kept(), ".json")) {
    if (const auto found = read_found(path)) all_.push_back(*found);
  }
}

std::size_t Findings::take_artifacts(std::size_t at_most) {
  std::vector<fs::path> artifacts = files_in(folder_.artifacts(), "");
  if (artifacts.size() > at_most) artifacts.resize(at_most);
  if (artifacts.empty()) return 0;
  const Scene scene{options_};
  Kept kept{folder_.kept()};
  for (const fs::path& artifact : artifacts) {
    const auto bytes = corpora::read_file(artifact);
    std::error_code ignored;
    const oracle::Script script = read_script(bytes ? as_bytes(*bytes) : Bytes{});
    if (const auto group = scene.deviation_of(script)) {
      (void)kept.keep(*group, script);
      fs::remove(artifact, ignored);
    } else {
      fs::rename(artifact, folder_.unrepeated() / artifact.filename(), ignored);
    }
  }
  return artifacts.size();
}

bool Findings::look_into_one() {
  for (const fs::path& kept : files_in(folder_.kept(), ".binpb")) {
    const auto bytes = corpora::read_file(kept);
    if (!bytes) continue;
    const std::string hash = hash_of(*bytes);
    const auto before = read_found(result_of(kept));
    if (before && before->input == hash) continue;
    look_into(kept, hash, *bytes);
    return true;
  }
  return false;
}

void Findings::look_into(const fs::path& kept, const std::string& hash, const std::string& bytes) {
  const Scene scene{options_};
  Found found{.group = {}, .script = {}, .operations = 0, .input = hash, .repeated = false};
  oracle::Script script = read_script(as_bytes(bytes));
  if (const auto group = scene.deviation_of(script)) {
    script = shortened(std::move(script),
                       [&](const oracle::Script& less) { return scene.deviation_of(less) == group; });
    found.group = *group;
    found.script = folder_.scripts() / group->rule / (idea_of(*group) + ".textproto");
    found.operations = script.operations.size();
    found.repeated = true;
    const bool is_shortest = std::none_of(all_.begin(), all_.end(), [&](const Found& other) {
      return other.script == found.script && other.operations < found.operations;
    });
    if (is_shortest) (void)corpora::write_script(found.script, script, words_of(*group));
  }
  (void)corpora::write_file(result_of(kept), to_json(found).dump(1) + "\n");
  std::erase_if(all_, [&](const Found& other) { return other.input == hash; });
  all_.push_back(found);
}

std::vector<Found> Findings::found() const {
  std::map<reports::GroupKey, Found> groups;
  for (const Found& each : all_) {
    if (!each.repeated) continue;
    const auto [place, is_new] = groups.try_emplace(each.group, each);
    if (!is_new && each.operations < place->second.operations) place->second = each;
  }
  std::vector<Found> found;
  for (const auto& [group, each] : groups) found.push_back(each);
  return found;
}

std::size_t Findings::unrepeated() const {
  const auto count =
      std::count_if(all_.begin(), all_.end(), [](const Found& each) { return !each.repeated; });
  return static_cast<std::size_t>(count) + files_in(folder_.unrepeated(), "").size();
}

}  // namespace netioconf::fuzz
