/* The netio.sys of Windows, which has only the documented functions. */
#include "conformance/testees/driver/netio.h"

#include "conformance/testees/driver/import.h"

void import_netio(struct library* library) { import_documented(library); }

int netio_is_emulated(void) { return 0; }

void set_behaviour(const char* setting) { (void)setting; }
