/* The functions that the testee needs from the kernel. */
#include <ntddk.h>

#include "conformance/implementations/driver/kernel.h"
#include "conformance/implementations/process/testee/platform.h"

enum { tag = 0x6f69744e }; /* "Ntio" */
static const size_t page = 4096;

static struct {
  uint8_t* bytes;
  size_t size, room, fetched;
  int lost;
} pending;

static KSPIN_LOCK mailbox_lock;
static KIRQL irql_before;
static KEVENT arrival;
static FAST_MUTEX apc_level;

void pending_open(void) {
  KeInitializeSpinLock(&mailbox_lock);
  KeInitializeEvent(&arrival, NotificationEvent, FALSE);
  ExInitializeFastMutex(&apc_level);
}

void pending_close(void) {
  if (pending.bytes != NULL) ExFreePoolWithTag(pending.bytes, tag);
  RtlZeroMemory(&pending, sizeof pending);
}

size_t pending_fetch(uint8_t* bytes, size_t most) {
  const size_t left = pending.size - pending.fetched;
  const size_t count = left < most ? left : most;
  RtlCopyMemory(bytes, pending.bytes + pending.fetched, count);
  pending.fetched += count;
  if (pending.fetched == pending.size) pending.fetched = pending.size = 0;
  return count;
}

int pending_lost(void) { return pending.lost; }

void* enlarge(void* memory, size_t size_before, size_t size) {
  void* larger = ExAllocatePoolWithTag(NonPagedPool, size, tag);
  if (larger == NULL) return NULL;
  if (memory != NULL) {
    RtlCopyMemory(larger, memory, size_before);
    ExFreePoolWithTag(memory, tag);
  }
  return larger;
}

void send_bytes(const uint8_t* bytes, size_t size) {
  if (pending.room - pending.size < size) {
    size_t more = pending.room == 0 ? device_most_output : pending.room;
    while (more - pending.size < size) more *= 2;
    uint8_t* larger = enlarge(pending.bytes, pending.size, more);
    if (larger == NULL) {
      pending.lost = 1;
      return;
    }
    pending.bytes = larger;
    pending.room = more;
  }
  RtlCopyMemory(pending.bytes + pending.size, bytes, size);
  pending.size += size;
}

/* Checks each page first, so an invalid address gives an error instead of a crash. */
int read_untrusted(const void* address, void* to, size_t size) {
  const ULONG_PTR first = (ULONG_PTR)address;
  if (first + size < first) return 0;
  for (ULONG_PTR at = first; at < first + size; at = (at | (page - 1)) + 1) {
    if (!MmIsAddressValid((PVOID)at)) return 0;
  }
  RtlCopyMemory(to, address, size);
  return 1;
}

void* find_function(void* loaded, const char* name) {
  (void)loaded;
  (void)name;
  return NULL;
}

void lock_mailbox(void) {
  KIRQL before;
  KeAcquireSpinLock(&mailbox_lock, &before);
  irql_before = before;
}

void unlock_mailbox(void) { KeReleaseSpinLock(&mailbox_lock, irql_before); }

void announce_arrival(void) { KeSetEvent(&arrival, IO_NO_INCREMENT, FALSE); }

int wait_for_arrival(uint64_t until_ms) {
  const uint64_t now = now_ms();
  if (now >= until_ms) return 0;
  LARGE_INTEGER wait = {.QuadPart = -(LONGLONG)((until_ms - now) * 10000)};
  KeClearEvent(&arrival);
  unlock_mailbox();
  const NTSTATUS status = KeWaitForSingleObject(&arrival, Executive, KernelMode, FALSE, &wait);
  lock_mailbox();
  return status == STATUS_SUCCESS;
}

uint64_t now_ms(void) {
  LARGE_INTEGER frequency;
  const LARGE_INTEGER now = KeQueryPerformanceCounter(&frequency);
  return (uint64_t)(now.QuadPart / frequency.QuadPart) * 1000 +
         (uint64_t)(now.QuadPart % frequency.QuadPart) * 1000 / (uint64_t)frequency.QuadPart;
}

/* Holding a fast mutex raises the IRQL to APC_LEVEL. */
void raise_to_apc_level(void) { ExAcquireFastMutex(&apc_level); }

void lower_from_apc_level(void) { ExReleaseFastMutex(&apc_level); }
