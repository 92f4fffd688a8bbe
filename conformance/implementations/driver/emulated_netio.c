/* The emulator as netio.sys, under Wine: a driver there is part of a process, with an environment that
 * the emulator's standard library reads. */
#include "conformance/implementations/driver/import.h"
#include "conformance/implementations/driver/netio.h"
#include "conformance/implementations/process/wire.h"

__declspec(dllimport) int _putenv(const char* setting);

void import_netio(struct library* library) {
  import_documented(library);
  library->reset = netioconf_reset;
  library->describe = netioconf_describe;
  library->advance = netioconf_advance;
  library->calls |= 1u << netioconf_call_advance;
}

int netio_is_emulated(void) { return 1; }

void set_behaviour(const char* setting) { (void)_putenv(setting); }
