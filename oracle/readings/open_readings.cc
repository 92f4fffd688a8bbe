#include "oracle/readings/open_readings.h"

#include <algorithm>
#include <map>

namespace netioconf::oracle::readings {
namespace {

struct InstanceMap {
  std::array<ReadingInstance, reading_count> first{};
  std::array<std::array<ReadingInstance, call_count>, reading_count> by_call{};
  std::array<InstanceName, instance_count> names{};
};

void name_subject(InstanceMap& map, std::size_t reading, std::size_t subject, ReadingInstance instance) {
  const Reading& question = readings()[reading];
  map.names[instance] = {&question, subject};
  const std::string_view subject_name = question.subjects[subject];
  for (std::size_t call = 0; call < call_count; ++call) {
    if (subject_name.empty() || function_names[call] == subject_name)
      map.by_call[reading][call] = instance;
  }
}

InstanceMap number_the_instances() {
  InstanceMap map;
  ReadingInstance next = 0;
  for (std::size_t reading = 0; reading < reading_count; ++reading) {
    map.first[reading] = next;
    for (std::size_t subject = 0; subject < readings()[reading].subjects.size(); ++subject) {
      name_subject(map, reading, subject, next++);
    }
  }
  return map;
}

const InstanceMap& instance_map() {
  static const InstanceMap map = number_the_instances();
  return map;
}

template <class Wanted>
OpenReadings open_where(Wanted wanted) {
  OpenReadings answers;
  for (ReadingInstance instance = 0; instance < instance_count; ++instance) {
    const auto listed = instance_map().names[instance].question->answers;
    std::uint8_t open = 0;
    for (std::size_t i = 0; i < listed.size(); ++i) {
      if (wanted(listed[i])) open = static_cast<std::uint8_t>(open | (1U << i));
    }
    answers.restrict_to(instance, open);
  }
  return answers;
}

// The instances in which the products differ.
std::vector<ReadingInstance> differing_instances(const std::vector<OpenReadings>& products) {
  std::vector<ReadingInstance> instances;
  for (ReadingInstance instance = 0; instance < instance_count; ++instance) {
    const std::uint8_t first = products.front().open(instance);
    const bool same = std::all_of(products.begin(), products.end(), [&](const OpenReadings& product) {
      return product.open(instance) == first;
    });
    if (!same) instances.push_back(instance);
  }
  return instances;
}

// Merges the products that differ only in this instance. The others keep their order.
void merge_along(ReadingInstance instance, std::vector<OpenReadings>& products) {
  std::map<OpenReadings, std::size_t> positions;  // key: the product without the instance
  std::vector<OpenReadings> merged;
  for (const OpenReadings& product : products) {
    OpenReadings rest = product;
    rest.restrict_to(instance, 0);
    const auto [found, is_new] = positions.try_emplace(rest, merged.size());
    if (is_new) {
      merged.push_back(product);
    } else {
      merged[found->second].unite(product);
    }
  }
  products = std::move(merged);
}

}  // namespace

ReadingInstance instance_of(ReadingId reading, std::size_t subject) {
  return static_cast<ReadingInstance>(instance_map().first[static_cast<std::size_t>(reading)] + subject);
}

ReadingInstance instance_of(ReadingId reading, Call call) {
  return instance_map().by_call[static_cast<std::size_t>(reading)][static_cast<std::size_t>(call)];
}

InstanceName name_of_instance(ReadingInstance instance) { return instance_map().names[instance]; }

OpenReadings OpenReadings::open_under(Profile profile) {
  return open_where([profile](const Answer& answer) {
    return profile == Profile::windows ? answer.windows : answer.basis == Basis::documented;
  });
}

OpenReadings OpenReadings::all() {
  return open_where([](const Answer&) { return true; });
}

void OpenReadings::unite(const OpenReadings& other) {
  for (std::size_t instance = 0; instance < instance_count; ++instance)
    open_[instance] |= other.open_[instance];
}

void merge(std::vector<OpenReadings>& products) {
  std::size_t before = 1;
  while (before != products.size()) {
    before = products.size();
    for (const ReadingInstance instance : differing_instances(products)) merge_along(instance, products);
  }
}

OpenReadings bounding_set(const std::vector<OpenReadings>& products) {
  OpenReadings around = products.front();
  for (const OpenReadings& product : products) around.unite(product);
  return around;
}

}  // namespace netioconf::oracle::readings
