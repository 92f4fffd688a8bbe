/* Who is to be called when a route changes, and the calls that are due. */
#ifndef NETIOCONF_SPECIMENS_NOTIFICATIONS_H
#define NETIOCONF_SPECIMENS_NOTIFICATIONS_H

#include <stdbool.h>

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/routes.h"

/* Inside of enter and leave. */
HANDLE add_registration(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback, PVOID context);
bool remove_registration(HANDLE handle);
void notify_of(MIB_NOTIFICATION_TYPE type, const struct route* route);
void notify_of_registration(HANDLE handle);
/* What a callback is told of a route that is not in the table. */
void notify_of_row(MIB_NOTIFICATION_TYPE type, const MIB_IPFORWARD_ROW2* row);
void forget_notifications(void);

/* Outside of them: makes the calls that are due, or leaves them to the worker. */
void deliver_notifications(void);
/* Makes the calls that are due before it returns, unless a callback called it. */
void flush_notifications(void);

#endif
