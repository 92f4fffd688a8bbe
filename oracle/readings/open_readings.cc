#include "oracle/readings/open_readings.h"

#include <algorithm>
#include <map>

namespace netioconf::oracle::readings {
namespace {

template <class Wanted>
OpenReadings open_where(Wanted wanted) {
  OpenReadings answers;
  for (ReadingInstance instance = 0; instance < instance_count; ++instance) {
    const auto [question, subject] = name_of_instance(instance);
    const auto& listed = question->answers;
    std::uint8_t open = 0;
    for (std::size_t i = 0; i < listed.size(); ++i) {
      if (wanted(listed[i], subject)) open = static_cast<std::uint8_t>(open | (1U << i));
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

InstanceName name_of_instance(ReadingInstance instance) {
  const auto* const after = std::upper_bound(first_instances.begin(), first_instances.end(), instance);
  const auto reading = static_cast<std::size_t>(after - first_instances.begin()) - 1;
  return {&readings()[reading], static_cast<std::size_t>(instance - first_instances[reading])};
}

OpenReadings OpenReadings::open_under(Profile profile) {
  return open_where([profile](const Answer& answer, std::size_t subject) {
    return profile == Profile::windows ? is_open_on_windows(answer, subject)
                                       : answer.basis == Basis::documented;
  });
}

OpenReadings OpenReadings::all() {
  return open_where([](const Answer&, std::size_t) { return true; });
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
