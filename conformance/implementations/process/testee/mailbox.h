/* Collects callbacks, which arrive from any thread at any time. */
#pragma once

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/process/testee/output.h"

/* Removes every registration and every collected callback. */
void mailbox_begin(void);
/* The same after a call that removes every registration: callbacks of these from now on are collected as
 * of an earlier script. */
void mailbox_begin_after_reset(void);

/* The context to pass to NotifyRouteChange2 for the registration in that slot. It is a number rather
 * than an address, so a callback with a wrong or an old context does no harm. NULL: there are too
 * many. */
PVOID mailbox_context(uint32_t slot);
void mailbox_callback(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type);

/* Waits for at_least callbacks or until limit_ms has passed, then another grace_ms, and sends all that
 * have arrived. Returns their number. */
uint32_t mailbox_collect(uint32_t at_least, uint32_t limit_ms, uint32_t grace_ms, struct output* output);
