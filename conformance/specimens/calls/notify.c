#include "conformance/specimens/address.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/notifications.h"

static enum status notify(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback, PVOID context,
                          BOOLEAN initial, HANDLE* handle) {
  const bool known = family == NETIOCONF_AF_UNSPEC || is_ip(family) || fault(notify_family_accepted);
  if (callback == NULL || !known) return status_invalid_parameter;
  *handle = add_registration(family, callback, context);
  if (*handle == NULL) return status_no_memory;
  const bool at_once = (initial != 0 && !fault(notify_no_initial)) || fault(notify_always_initial);
  if (at_once) notify_of_registration(*handle);
  return status_success;
}

NETIO_STATUS NotifyRouteChange2(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                PVOID context, BOOLEAN initial, HANDLE* handle) {
  enter();
  if (handle == NULL) return leave(status_invalid_parameter);
  const enum status status = notify(family, callback, context, initial, handle);
  if (status != status_success) *handle = NULL;
  return leave(status);
}

/* Earlier changes are still notified, later ones are not. */
NETIO_STATUS CancelMibChangeNotify2(HANDLE handle) {
  enter();
  const bool found = remove_registration(handle);
  const NETIO_STATUS number = leave(found ? status_success : status_invalid_parameter);
  flush_notifications();
  return number;
}
