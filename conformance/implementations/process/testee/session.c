#include "conformance/implementations/process/testee/session.h"

#include <string.h>

#include "conformance/implementations/process/testee/mailbox.h"
#include "conformance/implementations/process/testee/memory.h"
#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/request.h"

enum { rows_at_once = 1024, page_size = 4096 /* or a multiple */ };

static void unavailable(netioconf_reply* reply, const char* why) {
  reply->ending = netioconf_unavailable;
  const size_t size = strlen(why);
  const size_t most = sizeof reply->body.text - 1;
  memcpy(reply->body.text, why, size < most ? size : most);
}

static void note_writing(netioconf_reply* reply, const struct guarded* guarded) {
  if (!is_intact(guarded)) reply->flags |= netioconf_wrote_outside;
}

static uint32_t with_route(const struct library* library, uint16_t call, MIB_IPFORWARD_ROW2* row) {
  switch (call) {
    case netioconf_call_create_route:
      return library->create_route(row);
    case netioconf_call_set_route:
      return library->set_route(row);
    case netioconf_call_get_route:
      return library->get_route(row);
    case netioconf_call_delete_route:
      return library->delete_route(row);
    default:
      library->initialize_route(row);
      return STATUS_SUCCESS;
  }
}

static uint32_t with_anycast(const struct library* library, uint16_t call,
                             MIB_ANYCASTIPADDRESS_ROW* row) {
  if (call == netioconf_call_create_anycast) return library->create_anycast(row);
  if (call == netioconf_call_get_anycast) return library->get_anycast(row);
  return library->delete_anycast(row);
}

/* Makes a call with one row of any kind. */
static void call_with_row(struct session* session, const netioconf_call* call, size_t size,
                          netioconf_reply* reply) {
  struct guarded memory;
  void* row = guard(&memory, &call->body, size, call->misalignment);
  if (call->flags & netioconf_null_row) row = NULL;
  if (size == netioconf_route_size) {
    reply->status = with_route(session->functions, call->call, row);
  } else if (size == netioconf_anycast_size) {
    reply->status = with_anycast(session->functions, call->call, row);
  } else {
    reply->status = session->functions->get_link(row);
  }
  note_writing(reply, &memory);
  memcpy(&reply->body, content_of(&memory), size);
}

static void find_best_route(struct session* session, const netioconf_call* call,
                            netioconf_reply* reply) {
  const netioconf_best_route_call* best = &call->body.best;
  struct guarded luid, source, destination, route, best_source;
  void* passed_luid = guard(&luid, &best->luid, sizeof best->luid, 0);
  void* passed_source = guard(&source, best->source, sizeof best->source, 0);
  void* passed_destination = guard(&destination, best->destination, sizeof best->destination, 0);
  void* passed_route = guard(&route, best->best_route, sizeof best->best_route, 0);
  void* passed_best_source = guard(&best_source, best->best_source, sizeof best->best_source, 0);
  if (call->flags & netioconf_null_luid) passed_luid = NULL;
  if (call->flags & netioconf_null_source) passed_source = NULL;
  if (call->flags & netioconf_null_destination) passed_destination = NULL;
  if (call->flags & netioconf_null_best_route) passed_route = NULL;
  if (call->flags & netioconf_null_best_source) passed_best_source = NULL;
  reply->status =
      session->functions->best_route(passed_luid, best->index, passed_source, passed_destination,
                                     best->sort_options, passed_route, passed_best_source);
  note_writing(reply, &luid);
  note_writing(reply, &source);
  note_writing(reply, &destination);
  note_writing(reply, &route);
  note_writing(reply, &best_source);
  /* The two addresses are const, so a change counts as writing outside the memory. */
  if (memcmp(content_of(&source), best->source, sizeof best->source) != 0 ||
      memcmp(content_of(&destination), best->destination, sizeof best->destination) != 0) {
    reply->flags |= netioconf_wrote_outside;
  }
  memcpy(reply->body.best.best_route, content_of(&route), sizeof reply->body.best.best_route);
  memcpy(reply->body.best.best_source, content_of(&best_source), sizeof reply->body.best.best_source);
}

/* Reads the beginning of a table, which is all of most tables: if the first byte of a page is readable,
 * the rest of the page is too. The number of bytes that were read; 0 if there is no NumEntries. */
static size_t read_beginning(const void* table, uint8_t* bytes, size_t most) {
  size_t size = page_size - (uintptr_t)table % page_size;
  if (size > most) size = most;
  if (size < sizeof(uint32_t)) size = sizeof(uint32_t);
  return read_untrusted(table, bytes, size) ? size : 0;
}

