#pragma once

#include <cstdint>
#include <string>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// When an implementation calls back: before the call returns that it tells of, or some time after.
enum class Callbacks : std::uint8_t { at_once, later };

// Something that carries out scripts and can be judged by what it answers.
class Implementation {
 public:
  virtual ~Implementation() = default;

  // As it was named on the command line.
  [[nodiscard]] virtual std::string name() const = 0;
  // What the calls end up in, with its version; empty: this machine.
  [[nodiscard]] virtual std::string system() const { return {}; }
  [[nodiscard]] virtual Callbacks callbacks() const { return Callbacks::later; }
  // Each script starts anew; what cannot be asked is in the trace as skipped or unavailable.
  [[nodiscard]] virtual oracle::Trace observe(const oracle::Script& script) = 0;
};

}  // namespace netioconf::conformance
