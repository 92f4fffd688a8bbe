#include "reports/known/version_range.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace netioconf::reports::known {
namespace {

// Reads the numbers at the beginning of a text and removes them from it.
Version take_numbers(std::string_view& text) {
  Version version;
  for (;;) {
    const bool continues = !version.empty();
    if (continues && !text.starts_with('.')) return version;
    const char* const begin = text.data() + (continues ? 1 : 0);
    unsigned number = 0;
    const auto [rest, error] = std::from_chars(begin, text.data() + text.size(), number);
    if (error != std::errc{}) return version;
    version.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  }
}

// Nothing follows the numbers.
std::optional<Version> parse_version(std::string_view text) {
  Version version = take_numbers(text);
  if (version.empty() || !text.empty()) return std::nullopt;
  return version;
}

// As many of the numbers as `other` has.
Version cut_to(Version version, const Version& other) {
  version.resize(std::min(version.size(), other.size()));
  return version;
}

bool includes(std::string_view range, std::string_view version) {
  const std::optional<VersionRange> parsed = parse_version_range(range);
  return parsed && contains(*parsed, version);
}

}  // namespace

Version numbers_of(std::string_view version) { return take_numbers(version); }

std::optional<VersionRange> parse_version_range(std::string_view text) {
  constexpr std::string_view between = " to ";
  const std::size_t at = text.find(between);
  const std::optional<Version> first = parse_version(text.substr(0, at));
  const std::optional<Version> last =
      at == std::string_view::npos ? first : parse_version(text.substr(at + between.size()));
  if (!first || !last || cut_to(*first, *last) > *last) return std::nullopt;
  return VersionRange{.first = *first, .last = *last};
}

bool contains(const VersionRange& range, std::string_view version) {
  const Version numbers = take_numbers(version);
  return !numbers.empty() && range.first <= numbers && cut_to(numbers, range.last) <= range.last;
}

bool applies_to(const KnownDeviation& entry, std::string_view version) {
  const auto& ranges = entry.versions();
  return version.empty() || ranges.empty() ||
         std::ranges::any_of(ranges, [&](const std::string& range) { return includes(range, version); });
}

bool applies_to(const Known& known, std::string_view version) {
  return std::ranges::all_of(known.entries,
                             [&](const KnownDeviation& entry) { return applies_to(entry, version); });
}

Known about_version(Known known, std::string_view version) {
  std::erase_if(known.entries, [&](const KnownDeviation& entry) { return !applies_to(entry, version); });
  return known;
}

std::string short_version(std::string_view version) {
  const Version numbers = cut_to(take_numbers(version), {0, 0});
  std::string text;
  for (const unsigned number : numbers) text += (text.empty() ? "" : ".") + std::to_string(number);
  return text;
}

}  // namespace netioconf::reports::known
