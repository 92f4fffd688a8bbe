/* Makes calls on a library, one after the other, and replies to each. */
#pragma once

#include "conformance/implementations/process/testee/library.h"
#include "conformance/implementations/process/testee/output.h"
#include "conformance/implementations/process/wire.h"

#ifdef __cplusplus
extern "C" {
#endif

struct session {
  const struct library* functions;
  struct output* output;
  const char* (*forbids)(const netioconf_call* call); /* the reason not to make the call, or NULL */
  const char* (*decided_by)(void); /* what decided the last call or refused the last reset, or "" */
  struct {
    PVOID memory; /* NULL: never returned, or freed */
    int of_routes;
  } tables[netioconf_most_slots];
  struct {
    HANDLE handle;
    int open;
  } registrations[netioconf_most_slots];
  int callbacks_may_come; /* of a call of this script */
};

/* Forgets tables and registrations at the start of a new script. */
void session_begin(struct session* session);

/* Cancels the open registrations. */
void session_end(struct session* session);

/* Makes the call and writes REPLY, with ROWS and NOTIFICATIONS before it. */
void session_carry_out(struct session* session, const netioconf_call* call);

#ifdef __cplusplus
}
#endif
