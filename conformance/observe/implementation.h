#pragma once

#include <cstdint>
#include <string>

#include "oracle/trace.h"

namespace netioconf::conformance {

// When an implementation calls back: before the call that caused the notification returns, or later.
enum class Callbacks : std::uint8_t { at_once, later };

// A thing that carries out scripts and whose replies can be judged.
class Implementation {
 public:
  virtual ~Implementation() = default;

  // The name given on the command line.
  [[nodiscard]] virtual std::string name() const = 0;
  // Name and version of the system behind the calls; empty: this machine.
  [[nodiscard]] virtual std::string system() const { return {}; }
  [[nodiscard]] virtual Callbacks callbacks() const { return Callbacks::later; }
  // Each script starts anew. The trace records what is not available as skipped or unavailable.
  [[nodiscard]] virtual oracle::Trace observe(const oracle::Script& script) = 0;
};

}  // namespace netioconf::conformance
