#include "oracle/readings/choice_enumerator.h"

namespace netioconf::oracle::readings {

std::uint8_t ChoiceEnumerator::take(std::uint32_t ways) {
  if (met_ == forks_.size()) forks_.push_back({ways});
  const std::uint32_t untried = forks_[met_++].untried;
  return static_cast<std::uint8_t>(std::countr_zero(untried));
}

std::uint8_t ChoiceEnumerator::ask(ReadingInstance instance) {
  const std::uint8_t open = answers_.open(instance);
  if (std::has_single_bit(open)) return static_cast<std::uint8_t>(std::countr_zero(open));
  const std::uint8_t answer = take(open);
  answers_.restrict_to(instance, static_cast<std::uint8_t>(1U << answer));
  return answer;
}

void ChoiceEnumerator::keep(ReadingInstance instance, std::uint8_t fitting) {
  const std::uint8_t open = answers_.open(instance);
  const auto kept = static_cast<std::uint8_t>(open & fitting);
  if (kept == open) return;
  answers_.restrict_to(instance, kept);
  has_ruled_out_ = true;
}

std::size_t ChoiceEnumerator::one_of(std::size_t count) {
  return count == 1 ? 0 : take(static_cast<std::uint32_t>((std::uint64_t{1} << count) - 1));
}

bool ChoiceEnumerator::nondeterministic() { return take(0b11) == 1; }

bool ChoiceEnumerator::next() {
  while (!forks_.empty()) {
    std::uint32_t& untried = forks_.back().untried;
    untried &= untried - 1;
    if (untried != 0) break;
    forks_.pop_back();
  }
  if (forks_.empty()) return false;
  answers_ = open_;
  met_ = 0;
  has_ruled_out_ = false;
  return true;
}

}  // namespace netioconf::oracle::readings
