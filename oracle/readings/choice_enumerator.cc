#include "oracle/readings/choice_enumerator.h"

#include <bit>

namespace netioconf::oracle::readings {

std::uint8_t ChoiceEnumerator::take(std::uint8_t ways) {
  if (met_ == forks_.size()) forks_.push_back({ways});
  const std::uint8_t untried = forks_[met_++].untried;
  return static_cast<std::uint8_t>(std::countr_zero(untried));
}

std::uint8_t ChoiceEnumerator::ask(ReadingInstance instance) {
  const std::uint8_t open = answers_.open(instance);
  if (std::has_single_bit(open)) return static_cast<std::uint8_t>(std::countr_zero(open));
  const std::uint8_t answer = take(open);
  answers_.restrict_to(instance, static_cast<std::uint8_t>(1U << answer));
  return answer;
}

bool ChoiceEnumerator::nondeterministic() { return take(0b11) == 1; }

bool ChoiceEnumerator::next() {
  answers_ = open_;
  met_ = 0;
  while (!forks_.empty()) {
    std::uint8_t& untried = forks_.back().untried;
    untried = static_cast<std::uint8_t>(untried & (untried - 1U));
    if (untried != 0) return true;
    forks_.pop_back();
  }
  return false;
}

}  // namespace netioconf::oracle::readings
