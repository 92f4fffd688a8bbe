#include "conformance/emulator/exports/keep_loaded.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace netioconf::conformance::emulator::exports {

#ifdef _WIN32

void keep_loaded() {
  HMODULE module = nullptr;
  GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                     reinterpret_cast<const char*>(&keep_loaded), &module);
}

#else

void keep_loaded() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&keep_loaded), &info) == 0) return;
  (void)dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
}

#endif

}  // namespace netioconf::conformance::emulator::exports
