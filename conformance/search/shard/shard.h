#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace netioconf::conformance::search::shard {

// The part of a run that one of several machines does: the items number - 1, number - 1 + count, and so
// on, of a list. The default is the whole run.
struct Shard {
  std::uint64_t number = 1;  // 1 to count
  std::uint64_t count = 1;

  [[nodiscard]] bool is_whole() const { return count == 1; }
  // Whether it has the item at this position, from 0.
  [[nodiscard]] bool has(std::uint64_t position) const { return position % count == number - 1; }
  // How many of so many items it has.
  [[nodiscard]] std::uint64_t share_of(std::uint64_t items) const {
    return items < number ? 0 : (items - number) / count + 1;
  }
  // The position of its first item that is not before `position`.
  [[nodiscard]] std::uint64_t first_from(std::uint64_t position) const {
    return number - 1 + (position < number ? 0 : (position - number) / count + 1) * count;
  }

  friend bool operator==(const Shard&, const Shard&) = default;
};

// Reads "2/8". The error is one line.
[[nodiscard]] std::expected<Shard, std::string> read_shard(std::string_view text);

// nullopt: the text is more than a number, or none.
[[nodiscard]] std::optional<std::uint64_t> number_in(std::string_view text);

}  // namespace netioconf::conformance::search::shard
