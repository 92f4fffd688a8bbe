#include <algorithm>
#include <numeric>

#include "conformance/cli/explain/explain_parts.h"

namespace netioconf::conformance::cli::explain {
namespace {

// The number of letters to insert, delete or change.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
    }
  }
  return row.back();
}

// A part of the candidate is nearer than other names of the same length.
std::size_t remoteness(std::string_view name, std::string_view candidate) {
  const bool is_part = !name.empty() && candidate.find(name) != candidate.npos;
  return is_part ? (candidate.size() - name.size()) / 8 : distance(name, candidate);
}

}  // namespace

std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& names) {
  std::vector<std::pair<std::size_t, std::string>> all;
  const std::size_t most = std::max<std::size_t>(2, name.size() / 2);
  for (const std::string& each : names) {
    const std::size_t away = remoteness(name, each);
    if (away <= most) all.emplace_back(away, each);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> near_ones;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i) {
    near_ones.push_back(all[i].second);
  }
  return near_ones;
}

}  // namespace netioconf::conformance::cli::explain
