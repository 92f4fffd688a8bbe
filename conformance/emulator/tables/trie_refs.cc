#include "conformance/emulator/tables/trie_refs.h"

#include <algorithm>
#include <bit>

#include "conformance/emulator/tables/growth.h"

namespace netioconf::conformance::emulator::inline tables {
namespace {

std::uint32_t room_for(std::uint32_t size) { return std::bit_ceil(size); }

std::size_t free_list(std::uint32_t size) {
  return static_cast<std::size_t>(std::countr_zero(room_for(size)));
}

}  // namespace

std::uint32_t TrieRefs::take(std::uint32_t size) {
  std::vector<std::uint32_t>& free = free_[free_list(size)];
  if (free.empty()) {
    const auto first = static_cast<std::uint32_t>(refs_.size());
    make_room(refs_, room_for(size));
    refs_.resize(refs_.size() + room_for(size));
    return first;
  }
  const std::uint32_t first = free.back();
  free.pop_back();
  return first;
}

void TrieRefs::free(std::uint32_t first, std::uint32_t size) { free_[free_list(size)].push_back(first); }

std::uint32_t TrieRefs::insert(std::uint32_t first, std::uint32_t size, std::uint32_t place,
                               TrieRef ref) {
  const std::uint32_t to = room_for(size) > size ? first : take(size + 1);
  std::copy_backward(at(first + place), at(first + size), at(to + size + 1));
  refs_[to + place] = ref;
  if (to == first) return first;
  std::copy_n(at(first), place, at(to));
  free(first, size);
  return to;
}

std::uint32_t TrieRefs::erase(std::uint32_t first, std::uint32_t size, std::uint32_t place) {
  const std::uint32_t to = room_for(size - 1) == room_for(size) ? first : take(size - 1);
  std::copy(at(first + place + 1), at(first + size), at(to + place));
  if (to == first) return first;
  std::copy_n(at(first), place, at(to));
  free(first, size);
  return to;
}

void TrieRefs::clear() {
  clear_and_shrink(refs_);
  refs_.resize(1);
  for (std::vector<std::uint32_t>& free : free_) clear_and_shrink(free);
}

}  // namespace netioconf::conformance::emulator::inline tables
