#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>

namespace netioconf::oracle::inline model {

// At most `most` elements, stored in place: a constant can contain the list, and a list that each judged
// step makes needs no memory of its own. A constant that is too long does not compile; one element too
// many at run time throws std::out_of_range.
template <class Element, std::size_t most>
class ShortList {
 public:
  // What containers name.
  using value_type = Element;
  using const_iterator = const Element*;

  constexpr ShortList() = default;
  consteval ShortList(std::initializer_list<Element> elements) {
    for (const Element& element : elements) append(element);
  }

  constexpr void append(const Element& element) { elements_.at(size_++) = element; }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr Element* begin() { return elements_.data(); }
  [[nodiscard]] constexpr Element* end() { return elements_.data() + size_; }
  [[nodiscard]] constexpr const Element* begin() const { return elements_.data(); }
  [[nodiscard]] constexpr const Element* end() const { return elements_.data() + size_; }
  [[nodiscard]] constexpr const Element& operator[](std::size_t position) const {
    return elements_[position];
  }

 private:
  std::array<Element, most> elements_{};
  std::size_t size_ = 0;
};

}  // namespace netioconf::oracle::inline model
