/* What a call answers, by meaning. The numbers are chosen at the very end. */
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
  status_name_exists, /* The wrong one of the two codes that say "already there". */
  status_no_memory,
  status_failed,
  status_count
};

/* The NTSTATUS or Win32 code, as the knobs ask. */
NETIO_STATUS number_of(enum status status);

#endif
