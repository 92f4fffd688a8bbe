#include "conformance/execution/implementation.h"

#include "conformance/execution/observe.h"
#include "conformance/execution/reset_check.h"
#include "conformance/implementations/child/interruption.h"

namespace netioconf::conformance::execution {
namespace {

class Observed final : public Implementation {
 public:
  Observed(std::string name, std::unique_ptr<implementations::Transport> transport)
      : name_{std::move(name)}, transport_{std::move(transport)} {}

  std::string name() const override { return name_; }
  std::string system() const override { return transport_->system(); }
  implementations::Callbacks callbacks() const override { return transport_->callbacks(); }
  bool has_reset() const override { return transport_->has_reset(); }
  // After an interruption, scripts are skipped, so that the run ends soon and counts them.
  oracle::Trace observe(const oracle::Script& script) override {
    if (implementations::child::interruption() != 0)
      return skipped(script, implementations::child::interruption_text());
    oracle::Trace trace = execution::observe(*transport_, script, reset_.after_reset_to(script.host));
    if (!reset_.learn(*transport_, script.host, trace)) return trace;
    return execution::observe(*transport_, script, reset_.after_reset_to(script.host));
  }
  void keep_going(bool on) override { transport_->keep_going(on); }

 private:
  std::string name_;
  std::unique_ptr<implementations::Transport> transport_;
  ResetCheck reset_;
};

}  // namespace

std::unique_ptr<Implementation> implementation_of(
    std::string name, std::unique_ptr<implementations::Transport> transport) {
  return std::make_unique<Observed>(std::move(name), std::move(transport));
}

MadeImplementation make_implementation(const implementations::ImplementationName& name,
                                       const implementations::ImplementationOptions& options) {
  auto transport = implementations::make_transport(name, options);
  if (!transport) return std::unexpected(transport.error());
  return implementation_of(text_of(name), std::move(*transport));
}

MadeImplementation make_implementation(const std::string& name,
                                       const implementations::ImplementationOptions& options) {
  const auto parsed = implementations::parse_name(name);
  if (!parsed) return std::unexpected(parsed.error());
  return make_implementation(*parsed, options);
}

}  // namespace netioconf::conformance::execution
