#include "conformance/cli/check_documents.h"

#include <algorithm>
#include <set>

#include "conformance/documents/watch.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

std::string_view word_for(documents::SentenceState now) {
  switch (now) {
    case documents::SentenceState::there:
      return "there";
    case documents::SentenceState::moved:
      return "moved";
    case documents::SentenceState::changed:
      return "changed";
    case documents::SentenceState::gone:
      return "gone";
    case documents::SentenceState::no_page:
      return "no page";
  }
  return "";
}

void print(const documents::Seen& seen) {
  const oracle::Rule* rule = oracle::rules::find_rule(seen.watched.id);
  fmt::print("{:<8} {}\n         {}, {}{}\n", word_for(seen.now), seen.watched.id, seen.watched.page,
             seen.watched.section, seen.where.empty() ? "" : "; now in " + seen.where);
  if (rule != nullptr) fmt::print("         {}\n", rule->says);
}

// The number of rules without a watched sentence. Such a rule follows from a section as a whole.
std::size_t unwatched(const std::vector<documents::Watched>& watched) {
  std::set<std::string_view> ids;
  for (const documents::Watched& each : watched) ids.insert(each.id);
  return static_cast<std::size_t>(
      std::count_if(oracle::rules::rules().begin(), oracle::rules::rules().end(),
                    [&](const oracle::Rule& rule) { return !ids.contains(rule.id); }));
}

std::expected<std::vector<documents::Watched>, std::string> read_watched(
    const DocumentsOptions& options) {
  const std::filesystem::path path = repository::committed_sentences();
  const auto text = corpora::files::read_file(path);
  if (!text) return std::unexpected(corpora::files::describe(text.error()));
  auto watched = documents::parse_watched(*text, path.string());
  if (!watched || options.only.empty()) return watched;
  std::erase_if(*watched, [&](const documents::Watched& each) { return each.id != options.only; });
  if (watched->empty()) {
    return std::unexpected(options.only +
                           ": it has no watched sentence (netioconf rules lists the rules)");
  }
  return watched;
}

}  // namespace

int check_documents(const DocumentsOptions& options) {
  const auto watched = read_watched(options);
  if (!watched) return reports::could_not_run(watched.error());
  const auto seen = documents::look_for(*watched, options.folder);
  if (!seen) return reports::could_not_run(seen.error());
  std::size_t count[5] = {};
  for (const documents::Seen& each : *seen) {
    ++count[static_cast<std::size_t>(each.now)];
    if (each.now != documents::SentenceState::there || !options.only.empty()) print(each);
  }
  fmt::print("{} sentences: {} there, {} moved, {} changed, {} gone, {} on missing pages\n",
             seen->size(), count[0], count[1], count[2], count[3], count[4]);
  if (options.only.empty()) {
    fmt::print("{} of {} rules follow from a section, not from one sentence\n", unwatched(*watched),
               oracle::rules::rules().size());
  }
  return count[0] == seen->size() ? reports::exit_conforms : reports::exit_deviates;
}

}  // namespace netioconf::conformance::cli
