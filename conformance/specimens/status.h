/* The result of a call, by meaning. It becomes a number just before the call returns. */
#ifndef NETIOCONF_SPECIMENS_STATUS_H
#define NETIOCONF_SPECIMENS_STATUS_H

#include "conformance/abi/netioapi.h"

enum status {
  status_success,
  status_invalid_parameter,
  status_not_found,
  status_file_not_found,
  status_not_supported,
  status_object_exists,
  status_name_exists, /* The wrong one of two codes for "already exists". */
  status_no_memory,
  status_failed,
  status_network_unreachable,
  status_count
};

/* The NTSTATUS or Win32 code, as selected by the knobs. */
NETIO_STATUS number_of(enum status status);

#endif
