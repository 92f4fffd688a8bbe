#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance::search::sweep::spaces {

// Whether scripts wait for callbacks. That takes long where they come from another thread.
enum class Pace : std::uint8_t { quick, waiting };

// A part of the space: scripts of one kind, numbered from 0. `write` overwrites a script with the one of
// that number, except for its name. It keeps no state between two calls.
struct Region {
  std::string name;  // for example "routes, two members"
  std::uint64_t size = 0;
  std::function<void(std::uint64_t number, oracle::Script& script)> write;
  Pace pace = Pace::quick;
};

// The same region, marked as one whose scripts wait.
[[nodiscard]] inline Region waiting(Region region) {
  region.pace = Pace::waiting;
  return region;
}

// The regions one after the other.
[[nodiscard]] Region joined(std::string name, std::vector<Region> parts);

// Splits a number into digits. The first digit that is taken varies fastest.
class Digits {
 public:
  explicit Digits(std::uint64_t number) : rest_{number} {}

  // A number below `count`.
  [[nodiscard]] std::uint64_t take(std::uint64_t count) {
    const std::uint64_t digit = rest_ % count;
    rest_ /= count;
    return digit;
  }
  template <class Values>
  [[nodiscard]] const auto& one_of(const Values& values) {
    return values[take(values.size())];
  }

 private:
  std::uint64_t rest_;
};

// All scripts with the same host share it.
using SharedHost = std::shared_ptr<const oracle::Host>;

// Sets the host and the operations of a script and reuses its memory.
template <class... Operations>
void put(oracle::Script& script, const SharedHost& host, const Operations&... operations) {
  if (script.host != *host) script.host = *host;
  script.operations.resize(sizeof...(operations));
  std::size_t position = 0;
  ((script.operations[position++] = operations), ...);
}

}  // namespace netioconf::conformance::search::sweep::spaces
