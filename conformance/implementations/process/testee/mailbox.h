/* Where callbacks arrive, from any thread and at any time. */
#pragma once

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/process/testee/output.h"

/* Forgets every registration and what has come. */
void mailbox_begin(void);

/* What to pass to NotifyRouteChange2 for the registration in that slot. It is a number and no address,
 * so that a callback with a wrong one, or one that comes late, does no harm. NULL: there are too many.
 */
PVOID mailbox_context(uint32_t slot);
void mailbox_callback(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type);

/* Waits until so many have come or the limit has passed, and then for a grace, and sends all that have
 * come. Returns how many. */
uint32_t mailbox_collect(uint32_t at_least, uint32_t limit_ms, uint32_t grace_ms, struct output* output);
