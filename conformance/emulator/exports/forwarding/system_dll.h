#pragma once

namespace netioconf::conformance::emulator::exports::forwarding {

// A function of the system's iphlpapi.dll; NULL if it has none of this name. Loads the DLL when needed,
// so it must not be called while another DLL is loaded.
[[nodiscard]] void* system_function(const char* name);

template <class Function>
[[nodiscard]] Function* system_function_as(const char* name) {
  return reinterpret_cast<Function*>(system_function(name));
}

}  // namespace netioconf::conformance::emulator::exports::forwarding
