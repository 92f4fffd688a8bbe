/* The documented functions of a shared library. */
#pragma once

#include "conformance/abi/netioapi.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A member is NULL if the library has no such function. */
struct library {
  void (*initialize_route)(PMIB_IPFORWARD_ROW2 row);
  NETIO_STATUS (*create_route)(const MIB_IPFORWARD_ROW2* row);
  NETIO_STATUS (*set_route)(const MIB_IPFORWARD_ROW2* row);
  NETIO_STATUS (*get_route)(PMIB_IPFORWARD_ROW2 row);
  NETIO_STATUS (*delete_route)(const MIB_IPFORWARD_ROW2* row);
  NETIO_STATUS (*route_table)(ADDRESS_FAMILY family, PMIB_IPFORWARD_TABLE2* table);
  NETIO_STATUS (*best_route)(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                             const SOCKADDR_INET* destination, ULONG sort_options,
                             PMIB_IPFORWARD_ROW2 best_route, SOCKADDR_INET* best_source);
  NETIO_STATUS (*notify_route_change)(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                      PVOID context, BOOLEAN initial_notification, HANDLE* handle);
  NETIO_STATUS (*cancel_notification)(HANDLE handle);
  NETIO_STATUS (*create_anycast)(const MIB_ANYCASTIPADDRESS_ROW* row);
  NETIO_STATUS (*get_anycast)(PMIB_ANYCASTIPADDRESS_ROW row);
  NETIO_STATUS (*delete_anycast)(const MIB_ANYCASTIPADDRESS_ROW* row);
  NETIO_STATUS (*anycast_table)(ADDRESS_FAMILY family, PMIB_ANYCASTIPADDRESS_TABLE* table);
  NETIO_STATUS (*get_link)(PMIB_IPINTERFACE_ROW row);
  void (*free_table)(PVOID memory);
  int (*reset)(const netioconf_host* host);
  int (*describe)(netioconf_host* host);
  int (*advance)(uint32_t seconds);
  uint32_t calls; /* bit n: the library has call n */
};

/* Finds the functions in a loaded library. Returns NULL, or one line that states why it cannot be
 * used. */
const char* find_functions(struct library* library, void* loaded);

#ifdef __cplusplus
}
#endif
