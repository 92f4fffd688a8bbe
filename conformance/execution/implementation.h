#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/kinds.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::execution {

// A thing that carries out scripts and whose replies can be judged.
class Implementation {
 public:
  virtual ~Implementation() = default;

  // The name given on the command line.
  [[nodiscard]] virtual std::string name() const = 0;
  // Name and version of the system behind the calls; empty: this machine.
  [[nodiscard]] virtual std::string system() const { return {}; }
  [[nodiscard]] virtual implementations::Callbacks callbacks() const {
    return implementations::Callbacks::later;
  }
  // Each script starts anew. The trace records what is not available as skipped or unavailable.
  [[nodiscard]] virtual oracle::Trace observe(const oracle::Script& script) = 0;
};

// An implementation that carries out scripts through a transport.
[[nodiscard]] std::unique_ptr<Implementation> implementation_of(
    std::string name, std::unique_ptr<implementations::Transport> transport);

// The implementation of that name. The error is one line: what, where, how to fix it.
[[nodiscard]] std::expected<std::unique_ptr<Implementation>, std::string> make_implementation(
    const implementations::ImplementationName& name,
    const implementations::ImplementationOptions& options);
[[nodiscard]] std::expected<std::unique_ptr<Implementation>, std::string> make_implementation(
    const std::string& name, const implementations::ImplementationOptions& options);

}  // namespace netioconf::conformance::execution
