#include "reports/diff/stored.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "reports/formats/json.h"
#include "reports/words/escape.h"
#include "reports/writers/json.h"

namespace netioconf::reports::diff {
namespace {

using formats::Json;

constexpr const char* remedy = "netioconf check --out DIR writes a new DIR/report.json";

// The parser reports the position as a byte offset.
std::string place_in(std::string_view text, std::size_t octet) {
  const std::string_view before = text.substr(0, std::min(octet, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return fmt::format("{}:{}", line, before.size() - begin + 1);
}

// Members of an object, with the path of the object in the report for error messages.
class JsonReader {
 public:
  JsonReader(const Json& json, std::string place) : json_{json}, place_{std::move(place)} {
    if (!json.is_object()) throw std::domain_error(place_ + " is not an object");
  }

  [[nodiscard]] std::string text(const char* name) const {
    const Json& value = member(name);
    if (!value.is_string()) throw std::domain_error(of(name) + " is not a string");
    return value.get<std::string>();
  }
  [[nodiscard]] std::uint64_t count(const char* name) const {
    const Json& value = member(name);
    if (!value.is_number_unsigned()) throw std::domain_error(of(name) + " is not a count");
    return value.get<std::uint64_t>();
  }
  [[nodiscard]] bool truth(const char* name) const {
    const Json& value = member(name);
    if (!value.is_boolean()) throw std::domain_error(of(name) + " is not a boolean");
    return value.get<bool>();
  }
  [[nodiscard]] JsonReader object(const char* name) const { return {member(name), of(name)}; }
  [[nodiscard]] std::vector<JsonReader> objects(const char* name) const {
    std::vector<JsonReader> list;
    for (const Json& item : items(name))
      list.emplace_back(item, fmt::format("{}[{}]", of(name), list.size()));
    return list;
  }
  [[nodiscard]] std::vector<std::string> texts(const char* name) const {
    std::vector<std::string> list;
    for (const Json& item : items(name)) {
      if (!item.is_string())
        throw std::domain_error(of(name) + " contains a value that is not a string");
      list.push_back(item.get<std::string>());
    }
    return list;
  }

 private:
  [[nodiscard]] std::string of(const char* name) const { return place_ + "/" + name; }
  [[nodiscard]] const Json& member(const char* name) const {
    const auto found = json_.get().find(name);
    if (found == json_.get().end()) throw std::domain_error(of(name) + " is missing");
    return *found;
  }
  [[nodiscard]] const Json& items(const char* name) const {
    const Json& value = member(name);
    if (!value.is_array()) throw std::domain_error(of(name) + " is not a list");
    return value;
  }

  std::reference_wrapper<const Json> json_;
  std::string place_;
};

StoredGroup group_of(const JsonReader& json) {
  const JsonReader shortest = json.object("shortest");
  StoredGroup group{.rule = json.text("rule"),
                    .reading = json.text("reading"),
                    .function = json.text("function"),
                    .observed = json.text("observed"),
                    .findings = json.count("findings"),
                    .new_findings = json.count("new_findings"),
                    .scripts = {},
                    .script = shortest.text("script"),
                    .path = shortest.text("path"),
                    .place = shortest.text("place"),
                    .replay = shortest.text("replay")};
  for (const JsonReader& script : json.objects("scripts")) group.scripts.push_back(script.text("name"));
  std::sort(group.scripts.begin(), group.scripts.end());
  return group;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " or ") + word;
  return text;
}

// Copies call, allowed statuses and reply of the step that a group shows.
void add_what_happened(StoredGroup& group, const JsonReader& shortest,
                       const std::vector<JsonReader>& scripts) {
  const std::uint64_t index = shortest.count("index");
  if (index >= scripts.size()) return;
  const std::uint64_t step = shortest.count("step");
  for (const JsonReader& finding : scripts[index].objects("findings")) {
    if (finding.count("step") != step) continue;
    group.call = finding.text("call");
    group.allowed = joined(finding.texts("allowed"));
    group.reply = finding.text("reply");
    return;
  }
}

Stored stored_of(const Json& whole) {
  const JsonReader json{whole, ""};
  Stored stored{.implementation = json.text("implementation"),
                .profile = json.text("profile"),
                .command = json.text("command"),
                .version = json.text("version"),
                .outcome = json.text("outcome")};
  const std::vector<JsonReader> scripts = json.objects("scripts");
  for (const JsonReader& group : json.objects("groups")) {
    stored.groups.push_back(group_of(group));
    add_what_happened(stored.groups.back(), group.object("shortest"), scripts);
  }
  for (const JsonReader& script : scripts) {
    if (script.text("origin") == "committed")
      stored.scripts.push_back({script.text("name"), script.text("verdict")});
  }
  for (const JsonReader& reading : json.objects("readings")) {
    stored.readings.push_back({reading.text("question"), reading.text("subject"),
                               reading.truth("decided"), reading.texts("answers")});
  }
  for (const JsonReader& rule : json.objects("rules")) stored.rules.push_back(rule.text("id"));
  return stored;
}

}  // namespace

std::expected<Stored, std::string> parse_stored(std::string_view text, std::string path) {
  const std::string shown = words::legible(path);
  Json whole;
  try {
    whole = Json::parse(text);
  } catch (const Json::out_of_range&) {
    return std::unexpected(
        fmt::format("{}: contains a number that is out of range ({})", shown, remedy));
  } catch (const Json::parse_error& error) {
    return std::unexpected(fmt::format("{}:{}: not valid JSON from here on ({})", shown,
                                       place_in(text, error.byte == 0 ? 0 : error.byte - 1), remedy));
  }
  if (whole.is_object() && whole.value("kind", Json{}) == "comparison") {
    return std::unexpected(fmt::format(
        "{}: this is the report of a comparison (name two reports that netioconf check, sweep, "
        "judge or campaign wrote)",
        shown));
  }
  if (!whole.is_object() || whole.value("format", Json{}) != Json(writers::report_format)) {
    return std::unexpected(
        fmt::format("{}: not a report.json of format {} ({})", shown, writers::report_format, remedy));
  }
  try {
    Stored stored = stored_of(whole);
    stored.path = std::move(path);
    stored.whole = std::move(whole);
    return stored;
  } catch (const std::domain_error& error) {
    return std::unexpected(fmt::format("{}: {} ({})", shown, words::legible(error.what()), remedy));
  }
}

}  // namespace netioconf::reports::diff