/* Sends the rows until one cannot be read. */
static void send_rows(struct session* session, const uint8_t* first, size_t size,
                      netioconf_reply* reply) {
  static uint8_t rows[rows_at_once * netioconf_route_size];
  for (size_t sent = 0; sent < reply->row_count && !(reply->flags & netioconf_unreadable);) {
    const size_t left = reply->row_count - sent;
    const size_t now = left < rows_at_once ? left : rows_at_once;
    if (read_untrusted(first + sent * size, rows, now * size)) {
      output_frame(session->output, netioconf_kind_rows, rows, now * size);
    } else {
      reply->flags |= netioconf_unreadable;
    }
    sent += now;
  }
}

static void send_table(struct session* session, const void* table, int of_routes,
                       netioconf_reply* reply) {
  const size_t size = of_routes ? netioconf_route_size : netioconf_anycast_size;
  const size_t head = offsetof(MIB_IPFORWARD_TABLE2, Table);
  uint8_t beginning[512];
  if (table == NULL) {
    reply->flags |= netioconf_null_pointer;
    return;
  }
  const size_t there = read_beginning(table, beginning, sizeof beginning);
  if (there != 0) memcpy(&reply->row_count, beginning, sizeof reply->row_count);
  if (there == 0 || reply->row_count > netioconf_most_rows) {
    reply->flags |= netioconf_unreadable;
  } else if (head + reply->row_count * size > there) {
    send_rows(session, (const uint8_t*)table + head, size, reply);
  } else if (reply->row_count != 0) {
    output_frame(session->output, netioconf_kind_rows, beginning + head, reply->row_count * size);
  }
}

/* If the testee ends before the REPLY, FreeMibTable ended it, and not the call that returned the table.
 */
static void free_obtained(struct session* session, PVOID table) {
  output_frame(session->output, netioconf_kind_freeing, NULL, 0);
  output_flush(session->output);
  session->functions->free_table(table);
}

static void obtain_table(struct session* session, const netioconf_call* call, netioconf_reply* reply) {
  const struct library* library = session->functions;
  const int of_routes = call->call == netioconf_call_route_table;
  const PVOID nothing = NULL;
  struct guarded pointer;
  void* table = guard(&pointer, &nothing, sizeof nothing, 0);
  if (call->flags & netioconf_null_table) table = NULL;
  reply->status = of_routes ? library->route_table(call->family, table)
                            : library->anycast_table(call->family, table);
  note_writing(reply, &pointer);
  PVOID memory;
  memcpy(&memory, content_of(&pointer), sizeof memory);
  if (call->flags & netioconf_null_table) memory = NULL;
  /* A failed call may leave any pointer, so it is neither read nor freed. */
  if (reply->status == STATUS_SUCCESS && !(call->flags & netioconf_null_table)) {
    send_table(session, memory, of_routes, reply);
  } else if (memory == NULL) {
    reply->flags |= netioconf_null_pointer;
  }
  if (reply->status != STATUS_SUCCESS || (reply->flags & netioconf_unreadable)) memory = NULL;
  if (call->flags & netioconf_keep_table) {
    session->tables[call->slot].memory = memory;
    session->tables[call->slot].of_routes = of_routes;
  } else if (memory != NULL && library->free_table != NULL) {
    free_obtained(session, memory);
  }
}

static void use_kept_table(struct session* session, const netioconf_call* call, netioconf_reply* reply) {
  PVOID* memory = &session->tables[call->slot].memory;
  if (*memory == NULL) {
    unavailable(reply, "");
  } else if (call->call == netioconf_call_reread_table) {
    send_table(session, *memory, session->tables[call->slot].of_routes, reply);
  } else {
    session->functions->free_table(*memory);
    *memory = NULL;
  }
}

static void notify(struct session* session, const netioconf_call* call, netioconf_reply* reply) {
  const HANDLE nothing = NULL;
  struct guarded handle;
  void* passed = guard(&handle, &nothing, sizeof nothing, 0);
  PVOID context = mailbox_context(call->slot);
  if (context == NULL) {
    unavailable(reply, "too many registrations");
    return;
  }
  if (call->flags & netioconf_null_handle) passed = NULL;
  reply->status = session->functions->notify_route_change(
      call->family, call->flags & netioconf_null_callback ? NULL : mailbox_callback, context,
      call->flags & netioconf_initial_notification ? 1 : 0, passed);
  note_writing(reply, &handle);
  memcpy(&session->registrations[call->slot].handle, content_of(&handle), sizeof nothing);
  session->registrations[call->slot].open = reply->status == STATUS_SUCCESS && passed != NULL;
}

