#include "oracle/readings/answers.h"

#include <algorithm>
#include <map>

namespace netioconf::oracle::readings {
namespace {

struct SlotMap {
  std::array<Slot, topic_count> first{};
  std::array<std::array<Slot, call_count>, topic_count> by_call{};
  std::array<SlotName, slot_count> names{};
};

void name_subject(SlotMap& map, std::size_t topic, std::size_t subject, Slot slot) {
  const Question& question = questions()[topic];
  map.names[slot] = {&question, subject};
  const std::string_view subject_name = question.subjects[subject];
  for (std::size_t call = 0; call < call_count; ++call) {
    if (subject_name.empty() || function_names[call] == subject_name) map.by_call[topic][call] = slot;
  }
}

SlotMap number_the_slots() {
  SlotMap map;
  Slot next = 0;
  for (std::size_t topic = 0; topic < topic_count; ++topic) {
    map.first[topic] = next;
    for (std::size_t subject = 0; subject < questions()[topic].subjects.size(); ++subject) {
      name_subject(map, topic, subject, next++);
    }
  }
  return map;
}

const SlotMap& slot_map() {
  static const SlotMap map = number_the_slots();
  return map;
}

template <class Wanted>
Answers open_where(Wanted wanted) {
  Answers answers;
  for (Slot slot = 0; slot < slot_count; ++slot) {
    const auto listed = slot_map().names[slot].question->answers;
    std::uint8_t open = 0;
    for (std::size_t i = 0; i < listed.size(); ++i) {
      if (wanted(listed[i])) open = static_cast<std::uint8_t>(open | (1U << i));
    }
    answers.restrict_to(slot, open);
  }
  return answers;
}

// The slots in which the boxes differ.
std::vector<Slot> differing_slots(const std::vector<Answers>& boxes) {
  std::vector<Slot> slots;
  for (Slot slot = 0; slot < slot_count; ++slot) {
    const std::uint8_t first = boxes.front().open(slot);
    const bool same = std::all_of(boxes.begin(), boxes.end(),
                                  [&](const Answers& box) { return box.open(slot) == first; });
    if (!same) slots.push_back(slot);
  }
  return slots;
}

// Merges the boxes that differ only in this slot. The others keep their order.
void merge_along(Slot slot, std::vector<Answers>& boxes) {
  std::map<Answers, std::size_t> positions;  // key: the box without the slot
  std::vector<Answers> merged;
  for (const Answers& box : boxes) {
    Answers rest = box;
    rest.restrict_to(slot, 0);
    const auto [found, is_new] = positions.try_emplace(rest, merged.size());
    if (is_new) {
      merged.push_back(box);
    } else {
      merged[found->second].unite(box);
    }
  }
  boxes = std::move(merged);
}

}  // namespace

Slot slot_of(Topic topic, std::size_t subject) {
  return static_cast<Slot>(slot_map().first[static_cast<std::size_t>(topic)] + subject);
}

Slot slot_of(Topic topic, Call call) {
  return slot_map().by_call[static_cast<std::size_t>(topic)][static_cast<std::size_t>(call)];
}

SlotName name_of_slot(Slot slot) { return slot_map().names[slot]; }

Answers Answers::open_under(Profile profile) {
  return open_where([profile](const Answer& answer) {
    return profile == Profile::windows ? answer.windows : answer.basis == Basis::documented;
  });
}

Answers Answers::all() {
  return open_where([](const Answer&) { return true; });
}

void Answers::unite(const Answers& other) {
  for (std::size_t slot = 0; slot < slot_count; ++slot) open_[slot] |= other.open_[slot];
}

void merge(std::vector<Answers>& boxes) {
  std::size_t before = 1;
  while (before != boxes.size()) {
    before = boxes.size();
    for (const Slot slot : differing_slots(boxes)) merge_along(slot, boxes);
  }
}

Answers hull(const std::vector<Answers>& boxes) {
  Answers around = boxes.front();
  for (const Answers& box : boxes) around.unite(box);
  return around;
}

}  // namespace netioconf::oracle::readings
