#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/kinds.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance {

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

// An implementation that carries out scripts through a transport.
[[nodiscard]] std::unique_ptr<Implementation> implementation_of(std::string name,
                                                                std::unique_ptr<Executor> executor);

// What --implementation names (conformance/implementations/kinds.h). The error is one line: what, where,
// how to fix it.
[[nodiscard]] std::expected<std::unique_ptr<Implementation>, std::string> make_implementation(
    const std::string& name, const ImplementationOptions& options);

}  // namespace netioconf::conformance
