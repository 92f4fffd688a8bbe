/* The emulator as a fake of Windows: what a test does to the machine while a program makes documented
 * calls on it.
 *
 * This header needs no other one, so it can be included together with the headers of Windows. Functions
 * that return int return 0 on success and another number, without any effect, on failure. Except for
 * netioemu_start, they may be called at any time and from any thread, also from callbacks.
 *
 * A child of fork() has a copy of the machine, with the registrations, and threads of its own. A change
 * is notified in the process that made it. A child that is made in a callback may make calls, but should
 * not return from the callback.
 *
 *   netioemu_start(NULL);
 *   netioemu_seed_like_windows();
 *   ... the program under test adds a route ...
 *   netioemu_disconnect_link(NETIOEMU_ETHERNET_LUID);
 */
#ifndef NETIOCONF_CONFORMANCE_EMULATOR_EXPORTS_NETIOEMU_H
#define NETIOCONF_CONFORMANCE_EMULATOR_EXPORTS_NETIOEMU_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The links of the machine of netioemu_start. The loopback link has the addresses 127.0.0.1/8 and
 * ::1/128, and the other link 192.0.2.10/24 and 2001:db8::10/64. */
#define NETIOEMU_LOOPBACK_LUID 0x0018000000000000u
#define NETIOEMU_LOOPBACK_INDEX 1u
#define NETIOEMU_ETHERNET_LUID 0x0006000001000000u
#define NETIOEMU_ETHERNET_INDEX 2u

/* Begins as a new machine: its tables are empty, it has no registration, and nothing below is in effect.
 * personality is "common", "literal", "windows" or "lenient". NULL stands for the one that the
 * environment variable NETIOEMU_PERSONALITY names, without it "windows". Callbacks run on a thread of
 * the library, unless the environment variable NETIOEMU_CALLBACKS says otherwise ("caller", "own",
 * "concurrent"). With NETIOEMU_SEED=windows the tables are seeded as netioemu_seed_like_windows does.
 * Fails for unknown names, also in these variables, and in a callback. No other call may run at the same
 * time. */
int netioemu_start(const char* personality);

/* From now on, also after netioconf_reset, the tables contain the routes that Windows has for the
 * addresses of the links: subnets, the addresses themselves, broadcast addresses and multicast, all with
 * metric 256, protocol 2 (local) and origin 1 (well known). They come and go with the addresses. */
int netioemu_seed_like_windows(void);

enum netioemu_callbacks {
  NETIOEMU_CALLERS_THREAD, /* before the call that changes something returns, one at a time */
  NETIOEMU_OWN_THREAD,     /* as on Windows: on a thread of the library, one at a time */
  NETIOEMU_CONCURRENT      /* on several such threads, also at the same time and in any order */
};

/* One of enum netioemu_callbacks. Waits for the callbacks that run. Fails in a callback. */
int netioemu_set_callbacks(int where);
/* Waits until every change so far has been notified. Returns at once in a callback. */
int netioemu_wait_for_callbacks(void);

typedef struct netioemu_link {
  uint64_t luid;    /* not 0; no other link has it */
  uint32_t index;   /* not 0; no other link has it */
  uint32_t metric;  /* of both families */
  uint8_t loopback; /* 1: a loopback link */
} netioemu_link;

/* A link with both families that is connected and has no address. A machine has at most 16 links. */
int netioemu_add_link(const netioemu_link* link);
/* Its routes are removed and notified. Its anycast addresses are removed. */
int netioemu_remove_link(uint64_t luid);
/* These notify of nothing, because the routes of a link that is not connected stay in the table. They
 * fail if the link is connected or disconnected already. */
int netioemu_connect_link(uint64_t luid);
int netioemu_disconnect_link(uint64_t luid);
/* An address with the length of its subnet, such as "192.0.2.10/24" or "2001:db8::10/64". With a seed,
 * routes are added and notified. Fails if the link has 4 addresses or this one, and for these:
 *  - a length above 32, of IPv6 above 128; 0 is a length;
 *  - IPv4: 0.0.0.0/8, multicast and above (224.0.0.0 to 255.255.255.255), and the first and the last
 *    address of a subnet shorter than 31 bits;
 *  - IPv6: "::", multicast (ff00::/8), and IPv4 addresses as IPv6 (::ffff:0:0/96);
 *  - 127.0.0.0/8 and ::1, if it is no loopback link. */
int netioemu_add_address(uint64_t luid, const char* address);
/* The address without a length. With a seed, routes are removed and notified. */
int netioemu_remove_address(uint64_t luid, const char* address);

/* The nth call from now of a documented function (1 is the next one) answers this status and does
 * nothing else, but that the table or handle that it would return is NULL. Fails for a name of no
 * function that returns a status, and if that call has such a status already: it keeps the first.
 * netioemu_start takes all of them back. */
int netioemu_answer(const char* function, uint32_t nth, uint32_t status);
/* 0: from now on calls that create, set or delete answer "access denied". 1: they do not, as at first.
 */
int netioemu_set_elevated(int elevated);
/* The next calls that name the link, so many of them, answer "not found", as if it was not ready. A
 * second time replaces the first; 0 calls or the removal of the link end it. Fails if no link has this
 * LUID. */
int netioemu_delay_link(uint64_t luid, uint32_t calls);

/* Moves the clock of ages and lifetimes. From the first call after netioemu_start or netioconf_reset on,
 * the clock moves by these calls only. The same function is declared in netioapi.h. */
int netioconf_advance(uint32_t seconds);

#ifdef __cplusplus
}
#endif

#endif
