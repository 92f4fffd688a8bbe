#include "reports/words/ranges.h"

#include <fmt/format.h>

#include <vector>

#include "reports/words/phrases.h"

namespace netioconf::reports::words {

std::string parts_text(const std::set<std::uint32_t>& numbers) {
  std::vector<std::string> ranges;
  for (auto first = numbers.begin(); first != numbers.end();) {
    auto last = first;
    while (std::next(last) != numbers.end() && *std::next(last) == *last + 1) ++last;
    ranges.push_back(first == last ? std::to_string(*first) : fmt::format("{} to {}", *first, *last));
    first = std::next(last);
  }
  return (numbers.size() == 1 ? "part " : "parts ") + listed(ranges, "and");
}

}  // namespace netioconf::reports::words
