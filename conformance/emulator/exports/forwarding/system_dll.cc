#include "conformance/emulator/exports/forwarding/system_dll.h"

#include <windows.h>

#include <string>

namespace netioconf::conformance::emulator::exports::forwarding {
namespace {

// By its whole path: the name alone is that of the present DLL.
HMODULE load_system_dll() {
  std::string folder(MAX_PATH, '\0');
  folder.resize(GetSystemDirectoryA(folder.data(), static_cast<UINT>(folder.size())));
  return LoadLibraryA((folder + "\\iphlpapi.dll").c_str());
}

}  // namespace

void* system_function(const char* name) {
  static const HMODULE system = load_system_dll();
  if (system == nullptr) return nullptr;
  return reinterpret_cast<void*>(GetProcAddress(system, name));
}

}  // namespace netioconf::conformance::emulator::exports::forwarding
