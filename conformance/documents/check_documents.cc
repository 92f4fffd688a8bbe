#include "conformance/documents/check_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "conformance/documents/citations.h"
#include "conformance/documents/pages.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::documents {
namespace {

std::string_view word_for(SentenceState now) {
  switch (now) {
    case SentenceState::there:
      return "there";
    case SentenceState::moved:
      return "moved";
    case SentenceState::changed:
      return "changed";
    case SentenceState::gone:
      return "gone";
    case SentenceState::no_page:
      return "no page";
  }
  return "";
}

void print(const Seen& seen) {
  const oracle::Rule* rule = oracle::rules::find_rule(seen.watched.id);
  fmt::print("{:<8} {}\n         {}, {}{}\n", word_for(seen.now), seen.watched.id, seen.watched.page,
             seen.watched.section, seen.where.empty() ? "" : "; now in " + seen.where);
  if (rule != nullptr) fmt::print("         {}\n", rule->says);
}

// The number of rules without a watched sentence. Such a rule follows from a section as a whole.
std::size_t unwatched(const std::vector<Watched>& watched) {
  std::set<std::string_view> ids;
  for (const Watched& each : watched) ids.insert(each.id);
  return static_cast<std::size_t>(
      std::ranges::count_if(oracle::rules::rules(), [&](const oracle::Rule& rule) {
        return rule.source.page != oracle::own_header && !ids.contains(rule.id);
      }));
}

std::vector<Cited> cited_by_rules() {
  std::vector<Cited> cited;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    for (const std::uint8_t sentence : rule.source.sentences) {
      cited.push_back({.id = std::string{rule.id},
                       .page = std::string{rule.source.page},
                       .section = std::string{rule.source.section},
                       .number = sentence});
    }
  }
  return cited;
}

// Reads a file and passes its text to `parse`.
template <class Parse>
auto parsed(const std::filesystem::path& path, Parse parse) -> decltype(parse("", "")) {
  const auto text = corpora::files::read_file(path);
  if (!text) return std::unexpected(corpora::files::describe(text.error()));
  return parse(*text, path.string());
}

std::expected<std::vector<Watched>, std::string> chosen(const std::string& only) {
  auto watched = watched_sentences();
  if (!watched || only.empty()) return watched;
  std::erase_if(*watched, [&](const Watched& each) { return each.id != only; });
  if (watched->empty()) {
    return std::unexpected(only + ": it has no watched sentence (netioconf rules lists the rules)");
  }
  return watched;
}

}  // namespace

std::expected<std::vector<Watched>, std::string> watched_sentences() {
  const auto table = parsed(repository::committed_sentences(), parse_sentences);
  if (!table) return std::unexpected(table.error());
  const auto by_findings = parsed(repository::committed_findings() / "sentences.tsv", parse_cited);
  if (!by_findings) return std::unexpected(by_findings.error());
  std::vector<Cited> cited = cited_by_rules();
  cited.insert(cited.end(), by_findings->begin(), by_findings->end());
  return watched(cited, *table);
}

int list_sentences(const std::filesystem::path& folder) {
  const auto pages = read_pages(folder);
  if (!pages) return reports::could_not_run(pages.error());
  const auto table = parsed(repository::committed_sentences(), parse_sentences);
  if (!table) return reports::could_not_run(table.error());
  std::set<std::string> names;
  for (const PlacedSentence& sentence : *table) names.insert(sentence.page);
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    if (rule.source.page != oracle::own_header) names.emplace(rule.source.page);
  }
  for (const std::string& name : names) {
    const auto page = pages->find(plain_name(name));
    if (page == pages->end()) return reports::could_not_run(folder.string() + ": no page " + name);
    fmt::print("{}", sentence_lines(name, page->second));
  }
  return reports::exit_conforms;
}

int check_documents(const DocumentsOptions& options) {
  const auto watched = chosen(options.only);
  if (!watched) return reports::could_not_run(watched.error());
  const auto seen = look_for(*watched, options.folder);
  if (!seen) return reports::could_not_run(seen.error());
  std::size_t count[5] = {};
  for (const Seen& each : *seen) {
    ++count[static_cast<std::size_t>(each.now)];
    if (each.now != SentenceState::there || !options.only.empty()) print(each);
  }
  fmt::print("{} sentences: {} there, {} moved, {} changed, {} gone, {} on missing pages\n",
             seen->size(), count[0], count[1], count[2], count[3], count[4]);
  if (options.only.empty()) {
    fmt::print("{} of {} rules follow from a section, not from one sentence\n", unwatched(*watched),
               oracle::rules::rules().size());
  }
  return count[0] == seen->size() ? reports::exit_conforms : reports::exit_deviates;
}

}  // namespace netioconf::conformance::documents
