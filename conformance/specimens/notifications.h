/* Who is to be called when a route changes, and the calls that are due. */
#ifndef NETIOCONF_SPECIMENS_NOTIFICATIONS_H
#define NETIOCONF_SPECIMENS_NOTIFICATIONS_H

#include <stdbool.h>

#include "conformance/abi/netioapi.h"
#include "conformance/specimens/routes.h"

/* Inside of enter and leave. NULL and false: there is no room, there is no such registration. */
HANDLE add_registration(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback, PVOID context);
bool remove_registration(HANDLE handle);
void notify_of(MIB_NOTIFICATION_TYPE type, const struct route* route);
void notify_of_registration(HANDLE handle);
/* What a callback is told of a route that is not in the table. */
void notify_of_row(MIB_NOTIFICATION_TYPE type, const MIB_IPFORWARD_ROW2* row);

/* Outside of them. Drops every registration and every call that is due. */
void forget_notifications(void);
/* Makes the calls that are due, or leaves them to the worker. */
void deliver_notifications(void);
/* Makes the calls that are due before it returns, unless a callback called it. */
void flush_notifications(void);

#endif
