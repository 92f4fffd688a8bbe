#include "conformance/implementations/emulated/make.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/implementations/emulated/emulator_api.h"
#include "conformance/implementations/isolation/make.h"
#include "conformance/mutants/mutants.h"
#include "corpora/text/spelling.h"

namespace netioconf::conformance::implementations::emulated {
namespace {

MadeTransport make(const ImplementationName& name, const emulator::Behaviour& behaviour,
                   std::unique_ptr<Api> (*api_with)(const emulator::Behaviour&),
                   const ImplementationOptions& options) {
  const auto make_api = [behaviour, api_with]() -> std::expected<std::unique_ptr<Api>, std::string> {
    return api_with(behaviour);
  };
  return isolation::make_here_or_isolated(text_of(name), make_api, options);
}

}  // namespace

MadeTransport make_emulated(const ImplementationName& name, const ImplementationOptions& options) {
  const auto behaviour = emulator::personality(name.argument.empty() ? "common" : name.argument);
  if (behaviour) return make(name, *behaviour, emulator_api, options);
  const std::vector<std::string> names(emulator::personality_names.begin(),
                                       emulator::personality_names.end());
  return std::unexpected(
      fmt::format("{}: no such personality ({})", text_of(name),
                  corpora::text::suggestion(name.argument, names,
                                            fmt::format("choose one of {}", fmt::join(names, ", ")))));
}

MadeTransport make_mutant(const ImplementationName& name, const ImplementationOptions& options) {
  const auto behaviour = mutants::mutant_behaviour(name.argument);
  if (behaviour) {
    ImplementationOptions isolated = options;
    if (options.isolation == Isolation::foreign_code) isolated.isolation = Isolation::child;
    return make(name, *behaviour, mutant_api, isolated);
  }
  std::vector<std::string> names;
  for (const mutants::Mutant& mutant : mutants::mutants()) names.emplace_back(mutant.name);
  return std::unexpected(
      fmt::format("{}: no such mutant ({})", text_of(name),
                  corpora::text::suggestion(name.argument, names, "netioconf mutants lists them")));
}

}  // namespace netioconf::conformance::implementations::emulated
