#include "corpora/text/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace netioconf::corpora::text {
namespace {

constexpr std::size_t similar_count_max = 3;
// Longer names are not typing errors, and comparing them would take too long.
constexpr std::size_t name_size_max = 128;

// The edit distance: the number of letters to add, remove or replace.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

// Names differ in words, not in how these are put together: NextHop is next_hop and "next hop".
std::string simple(std::string_view name) {
  std::string letters;
  for (const char letter : name) {
    if (letter == '_' || letter == '-' || letter == ' ') continue;
    letters += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return letters;
}

// A name that contains the given one is more similar than other names of the same length.
std::size_t difference(const std::string& name, const std::string& candidate) {
  const bool is_part = !name.empty() && candidate.find(name) != candidate.npos;
  return is_part ? (candidate.size() - name.size()) / 8 : edit_distance(name, candidate);
}

}  // namespace

std::vector<std::string> similar_names(std::string_view name, std::span<const std::string> names) {
  if (name.size() > name_size_max) return {};
  // At least one letter is the same.
  const std::size_t difference_max =
      std::min(std::max<std::size_t>(2, name.size() / 2), std::max<std::size_t>(1, name.size()) - 1);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& candidate : names) {
    const std::size_t differing = difference(simple(name), simple(candidate));
    if (differing <= difference_max) ranked.emplace_back(differing, candidate);
  }
  std::ranges::sort(ranked);
  ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
  ranked.resize(std::min(ranked.size(), similar_count_max));
  std::vector<std::string> similar;
  for (auto& [differing, candidate] : ranked) similar.push_back(std::move(candidate));
  return similar;
}

bool is_spelled_like(std::string_view name, std::string_view other) {
  return simple(name) == simple(other);
}

std::optional<std::string> name_spelled_otherwise(std::string_view name,
                                                  std::span<const std::string> names) {
  const auto is_it = [&](const std::string& each) { return is_spelled_like(each, name); };
  const auto found = std::ranges::find_if(names, is_it);
  return found == names.end() ? std::nullopt : std::optional{*found};
}

std::string suggestion(std::string_view name, std::span<const std::string> names,
                       const std::string& otherwise) {
  const std::vector<std::string> similar = similar_names(name, names);
  return similar.empty() ? otherwise : fmt::format("did you mean {}?", fmt::join(similar, ", "));
}

}  // namespace netioconf::corpora::text
