#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// Whether scripts wait for callbacks, which takes a while where they come from another thread.
enum class Pace : std::uint8_t { quick, waiting };

// A part of the space: scripts of one kind, numbered from 0. `write` makes the one with that number out
// of any script, all but its name; it keeps nothing between two calls.
struct Region {
  std::string name;  // "routes, two members"
  std::uint64_t size = 0;
  std::function<void(std::uint64_t number, oracle::Script& script)> write;
  Pace pace = Pace::quick;
};

// The same, of scripts that wait.
[[nodiscard]] inline Region waiting(Region region) {
  region.pace = Pace::waiting;
  return region;
}

// The regions one after the other.
[[nodiscard]] Region joined(std::string name, std::vector<Region> parts);

// Takes a number apart: what is taken first varies fastest.
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

// Hosts are shared by all scripts that ask for them.
using SharedHost = std::shared_ptr<const oracle::Host>;

// Makes a script of a host and operations; memory that the script has is used again.
template <class... Operations>
void put(oracle::Script& script, const SharedHost& host, const Operations&... operations) {
  if (script.host != *host) script.host = *host;
  script.operations.resize(sizeof...(operations));
  std::size_t position = 0;
  ((script.operations[position++] = operations), ...);
}

}  // namespace netioconf::conformance
