#include "conformance/documents/watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "conformance/documents/sentences.h"
#include "corpora/files/files.h"

namespace netioconf::conformance::documents {
namespace {

using Pages = std::map<std::string, std::vector<Sentence>>;  // by plain name

// "related-mib-ipforward-row2" and "MIB_IPFORWARD_ROW2" are the same page.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char each : name) {
    plain += each == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
  }
  for (const std::string_view word : {"related-", "nf-netioapi-", "ns-netioapi-"}) {
    if (plain.starts_with(word)) plain.erase(0, word.size());
  }
  return plain;
}

std::expected<Pages, std::string> read_pages(const std::filesystem::path& folder) {
  const auto files = corpora::files::files_below(folder);
  if (!files) return std::unexpected(corpora::files::describe(files.error()));
  Pages pages;
  for (const auto& file : *files) {
    if (file.extension() != ".md") continue;
    const auto text = corpora::files::read_file(file);
    if (!text) return std::unexpected(corpora::files::describe(text.error()));
    pages[plain_name(file.stem().string())] = sentences_of(*text);
  }
  if (pages.empty()) {
    return std::unexpected(folder.string() +
                           ": it contains no page (name a folder with pages as NAME.md)");
  }
  return pages;
}

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
  const auto found =
      std::find_if(page.begin(), page.end(), [hash](const Sentence& each) { return each.hash == hash; });
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

Seen look(const Watched& watched, const Pages& pages) {
  Seen seen{.watched = watched, .now = SentenceState::there, .where = ""};
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

template <class Number>
bool read_number(std::string_view words, Number& number) {
  const auto read = std::from_chars(words.data(), words.data() + words.size(), number, 16);
  return read.ec == std::errc{} && read.ptr == words.data() + words.size();
}

std::optional<Watched> watched_in(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == line.npos) break;
    line.remove_prefix(tab + 1);
  }
  if (cells.size() != 6) return std::nullopt;
  Watched watched{
      .id = std::string{cells[0]}, .page = std::string{cells[1]}, .section = std::string{cells[2]}};
  const bool read = read_number(cells[3], watched.hash) && read_number(cells[4], watched.before) &&
                    read_number(cells[5], watched.after);
  return read ? std::optional{watched} : std::nullopt;
}

}  // namespace

std::expected<std::vector<Watched>, std::string> parse_watched(std::string_view text,
                                                               std::string_view path) {
  std::vector<Watched> all;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const auto watched = watched_in(line);
    if (!watched) {
      return std::unexpected(
          fmt::format("{}:{}: expected an id, a page, a section and three numbers, separated by tabs",
                      path, number));
    }
    all.push_back(*watched);
  }
  return all;
}

std::expected<std::vector<Seen>, std::string> look_for(const std::vector<Watched>& watched,
                                                       const std::filesystem::path& folder) {
  const auto pages = read_pages(folder);
  if (!pages) return std::unexpected(pages.error());
  std::vector<Seen> seen;
  for (const Watched& each : watched) seen.push_back(look(each, *pages));
  return seen;
}

}  // namespace netioconf::conformance::documents
