/* The netio.sys of Windows: it has what is documented. */
#include "conformance/implementations/driver/netio.h"

#include "conformance/implementations/driver/import.h"

void import_netio(struct library* library) { import_documented(library); }

int netio_is_emulated(void) { return 0; }

void set_behaviour(const char* setting) { (void)setting; }
