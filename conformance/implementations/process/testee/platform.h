/* What a testee needs of the system that it runs on. Each system has a file of its own for it; all else
 * is the same everywhere. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Copies from an address that may lead anywhere; 0 if not every byte can be read. */
int read_foreign(const void* address, void* to, size_t size);

/* The function of that name in a library that was loaded, NULL if there is none. */
void* find_function(void* loaded, const char* name);

/* Memory of that size with what the smaller one held, which is freed. NULL, and nothing was freed, if
 * there is no more. */
void* enlarge(void* memory, size_t size_before, size_t size);

/* Hands bytes to netioconf; does not return when nobody reads any more. */
void send_bytes(const uint8_t* bytes, size_t size);

/* The lock of the mailbox, which threads of the library take. */
void lock_mailbox(void);
void unlock_mailbox(void);
/* With the lock held: wakes who waits. */
void announce_arrival(void);
/* With the lock held: gives it up until something was announced; 0 if that is no more before a moment
 * of now_ms. */
int wait_for_arrival(uint64_t until_ms);
uint64_t now_ms(void);
