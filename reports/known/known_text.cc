#include <fmt/format.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "corpora/text/parse_errors.h"
#include "corpora/text/spelling.h"
#include "oracle/model/calls.h"
#include "oracle/model/operation.h"
#include "oracle/model/status.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"
#include "reports/known/known.h"
#include "reports/known/known.pb.h"
#include "reports/known/version_range.h"
#include "reports/words/escape.h"

namespace netioconf::reports::known {
namespace {

namespace pb = google::protobuf;

// Keeps the first error of the parser.
class FirstParseError : public pb::io::ErrorCollector {
 public:
  void AddError(int line, pb::io::ColumnNumber column, const std::string& message) override {
    if (!text_.empty()) return;
    text_ = fmt::format("{}:{}: {}", line + 1, column + 1, message);
    const bool is_unknown_member = message.find("no field named") != message.npos;
    if (is_unknown_member) text_ += " " + corpora::text::remedy_for(message);
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string head_of(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t first = text.find_first_not_of(" \t\r", end);
    const bool belongs = first != std::string_view::npos && (text[first] == '#' || text[first] == '\n');
    if (!belongs) break;
    const std::size_t newline = text.find('\n', first);
    end = newline == std::string_view::npos ? text.size() : newline + 1;
  }
  return std::string{text.substr(0, end)};
}

std::vector<std::string> calls() {
  std::vector<std::string> names;
  for (const oracle::CallInfo& call : oracle::call_table) names.emplace_back(call.function);
  names.insert(names.end(), {"netioconf_reset", "between calls", "different calls"});
  return names;
}

bool is_call(const std::string& name) { return std::ranges::count(calls(), name) != 0; }

std::vector<std::string> rules_and_questions() {
  std::vector<std::string> ids;
  for (const oracle::Rule& rule : oracle::rules::rules()) ids.emplace_back(rule.id);
  for (const oracle::readings::Reading& reading : oracle::readings::readings())
    ids.emplace_back(reading.id);
  return ids;
}

bool is_observable(const std::string& name) {
  static constexpr std::array<std::string_view, 4> endings{"crashed", "hung", "exited", "garbled"};
  if (std::ranges::find(endings, name) != endings.end()) return true;
  for (std::size_t status = 0; status < oracle::status_count; ++status) {
    if (oracle::name_of(static_cast<oracle::Status>(status)) == name) return true;
  }
  return false;
}

bool is_date(const std::string& text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != '-') return false;
  }
  const std::string_view month = std::string_view{text}.substr(5, 2);
  const std::string_view day = std::string_view{text}.substr(8, 2);
  return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

bool is_rule_or_question(const std::string& id) {
  return oracle::rules::find_rule(id) != nullptr || oracle::readings::find_reading(id) != nullptr;
}

bool is_pattern_of_a_rule(const std::string& pattern) {
  const auto& rules = oracle::rules::rules();
  return std::ranges::any_of(rules, [&](const oracle::Rule& rule) { return fits(pattern, rule.id); });
}

// The error in an entry; empty if there is none.
std::string error_in(const KnownDeviation& entry) {
  if (entry.rule().empty()) return "an entry needs a rule: the id of a rule or of a question";
  if (!is_rule_or_question(entry.rule())) {
    return fmt::format(
        "\"{}\" is neither a rule nor a question; {}", entry.rule(),
        corpora::text::suggestion(entry.rule(), rules_and_questions(), "netioconf rules lists them"));
  }
  if (entry.script().empty()) return "an entry needs a script: its name, or a pattern with * and ?";
  if (!is_call(entry.call())) {
    return fmt::format(
        "\"{}\" is not a call; {}", entry.call(),
        corpora::text::suggestion(entry.call(), calls(),
                                  "write the documented name, such as CreateIpForwardEntry2"));
  }
  if (!is_observable(entry.observed())) {
    return fmt::format(
        "\"{}\" cannot be observed; write a status such as success, or crashed, hung, exited or "
        "garbled",
        entry.observed());
  }
  if (entry.reason().find_first_not_of(" \t\n") == std::string::npos) return "an entry needs a reason";
  const bool is_web = entry.link().starts_with("https://") || entry.link().starts_with("http://");
  if (!entry.link().empty() && !is_web) return "a link starts with https:// or http://";
  for (const std::string& range : entry.versions()) {
    if (parse_version_range(range)) continue;
    return fmt::format("\"{}\" is not a range of versions; write 6.18, or 6.1 to 6.18", range);
  }
  if (entry.line() != 0) return "an entry has no line; delete that member";
  if (!entry.expires().empty() && !is_date(entry.expires())) {
    return fmt::format("\"{}\" is not a date; write YYYY-MM-DD", entry.expires());
  }
  return "";
}

}  // namespace

std::expected<Known, std::string> parse_known(std::string_view text, std::string path) {
  KnownList message;
  pb::TextFormat::Parser parser;
  FirstParseError error;
  pb::TextFormat::ParseInfoTree places;
  parser.RecordErrorsTo(&error);
  parser.WriteLocationsTo(&places);
  if (!parser.ParseFromString(std::string{text}, &message)) {
    return std::unexpected{words::legible(fmt::format("{}:{}", path, error.text()))};
  }
  constexpr std::uint32_t newest = 1;
  if (message.has_format() && message.format() != newest) {
    return std::unexpected{words::legible(fmt::format(
        "{}: the list has format {}, but this netioconf reads only format {}; use another version of it",
        path, message.format(), newest))};
  }
  Known known{path, head_of(text), {}, {}};
  const pb::FieldDescriptor* field = KnownList::descriptor()->FindFieldByName("deviations");
  std::set<std::tuple<std::string, std::string, std::string, std::string>> keys;
  for (int i = 0; i < message.deviations_size(); ++i) {
    KnownDeviation& entry = *message.mutable_deviations(i);
    std::string wrong = error_in(entry);
    entry.set_line(static_cast<std::uint32_t>(places.GetLocation(field, i).line + 1));
    const bool is_first =
        keys.emplace(entry.rule(), entry.script(), entry.call(), entry.observed()).second;
    if (wrong.empty() && !is_first) wrong = "this entry is listed twice; keep one of them";
    if (!wrong.empty()) {
      return std::unexpected{words::legible(fmt::format("{}:{}: {}", path, entry.line(), wrong))};
    }
    known.entries.push_back(std::move(entry));
  }
  const pb::FieldDescriptor* must_meet = KnownList::descriptor()->FindFieldByName("must_meet");
  for (int i = 0; i < message.must_meet_size(); ++i) {
    if (is_pattern_of_a_rule(message.must_meet(i))) continue;
    return std::unexpected{
        words::legible(fmt::format("{}:{}: no rule fits \"{}\"; netioconf rules lists them", path,
                                   places.GetLocation(must_meet, i).line + 1, message.must_meet(i)))};
  }
  known.must_meet.assign(message.must_meet().begin(), message.must_meet().end());
  return known;
}

std::string print(const Known& known) {
  pb::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  printer.SetInitialIndentLevel(1);
  std::string text = known.head;
  const bool has_content = !known.entries.empty() || !known.must_meet.empty();
  if (has_content && !text.empty() && !text.ends_with('\n')) text += "\n";
  for (const std::string& pattern : known.must_meet) text += fmt::format("must_meet: \"{}\"\n", pattern);
  if (!known.entries.empty() && !known.must_meet.empty()) text += "\n";
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    KnownDeviation entry = known.entries[i];
    entry.clear_line();
    std::string members;
    printer.PrintToString(entry, &members);
    text += fmt::format("{}deviations {{\n{}}}\n", i == 0 ? "" : "\n", members);
  }
  return text;
}

}  // namespace netioconf::reports::known
