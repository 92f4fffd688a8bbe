#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "oracle/model/operation.h"
#include "oracle/readings/reading.h"
#include "oracle/readings/topic.h"

namespace netioconf::oracle::readings {

// A question together with one of its subjects. Each slot has its own answer.
using Slot = std::uint8_t;
inline constexpr std::size_t slot_count = 111;

[[nodiscard]] Slot slot_of(Topic topic, std::size_t subject = 0);
// For questions with one subject and for questions whose subjects are calls; these must include `call`.
[[nodiscard]] Slot slot_of(Topic topic, Call call);

struct SlotName {
  const Question* question;
  std::size_t subject;
};
[[nodiscard]] SlotName name_of_slot(Slot slot);

// For each slot the answers that the implementation may still follow, independently of the other slots.
// The object represents a set of complete sets of answers: the Cartesian product over all slots, in the
// code called a box.
class Answers {
 public:
  [[nodiscard]] static Answers open_under(Profile profile);
  [[nodiscard]] static Answers all();

  // Bit n is set while answer n is open.
  [[nodiscard]] std::uint8_t open(Slot slot) const { return open_[slot]; }
  void restrict_to(Slot slot, std::uint8_t answers) { open_[slot] = answers; }

  void unite(const Answers& other);

  friend auto operator<=>(const Answers&, const Answers&) = default;

 private:
  std::array<std::uint8_t, slot_count> open_{};
};

// Reduces the number of boxes without changing the sets of answers that they represent: boxes that
// differ in only one slot become one box. `boxes` must not be empty.
void merge(std::vector<Answers>& boxes);

// The smallest box that contains all boxes. `boxes` must not be empty.
[[nodiscard]] Answers hull(const std::vector<Answers>& boxes);

}  // namespace netioconf::oracle::readings
