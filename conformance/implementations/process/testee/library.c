#include "conformance/implementations/process/testee/library.h"

#include <stddef.h>
#include <string.h>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/wire.h"

struct function {
  const char* name;
  size_t member; /* offset */
};

/* The first fifteen in the order of the call numbers. */
static const struct function functions[] = {
    {"InitializeIpForwardEntry", offsetof(struct library, initialize_route)},
    {"CreateIpForwardEntry2", offsetof(struct library, create_route)},
    {"SetIpForwardEntry2", offsetof(struct library, set_route)},
    {"GetIpForwardEntry2", offsetof(struct library, get_route)},
    {"DeleteIpForwardEntry2", offsetof(struct library, delete_route)},
    {"GetIpForwardTable2", offsetof(struct library, route_table)},
    {"GetBestRoute2", offsetof(struct library, best_route)},
    {"NotifyRouteChange2", offsetof(struct library, notify_route_change)},
    {"CancelMibChangeNotify2", offsetof(struct library, cancel_notification)},
    {"CreateAnycastIpAddressEntry", offsetof(struct library, create_anycast)},
    {"GetAnycastIpAddressEntry", offsetof(struct library, get_anycast)},
    {"DeleteAnycastIpAddressEntry", offsetof(struct library, delete_anycast)},
    {"GetAnycastIpAddressTable", offsetof(struct library, anycast_table)},
    {"GetIpInterfaceEntry", offsetof(struct library, get_link)},
    {"FreeMibTable", offsetof(struct library, free_table)},
    {"netioconf_reset", offsetof(struct library, reset)},
    {"netioconf_describe", offsetof(struct library, describe)},
    {"netioconf_advance", offsetof(struct library, advance)},
};

const char* find_functions(struct library* library, void* loaded) {
  memset(library, 0, sizeof *library);
  for (size_t number = 0; number < sizeof functions / sizeof *functions; ++number) {
    void* address = find_function(loaded, functions[number].name);
    memcpy((char*)library + functions[number].member, &address, sizeof address);
    if (address != NULL && number <= netioconf_call_free_table) library->calls |= 1u << number;
  }
  const uint32_t documented = library->calls;
  if (library->advance != NULL) library->calls |= 1u << netioconf_call_advance;
  return documented != 0 ? NULL : "it exports none of the documented functions";
}
