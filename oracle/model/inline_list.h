#pragma once

#include <array>
#include <cstddef>

namespace netioconf::oracle::inline model {

// At most `most` elements without memory of their own, for lists that every judged step makes. An
// element too many throws std::out_of_range.
template <class Element, std::size_t most>
class InlineList {
 public:
  // What containers name.
  using value_type = Element;
  using const_iterator = typename std::array<Element, most>::const_iterator;

  void push_back(const Element& element) { elements_.at(size_++) = element; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] auto begin() { return elements_.begin(); }
  [[nodiscard]] auto end() { return elements_.begin() + static_cast<std::ptrdiff_t>(size_); }
  [[nodiscard]] auto begin() const { return elements_.begin(); }
  [[nodiscard]] auto end() const { return elements_.begin() + static_cast<std::ptrdiff_t>(size_); }

 private:
  std::array<Element, most> elements_;  // Those from size_ on have no value.
  std::size_t size_ = 0;
};

}  // namespace netioconf::oracle::inline model