static void cancel(struct session* session, const netioconf_call* call, netioconf_reply* reply) {
  if (!session->registrations[call->slot].open) {
    unavailable(reply, "");
    return;
  }
  reply->status = session->functions->cancel_notification(session->registrations[call->slot].handle);
  session->registrations[call->slot].open = reply->status != STATUS_SUCCESS;
}

static void advance(struct session* session, const netioconf_call* call, netioconf_reply* reply) {
  if (session->functions->advance(call->body.advance.seconds) != 0)
    unavailable(reply, "netioconf_advance failed");
}

void session_begin(struct session* session) {
  memset(session->tables, 0, sizeof session->tables);
  memset(session->registrations, 0, sizeof session->registrations);
  session->callbacks_may_come = 0;
  mailbox_begin();
}

void session_end(struct session* session) {
  for (uint32_t slot = 0; slot < netioconf_most_slots; ++slot) {
    if (session->registrations[slot].open && session->functions->cancel_notification != NULL) {
      session->functions->cancel_notification(session->registrations[slot].handle);
    }
    session->registrations[slot].open = 0;
  }
}

/* Without such a call no callback comes, however long one waits. */
static int may_call_back(const netioconf_call* call, const netioconf_reply* reply) {
  if (reply->ending != netioconf_returned || reply->status != STATUS_SUCCESS) return 0;
  if (call->call == netioconf_call_notify) return (call->flags & netioconf_initial_notification) != 0;
  return call->call == netioconf_call_advance || can_change(call);
}

static void make_call(struct session* session, const netioconf_call* call, netioconf_reply* reply) {
  switch (call->call) {
    case netioconf_call_initialize_route:
    case netioconf_call_create_route:
    case netioconf_call_set_route:
    case netioconf_call_get_route:
    case netioconf_call_delete_route:
      call_with_row(session, call, netioconf_route_size, reply);
      break;
    case netioconf_call_create_anycast:
    case netioconf_call_get_anycast:
    case netioconf_call_delete_anycast:
      call_with_row(session, call, netioconf_anycast_size, reply);
      break;
    case netioconf_call_get_link:
      call_with_row(session, call, netioconf_link_size, reply);
      break;
    case netioconf_call_best_route:
      find_best_route(session, call, reply);
      break;
    case netioconf_call_route_table:
    case netioconf_call_anycast_table:
      obtain_table(session, call, reply);
      break;
    case netioconf_call_free_table:
    case netioconf_call_reread_table:
      use_kept_table(session, call, reply);
      break;
    case netioconf_call_notify:
      notify(session, call, reply);
      break;
    case netioconf_call_cancel:
      cancel(session, call, reply);
      break;
    case netioconf_call_advance:
      advance(session, call, reply);
      break;
    case netioconf_call_collect: {
      const netioconf_collect_call* collect = &call->body.collect;
      reply->notification_count = mailbox_collect(session->callbacks_may_come ? collect->at_least : 0,
                                                  collect->limit_ms, collect->grace_ms, session->output);
      break;
    }
  }
}

/* FreeMibTable returns nothing, and the calls after it are no functions. */
static void send_decision(struct session* session, const netioconf_call* call) {
  if (session->decided_by == NULL || call->call >= netioconf_call_free_table) return;
  const char* words = session->decided_by();
  const size_t size = strlen(words);
  const size_t sent = size < netioconf_most_text ? size : netioconf_most_text;
  if (sent != 0) output_frame(session->output, netioconf_kind_decided_by, words, sent);
}

void session_carry_out(struct session* session, const netioconf_call* call) {
  netioconf_reply reply = {0};
  const char* forbidden = session->forbids != NULL ? session->forbids(call) : NULL;
  const int is_function =
      call->call <= netioconf_call_free_table || call->call == netioconf_call_advance;
  if (is_function && !(session->functions->calls & 1u << call->call)) {
    unavailable(&reply, "the library has no such function");
  } else if (forbidden != NULL) {
    unavailable(&reply, forbidden);
  } else {
    make_call(session, call, &reply);
    if (may_call_back(call, &reply)) session->callbacks_may_come = 1;
    send_decision(session, call);
  }
  output_frame(session->output, netioconf_kind_reply, &reply, sizeof reply);
}
