/* The frames between netioconf and a testee, as C structures. PROTOCOL.md describes their meaning.
 *
 * Rows, addresses and hosts are the structures of conformance/abi/netioapi.h, here as plain bytes. So
 * this header needs no other one and can be used together with any system's own headers. All numbers are
 * little-endian, and the offset of every member is a multiple of its size.
 */
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  netioconf_version = 1,
  netioconf_mark = 0x4E43, /* "CN" */

  netioconf_most_payload = 1 << 20,       /* bytes in one frame */
  netioconf_most_text = 1024,             /* bytes of REFUSED and DECIDED_BY */
  netioconf_most_slots = 1024,            /* kept tables, and registrations, of one script */
  netioconf_most_notifications = 1 << 16, /* of one step */
  netioconf_most_rows = 1 << 21,          /* of one step */
  netioconf_most_rows_in_all = 1 << 23,   /* in the answers to one script */
};

/* Kinds of frames. */
enum {
  netioconf_kind_hello = 0x0001,
  netioconf_kind_describe = 0x0002,
  netioconf_kind_script = 0x0003,

  netioconf_kind_welcome = 0x0101,
  netioconf_kind_host = 0x0102,
  netioconf_kind_begun = 0x0103,
  netioconf_kind_other_host = 0x0104,
  netioconf_kind_rows = 0x0105,
  netioconf_kind_notifications = 0x0106,
  netioconf_kind_reply = 0x0107,
  netioconf_kind_done = 0x0108,
  netioconf_kind_refused = 0x0109,
  netioconf_kind_decided_by = 0x010A,
  netioconf_kind_freeing = 0x010B,
};

/* What a script begins with: netioconf_script.start. */
enum {
  netioconf_start_resume = 0,
  netioconf_start_fresh = 1,
  netioconf_start_reset = 2,
  netioconf_start_reset_with_details = 3,
};

/* netioconf_welcome.flags */
enum {
  netioconf_can_reset = 1,
  netioconf_calls_back_at_once = 2,
  netioconf_takes_details = 4,
};

/* netioconf_call.call, and the bits of netioconf_welcome.calls up to free_table and for advance. */
enum {
  netioconf_call_initialize_route = 0,
  netioconf_call_create_route = 1,
  netioconf_call_set_route = 2,
  netioconf_call_get_route = 3,
  netioconf_call_delete_route = 4,
  netioconf_call_route_table = 5,
  netioconf_call_best_route = 6,
  netioconf_call_notify = 7,
  netioconf_call_cancel = 8,
  netioconf_call_create_anycast = 9,
  netioconf_call_get_anycast = 10,
  netioconf_call_delete_anycast = 11,
  netioconf_call_anycast_table = 12,
  netioconf_call_get_link = 13,
  netioconf_call_free_table = 14,
  netioconf_call_collect = 15,
  netioconf_call_reread_table = 16,
  netioconf_call_advance = 17,
  netioconf_call_count,
};

/* netioconf_call.flags */
enum {
  netioconf_null_row = 0x0001,
  netioconf_null_table = 0x0002,
  netioconf_keep_table = 0x0004,
  netioconf_null_luid = 0x0008,
  netioconf_null_source = 0x0010,
  netioconf_null_destination = 0x0020,
  netioconf_null_best_route = 0x0040,
  netioconf_null_best_source = 0x0080,
  netioconf_initial_notification = 0x0100,
  netioconf_null_callback = 0x0200,
  netioconf_null_handle = 0x0400,
  netioconf_all_call_flags = 0x07FF,
};

/* netioconf_reply.ending */
enum {
  netioconf_returned = 0,
  netioconf_crashed = 1,
  netioconf_hung = 2,
  netioconf_exited = 3,
  netioconf_unavailable = 5,
};

/* netioconf_reply.flags */
enum {
  netioconf_wrote_outside = 1,
  netioconf_null_pointer = 2,
  netioconf_unreadable = 4,
  netioconf_all_reply_flags = 7,
};

/* Sizes of documented structures in bytes. */
enum {
  netioconf_address_size = 28,   /* SOCKADDR_INET */
  netioconf_route_size = 104,    /* MIB_IPFORWARD_ROW2 */
  netioconf_anycast_size = 48,   /* MIB_ANYCASTIPADDRESS_ROW */
  netioconf_link_size = 168,     /* MIB_IPINTERFACE_ROW */
  netioconf_host_size = 392,     /* netioconf_host up to its details */
  netioconf_details_size = 2176, /* netioconf_host.details */
};

