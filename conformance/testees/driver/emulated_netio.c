/* The emulator as netio.sys, under Wine. A driver there runs in a process, with an environment that the
 * emulator's standard library reads. */
#include "conformance/testees/driver/import.h"
#include "conformance/testees/driver/netio.h"

__declspec(dllimport) int _putenv(const char* setting);

void import_netio(struct library* library) {
  import_documented(library);
  library->reset = netioconf_reset;
  library->describe = netioconf_describe;
}

int netio_is_emulated(void) { return 1; }

void set_behaviour(const char* setting) { (void)_putenv(setting); }
