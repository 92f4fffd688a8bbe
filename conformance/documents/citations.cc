#include "conformance/documents/citations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "conformance/documents/sentences.h"

namespace netioconf::conformance::documents {
namespace {

using Cells = std::array<std::string_view, 4>;

std::optional<Cells> cells_of(std::string_view line) {
  Cells cells;
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    const std::size_t tab = line.find('\t');
    if ((tab == line.npos) != (cell + 1 == cells.size())) return std::nullopt;
    cells[cell] = line.substr(0, tab);
    line.remove_prefix(std::min(cells[cell].size() + 1, line.size()));
  }
  return cells;
}

template <class Number>
bool read_number(std::string_view words, Number& number, int base) {
  const auto read = std::from_chars(words.data(), words.data() + words.size(), number, base);
  return read.ec == std::errc{} && read.ptr == words.data() + words.size();
}

// Calls `read` for the cells of each line, which returns false if they are wrong.
template <class Read>
std::optional<std::string> read_lines(std::string_view text, std::string_view path,
                                      std::string_view expected, const Read& read) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const auto cells = cells_of(line);
    if (!cells || !read(*cells))
      return fmt::format("{}:{}: expected {}, separated by tabs", path, number, expected);
  }
  return std::nullopt;
}

}  // namespace

std::expected<std::vector<PlacedSentence>, std::string> parse_sentences(std::string_view text,
                                                                        std::string_view path) {
  std::vector<PlacedSentence> table;
  const auto error =
      read_lines(text, path, "a page, a section, a number and a hash", [&](const Cells& cells) {
        PlacedSentence& added = table.emplace_back(std::string{cells[0]}, std::string{cells[1]});
        return read_number(cells[2], added.number, 10) && read_number(cells[3], added.hash, 16);
      });
  if (error) return std::unexpected(*error);
  return table;
}

std::expected<std::vector<Cited>, std::string> parse_cited(std::string_view text,
                                                           std::string_view path) {
  std::vector<Cited> all;
  const auto error =
      read_lines(text, path, "an id, a page, a section and a number", [&](const Cells& cells) {
        Cited& added =
            all.emplace_back(std::string{cells[0]}, std::string{cells[1]}, std::string{cells[2]});
        return read_number(cells[3], added.number, 10);
      });
  if (error) return std::unexpected(*error);
  return all;
}

std::expected<std::vector<Watched>, std::string> watched(const std::vector<Cited>& cited,
                                                         const std::vector<PlacedSentence>& table) {
  std::vector<Watched> all;
  for (const Cited& each : cited) {
    const auto found = std::ranges::find_if(table, [&](const PlacedSentence& placed) {
      return placed.page == each.page && placed.section == each.section && placed.number == each.number;
    });
    if (found == table.end()) {
      return std::unexpected(
          fmt::format("{}: {}, {} has no sentence {}", each.id, each.page, each.section, each.number));
    }
    const auto hash_if_on_page = [&](auto neighbour) {
      return neighbour->page == each.page ? neighbour->hash : 0;
    };
    all.push_back({.id = each.id,
                   .page = each.page,
                   .section = each.section,
                   .hash = found->hash,
                   .before = found == table.begin() ? 0 : hash_if_on_page(found - 1),
                   .after = found + 1 == table.end() ? 0 : hash_if_on_page(found + 1)});
  }
  return all;
}

std::string sentence_lines(std::string_view name, std::string_view page) {
  std::string lines;
  std::string section;
  unsigned number = 0;
  for (const Sentence& sentence : sentences_of(page)) {
    number = sentence.section == section ? number + 1 : 1;
    section = sentence.section;
    lines += fmt::format("{}\t{}\t{}\t{:016x}\n", name, section, number, sentence.hash);
  }
  return lines;
}

}  // namespace netioconf::conformance::documents
