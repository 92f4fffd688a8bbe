#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/known/known.h"

namespace netioconf::reports::known {

// The numbers of a version: "6.18.44" is 6, 18, 44.
using Version = std::vector<unsigned>;

// Those at its beginning; empty if it begins with none.
[[nodiscard]] Version numbers_of(std::string_view version);

// The versions from `first` to `last`. A version that continues `last` is in the range: 6.18.44 is in
// "6.1 to 6.18".
struct VersionRange {
  Version first;
  Version last;

  friend bool operator==(const VersionRange&, const VersionRange&) = default;
};

// "6.1 to 6.18", or "6.18" for all versions that begin with it; nullopt if it is neither.
[[nodiscard]] std::optional<VersionRange> parse_version_range(std::string_view text);

// Whether a version is in the range. What follows its numbers does not matter: "6.18.44-generic".
[[nodiscard]] bool contains(const VersionRange& range, std::string_view version);

// Whether an entry was observed in this version. An entry without versions applies to all, and without a
// version every entry does.
[[nodiscard]] bool applies_to(const KnownDeviation& entry, std::string_view version);
// Whether each entry of a list does.
[[nodiscard]] bool applies_to(const Known& known, std::string_view version);
// The list without the entries that do not.
[[nodiscard]] Known about_version(Known known, std::string_view version);

// What a list says of a version in which something was observed: "6.18" for 6.18.44-amd64.
[[nodiscard]] std::string short_version(std::string_view version);

}  // namespace netioconf::reports::known
