#pragma once

#include <memory>

#include "conformance/emulator/behaviour/behaviour.h"
#include "conformance/implementations/api/api.h"

namespace netioconf::conformance::implementations::emulated {

// The emulator with one behaviour as an Api.
[[nodiscard]] std::unique_ptr<Api> emulator_api(const emulator::Behaviour& behaviour);
// The same with a behaviour that may return tables outside readable memory.
[[nodiscard]] std::unique_ptr<Api> mutant_api(const emulator::Behaviour& behaviour);

}  // namespace netioconf::conformance::implementations::emulated
