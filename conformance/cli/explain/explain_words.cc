#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <set>

#include "conformance/cli/explain/explain_parts.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"
#include "reports/known/known.h"
#include "reports/words/phrases.h"

namespace netioconf::conformance::cli::explain {
namespace {

using oracle::Status;

std::optional<std::uint32_t> number_in(std::string_view words) {
  const bool hexadecimal = words.starts_with("0x") || words.starts_with("0X");
  if (hexadecimal) words.remove_prefix(2);
  const bool plain_hexadecimal =
      !hexadecimal && words.size() == 8 && (words[0] == 'C' || words[0] == 'c');
  std::int64_t number = 0;
  const auto read = std::from_chars(words.data(), words.data() + words.size(), number,
                                    hexadecimal || plain_hexadecimal ? 16 : 10);
  if (read.ec != std::errc{} || read.ptr != words.data() + words.size()) return std::nullopt;
  constexpr std::int64_t lowest = std::numeric_limits<std::int32_t>::min();
  if (number < lowest || number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

bool names_one_of(const reports::KnownDeviation& entry, const std::vector<std::string>& ids) {
  return std::ranges::any_of(ids, [&](const std::string& id) {
    return entry.rule() == id || entry.script() == id || entry.script().starts_with(id + "/");
  });
}

void print_known(const std::filesystem::path& path, const std::vector<std::string>& ids) {
  const auto text = corpora::files::read_file(path);
  if (!text) return;
  const auto known = reports::known::parse_known(*text, path.string());
  if (!known) return;
  std::set<std::string> reasons;  // Several scripts can have the same reason.
  std::size_t scripts = 0;
  std::string version;
  for (const reports::KnownDeviation& entry : known->entries) {
    if (!names_one_of(entry, ids)) continue;
    ++scripts;
    reasons.insert(fmt::format("{}: {}: {}", entry.call(), entry.observed(), entry.reason()));
    if (!entry.versions().empty()) version = *entry.versions().rbegin();
  }
  if (scripts == 0) return;
  fmt::print("  {} ({}), known to deviate in {} of the committed scripts:\n", path.stem().string(),
             version.empty() ? "version unknown" : version, scripts);
  for (const std::string& reason : reasons) fmt::print("    {}\n", reason);
}

// On what a rule rests.
enum class Support : std::uint8_t { promised, follows, some_readings };

// Empty: the page of the call says it.
std::string why_it_follows(const oracle::Rule& rule) {
  if (!rule.follows_from.empty()) return std::string{rule.follows_from};
  const auto page = oracle::call_named(rule.source.page);
  if (!page || *page == rule.call) return "";
  return fmt::format("it is on the page of another function, {}", rule.source.page);
}

Support support_of(const oracle::Rule& rule) {
  if (!rule.reading.empty()) return Support::some_readings;
  return why_it_follows(rule).empty() ? Support::promised : Support::follows;
}

const char* words_of(Support support) {
  switch (support) {
    case Support::promised:
      return "promised";
    case Support::follows:
      return "follows from the pages";
    case Support::some_readings:
      return "allowed under some readings";
  }
  return "";
}

}  // namespace

std::optional<Status> find_status(std::string_view words) {
  std::string capitals{words};
  std::ranges::transform(capitals, capitals.begin(),
                         [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  for (const std::string_view name : {words, std::string_view{capitals}}) {
    if (const auto named = oracle::status_named(name)) return named;
  }
  const auto number = number_in(words);
  return number ? std::optional{oracle::meaning_of(*number)} : std::nullopt;
}

std::vector<const oracle::Rule*> rules_under(const oracle::readings::Reading& question) {
  std::vector<const oracle::Rule*> found;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    if (rule.reading == question.id) found.push_back(&rule);
  }
  return found;
}

std::vector<corpora::text::LoadedScript> scripts_of(const std::vector<const oracle::Rule*>& rules) {
  std::vector<std::filesystem::path> folders;
  std::error_code ignored;
  for (const oracle::Rule* rule : rules) {
    const std::filesystem::path folder = repository::committed_scripts() / rule->id;
    if (std::filesystem::is_directory(folder, ignored)) folders.push_back(folder);
  }
  if (folders.empty()) return {};
  auto scripts = corpora::text::load_scripts(folders);
  return scripts ? *std::move(scripts) : std::vector<corpora::text::LoadedScript>{};
}

void explain_promise(const oracle::Rule& rule) {
  fmt::print("{}\n  {} of {}\n  {}: {}\n", rule.id,
             rule.kind == oracle::Kind::refusal  ? "a refusal"
             : rule.kind == oracle::Kind::effect ? "an effect"
                                                 : "an ignored member",
             oracle::function_name(rule.call), words_of(support_of(rule)), rule.says);
  if (const std::string why = why_it_follows(rule); !why.empty()) fmt::print("  because {}\n", why);
  fmt::print("  source: {}, {}\n", rule.source.page, rule.source.section);
  const oracle::StatusSet statuses = oracle::rules::promised_statuses(rule);
  if (!statuses.empty())
    fmt::print("  status of the failing call: {}\n", reports::words::names_of(statuses));
}

void explain_in_a_line(const oracle::Rule& rule) {
  fmt::print("  {}: {} ({}, {}){}\n", rule.id, rule.says, rule.source.page, rule.source.section,
             rule.reading.empty() ? "" : fmt::format("; open: {}", rule.reading));
}

void explain_rules(const std::vector<const oracle::Rule*>& rules) {
  for (const Support support : {Support::promised, Support::follows, Support::some_readings}) {
    bool is_first = true;
    for (const oracle::Rule* rule : rules) {
      if (support_of(*rule) != support) continue;
      if (is_first) fmt::print("\n{}\n", words_of(support));
      is_first = false;
      explain_in_a_line(*rule);
    }
  }
}

void explain_questions(const std::vector<const oracle::readings::Reading*>& questions) {
  if (!questions.empty()) fmt::print("\nleft open by the pages\n");
  for (const oracle::readings::Reading* question : questions)
    fmt::print("  {}: {}\n", question->id, question->asks);
}

void explain_unpromised(const std::vector<const oracle::rules::Unpromised*>& sentences) {
  if (!sentences.empty()) fmt::print("\nsaid by the pages, but not tested\n");
  for (const oracle::rules::Unpromised* sentence : sentences) {
    fmt::print("  {} ({}, {}): {}\n", sentence->says, sentence->source.page, sentence->source.section,
               sentence->why);
  }
}

std::string open_on_windows(const oracle::readings::Reading& question,
                            const oracle::readings::Answer& answer) {
  const std::string words = windows_in_words(question, answer);
  return words.empty() ? "" : "; open under " + words;
}

void explain_question(const oracle::readings::Reading& question) {
  fmt::print("reading {}\n  {} The pages leave it open:\n", question.id, question.asks);
  for (const oracle::readings::Answer& answer : question.answers) {
    fmt::print("  {:<24} {}{}\n    {}\n", answer.id,
               answer.basis == oracle::readings::Basis::documented
                   ? "a page allows it"
                   : "no page allows it, but it is observed",
               open_on_windows(question, answer), answer.source);
  }
  if (question.subjects.size() > 1) {
    fmt::print("  each of these has its own answer: {}\n", fmt::join(question.subjects, ", "));
  }
}

void explain_known(const std::vector<std::string>& ids) {
  const auto files = corpora::files::files_below(repository::committed_known_lists());
  if (!files) return;
  fmt::print("\nknown deviations of real systems\n");
  for (const auto& file : *files) {
    if (file.extension() == ".textproto") print_known(file, ids);
  }
  fmt::print(
      "  Windows: observations that others report are marked above; this suite was not run there\n");
}

}  // namespace netioconf::conformance::cli::explain
