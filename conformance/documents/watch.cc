#include "conformance/documents/watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "conformance/documents/pages.h"
#include "conformance/documents/sentences.h"

namespace netioconf::conformance::documents {
namespace {

using Sentences = std::map<std::string, std::vector<Sentence>>;  // by plain name of the page

std::optional<std::string> section_with(const std::vector<Sentence>& page, std::uint64_t hash,
                                        std::string_view wanted) {
  std::optional<std::string> found;
  for (const Sentence& each : page) {
    if (each.hash != hash) continue;
    if (each.section == wanted) return each.section;
    if (!found) found = each.section;
  }
  return found;
}

std::size_t place_of(const std::vector<Sentence>& page, std::uint64_t hash) {
  const auto found = std::ranges::find(page, hash, &Sentence::hash);
  return static_cast<std::size_t>(found - page.begin());
}

// Decides by the neighbours of a missing sentence whether it changed or disappeared. One neighbour is
// enough.
SentenceState by_neighbours(const std::vector<Sentence>& page, const Watched& watched) {
  const std::size_t before = place_of(page, watched.before);
  const std::size_t after = place_of(page, watched.after);
  const bool has_before = before < page.size();
  const bool has_after = after < page.size();
  if (has_before && has_after) return after == before + 1 ? SentenceState::gone : SentenceState::changed;
  const bool last_stands = watched.after == 0 && has_before && before + 1 < page.size();
  const bool first_stands = watched.before == 0 && has_after && after > 0;
  const bool one_stands = (watched.after != 0 && has_before) || (watched.before != 0 && has_after);
  return last_stands || first_stands || one_stands ? SentenceState::changed : SentenceState::gone;
}

Seen look(const Watched& watched, const Sentences& pages) {
  Seen seen{.watched = watched, .now = SentenceState::there};
  const auto page = pages.find(plain_name(watched.page));
  if (page == pages.end()) {
    seen.now = SentenceState::no_page;
    return seen;
  }
  const auto section = section_with(page->second, watched.hash, watched.section);
  if (section) {
    if (*section == watched.section) return seen;
    seen.now = SentenceState::moved;
    seen.where = fmt::format("{}, {}", watched.page, *section);
    return seen;
  }
  for (const auto& [name, sentences] : pages) {
    if (const auto elsewhere = section_with(sentences, watched.hash, watched.section)) {
      seen.now = SentenceState::moved;
      seen.where = fmt::format("{}, {}", name, *elsewhere);
      return seen;
    }
  }
  seen.now = by_neighbours(page->second, watched);
  return seen;
}

}  // namespace

std::expected<std::vector<Seen>, std::string> look_for(const std::vector<Watched>& watched,
                                                       const std::filesystem::path& folder) {
  const auto texts = read_pages(folder);
  if (!texts) return std::unexpected(texts.error());
  Sentences pages;
  for (const auto& [name, text] : *texts) pages[name] = sentences_of(text);
  std::vector<Seen> seen;
  for (const Watched& each : watched) seen.push_back(look(each, pages));
  return seen;
}

}  // namespace netioconf::conformance::documents
