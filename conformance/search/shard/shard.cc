#include "conformance/search/shard/shard.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "reports/model/report.h"

namespace netioconf::conformance::search::shard {

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

std::expected<Shard, std::string> read_shard(std::string_view text) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto number = number_in(text.substr(0, slash));
  const auto count = number_in(text.substr(std::min(slash + 1, text.size())));
  const bool is_part =
      number && count && 1 <= *number && *number <= *count && *count <= reports::shard_count_max;
  if (is_part) return Shard{*number, *count};
  return std::unexpected(fmt::format("{}: not a part (name one as I/N, for example 1/8)", text));
}

}  // namespace netioconf::conformance::search::shard
