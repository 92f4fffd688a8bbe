/* The functions that a testee needs from its system. Each system implements them in a file of its own;
 * all other code is the same everywhere. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Copies from an arbitrary address; 0 if not every byte can be read. */
int read_untrusted(const void* address, void* to, size_t size);

/* The function of that name in a loaded library, or NULL. */
void* find_function(void* loaded, const char* name);

/* Allocates the new size, copies the old content and frees the old memory. On failure it returns NULL
 * and frees nothing. */
void* enlarge(void* memory, size_t size_before, size_t size);

/* Sends bytes to netioconf; ends the process if the reader is gone. */
void send_bytes(const uint8_t* bytes, size_t size);

/* The lock of the mailbox, which callbacks take on threads of the library. */
void lock_mailbox(void);
void unlock_mailbox(void);
/* With the lock held: wakes a waiting thread. */
void announce_arrival(void);
/* With the lock held: releases it until an arrival is announced, and takes it again; 0 if the time
 * until_ms of now_ms has passed. */
int wait_for_arrival(uint64_t until_ms);
uint64_t now_ms(void);

#ifdef __cplusplus
}
#endif