/* The header of every frame. */
typedef struct netioconf_frame {
  uint32_t size; /* bytes of payload */
  uint16_t kind;
  uint16_t mark;
  uint32_t request;
  uint32_t step;
} netioconf_frame;

typedef struct netioconf_hello {
  uint16_t oldest, newest; /* supported versions */
  uint32_t most_payload;   /* bytes accepted in one frame */
  uint32_t time_limit_ms;  /* for one step */
  uint32_t zero;
} netioconf_hello;

typedef struct netioconf_welcome {
  uint16_t version;
  uint16_t flags;
  uint32_t calls;        /* bit n: call n can be made */
  uint32_t most_payload; /* bytes accepted in one frame */
  uint32_t zero;
  char system[64]; /* name and version of the implementation, padded with zeros */
} netioconf_welcome;

/* What a SCRIPT begins with. Details follow if start says so, then its calls. */
typedef struct netioconf_script {
  uint32_t start;
  uint32_t count; /* calls */
  uint8_t host[netioconf_host_size];
} netioconf_script;

typedef struct netioconf_best_route_call {
  uint64_t luid;
  uint32_t index;
  uint32_t sort_options;
  uint8_t source[netioconf_address_size];
  uint8_t destination[netioconf_address_size];
  uint8_t best_route[netioconf_route_size];    /* content of the memory before the call */
  uint8_t best_source[netioconf_address_size]; /* content of the memory before the call */
  uint32_t zero;
} netioconf_best_route_call;

typedef struct netioconf_collect_call {
  uint32_t at_least;
  uint32_t limit_ms; /* longest wait for them */
  uint32_t grace_ms; /* wait after that */
} netioconf_collect_call;

typedef struct netioconf_advance_call {
  uint32_t seconds;
} netioconf_advance_call;

typedef struct netioconf_call {
  uint16_t call;
  uint16_t flags;
  uint16_t family;
  uint16_t misalignment; /* of the row, 0 to 7 bytes */
  uint32_t slot;         /* of a kept table or a registration */
  uint32_t zero;
  union {
    uint8_t route[netioconf_route_size];
    uint8_t anycast[netioconf_anycast_size];
    uint8_t link[netioconf_link_size];
    netioconf_best_route_call best;
    netioconf_collect_call collect;
    netioconf_advance_call advance;
  } body;
} netioconf_call;

typedef struct netioconf_notification {
  uint32_t
      registration; /* slot, 0xffffffff: a context that was never passed, 0xfffffffe: an earlier one */
  uint32_t type;
  uint32_t no_row; /* 1: the row is NULL or cannot be read */
  uint32_t zero;
  uint8_t route[netioconf_route_size];
} netioconf_notification;

typedef struct netioconf_best_route_reply {
  uint8_t best_route[netioconf_route_size];
  uint8_t best_source[netioconf_address_size];
} netioconf_best_route_reply;

typedef struct netioconf_reply {
  uint32_t status;
  uint16_t ending;
  uint16_t flags;
  uint32_t row_count;
  uint32_t notification_count;
  union {
    uint8_t route[netioconf_route_size];
    uint8_t anycast[netioconf_anycast_size];
    uint8_t link[netioconf_link_size];
    netioconf_best_route_reply best;
    char text[netioconf_link_size]; /* with any ending but returned; padded with zeros */
  } body;
} netioconf_reply;

#ifdef __cplusplus
}
static_assert(sizeof(netioconf_frame) == 16 && sizeof(netioconf_hello) == 16);
static_assert(sizeof(netioconf_welcome) == 80 && sizeof(netioconf_script) == 400);
static_assert(sizeof(netioconf_call) == 224 && sizeof(netioconf_notification) == 120);
static_assert(sizeof(netioconf_reply) == 184);
#else
_Static_assert(sizeof(netioconf_frame) == 16 && sizeof(netioconf_hello) == 16, "frame, hello");
_Static_assert(sizeof(netioconf_welcome) == 80 && sizeof(netioconf_script) == 400, "welcome, script");
_Static_assert(sizeof(netioconf_call) == 224 && sizeof(netioconf_notification) == 120, "call");
_Static_assert(sizeof(netioconf_reply) == 184, "reply");
#endif
