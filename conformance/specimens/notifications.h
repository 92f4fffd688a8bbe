/* The registrations for route changes, and the pending callbacks. */
#ifndef NETIOCONF_SPECIMENS_NOTIFICATIONS_H
#define NETIOCONF_SPECIMENS_NOTIFICATIONS_H

#include <stdbool.h>

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/routes.h"

/* Call these between enter and leave. NULL: there is no room. False: there is no such registration. */
HANDLE add_registration(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback, PVOID context);
bool remove_registration(HANDLE handle);
void notify_of(MIB_NOTIFICATION_TYPE type, const struct route* route);
void notify_of_registration(HANDLE handle);
/* Posts a notification with this row, for a route that is not in the table. */
void notify_of_row(MIB_NOTIFICATION_TYPE type, const MIB_IPFORWARD_ROW2* row);

/* Call these outside enter and leave. Drops every registration and every pending callback. */
void forget_notifications(void);
/* Makes the pending callbacks, or leaves them to the worker. */
void deliver_notifications(void);
/* Makes the pending callbacks before it returns, unless a callback called it. */
void flush_notifications(void);

#endif
