#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/kinds.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::execution {

// Carries out scripts. Its replies are judged.
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
  // Whether netioconf_reset sets up the host of each script.
  [[nodiscard]] virtual bool has_reset() const { return false; }
  // Each script starts anew. The trace records what is not available as skipped or unavailable.
  [[nodiscard]] virtual oracle::Trace observe(const oracle::Script& script) = 0;
  // See Transport.
  virtual void keep_going(bool) {}
};

// Keeps going while a script is shortened, which repeats the call that ends the implementation.
class KeepsGoing {
 public:
  explicit KeepsGoing(Implementation& implementation) : implementation_{implementation} {
    implementation_.keep_going(true);
  }
  KeepsGoing(const KeepsGoing&) = delete;
  KeepsGoing& operator=(const KeepsGoing&) = delete;
  ~KeepsGoing() { implementation_.keep_going(false); }

 private:
  Implementation& implementation_;
};

// An implementation that carries out scripts through a transport.
[[nodiscard]] std::unique_ptr<Implementation> implementation_of(
    std::string name, std::unique_ptr<implementations::Transport> transport);

// The error is one line: what, where, how to fix it.
using MadeImplementation = std::expected<std::unique_ptr<Implementation>, std::string>;

// The implementation of that name.
[[nodiscard]] MadeImplementation make_implementation(
    const implementations::ImplementationName& name,
    const implementations::ImplementationOptions& options);
[[nodiscard]] MadeImplementation make_implementation(
    const std::string& name, const implementations::ImplementationOptions& options);

}  // namespace netioconf::conformance::execution
