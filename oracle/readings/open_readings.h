#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "oracle/readings/questions.h"

namespace netioconf::oracle::readings {

struct InstanceName {
  const Reading* question;
  std::size_t subject;
};
[[nodiscard]] InstanceName name_of_instance(ReadingInstance instance);

// For each instance the answers that the implementation may still follow, independently of the other
// instances. The object represents a set of complete sets of answers: the Cartesian product over all
// instances, in the code called a product.
class OpenReadings {
 public:
  [[nodiscard]] static OpenReadings open_under(Profile profile);
  [[nodiscard]] static OpenReadings all();

  // Bit n is set while answer n is open.
  [[nodiscard]] std::uint8_t open(ReadingInstance instance) const { return open_[instance]; }
  void restrict_to(ReadingInstance instance, std::uint8_t answers) { open_[instance] = answers; }

  void unite(const OpenReadings& other);

  friend auto operator<=>(const OpenReadings&, const OpenReadings&) = default;

 private:
  std::array<std::uint8_t, instance_count> open_{};
};

// Reduces the number of products without changing the sets of answers that they represent: products that
// differ in only one instance become one product. `products` must not be empty.
void merge(std::vector<OpenReadings>& products);

// The smallest product that contains all products. `products` must not be empty.
[[nodiscard]] OpenReadings bounding_set(const std::vector<OpenReadings>& products);

}  // namespace netioconf::oracle::readings
