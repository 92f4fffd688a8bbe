#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>

namespace netioconf::oracle::inline model {

// At most `most` elements, stored in place, so that a constant can contain the list. A list that is too
// long does not compile.
template <class Element, std::size_t most>
class ShortList {
 public:
  consteval ShortList(std::initializer_list<Element> elements) {
    for (const Element& element : elements) append(element);
  }

  consteval void append(const Element& element) { elements_.at(size_++) = element; }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
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
