#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "oracle/model/operation.h"
#include "oracle/readings/reading.h"
#include "oracle/readings/topic.h"

namespace netioconf::oracle {

// A question and one of its subjects: what has an answer of its own.
using Slot = std::uint8_t;
inline constexpr std::size_t slot_count = 111;

[[nodiscard]] Slot slot_of(Topic topic, std::size_t subject = 0);
// For questions with one subject, or whose subjects are calls; the call must be one of them.
[[nodiscard]] Slot slot_of(Topic topic, Call call);

struct SlotName {
  const Question* question;
  std::size_t subject;
};
[[nodiscard]] SlotName name_of_slot(Slot slot);

// For every question the answers that an implementation may still be following, each for itself: a set
// of complete sets of answers that has the form of a box.
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

// The same sets of answers in fewer boxes: those that differ in one slot only become one. `boxes` must
// not be empty.
void merge(std::vector<Answers>& boxes);

// The smallest box around all. `boxes` must not be empty.
[[nodiscard]] Answers hull(const std::vector<Answers>& boxes);

}  // namespace netioconf::oracle
