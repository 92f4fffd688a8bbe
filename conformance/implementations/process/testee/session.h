/* Carries calls out on a library, one after the other, and answers each. */
#pragma once

#include "conformance/implementations/process/wire.h"
#include "conformance/implementations/process/testee/library.h"
#include "conformance/implementations/process/testee/output.h"

struct session {
  const struct library* functions;
  struct output* output;
  const char* (*forbids)(
      const netioconf_call* call); /* why not to make it; NULL: nothing is forbidden */
  struct {
    PVOID memory; /* NULL: never handed out, or freed */
    int of_routes;
  } tables[netioconf_most_slots];
  struct {
    HANDLE handle;
    int open;
  } registrations[netioconf_most_slots];
};

/* Forgets tables and registrations: a script of its own begins. */
void session_begin(struct session* session);

/* Cancels the registrations that are open. */
void session_end(struct session* session);

/* Makes the call and writes REPLY, with ROWS and NOTIFICATIONS before it. */
void session_carry_out(struct session* session, const netioconf_call* call);
