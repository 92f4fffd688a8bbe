#include "conformance/execution/implementation.h"

#include "conformance/execution/observe.h"

namespace netioconf::conformance::execution {
namespace {

class Observed final : public Implementation {
 public:
  Observed(std::string name, std::unique_ptr<implementations::Executor> executor)
      : name_{std::move(name)}, executor_{std::move(executor)} {}

  std::string name() const override { return name_; }
  std::string system() const override { return executor_->system(); }
  implementations::Callbacks callbacks() const override { return executor_->callbacks(); }
  oracle::Trace observe(const oracle::Script& script) override {
    return execution::observe(*executor_, script);
  }

 private:
  std::string name_;
  std::unique_ptr<implementations::Executor> executor_;
};

}  // namespace

std::unique_ptr<Implementation> implementation_of(std::string name,
                                                  std::unique_ptr<implementations::Executor> executor) {
  return std::make_unique<Observed>(std::move(name), std::move(executor));
}

std::expected<std::unique_ptr<Implementation>, std::string> make_implementation(
    const std::string& name, const implementations::ImplementationOptions& options) {
  auto executor = implementations::make_executor(name, options);
  if (!executor) return std::unexpected(executor.error());
  return implementation_of(name, std::move(*executor));
}

}  // namespace netioconf::conformance::execution
