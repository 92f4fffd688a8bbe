#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/serve.h"
#include "conformance/implementations/windows/system.h"

static HANDLE output_handle;
static SRWLOCK lock = SRWLOCK_INIT;
static CONDITION_VARIABLE arrival = CONDITION_VARIABLE_INIT;
static void (*crash_reporter)(const char* what);

int take_standard_streams(void) {
  const int output = _dup(1);
  if (output < 0 || _dup2(2, 1) != 0) return 0;
  output_handle = (HANDLE)_get_osfhandle(output);
  return output_handle != INVALID_HANDLE_VALUE;
}

/* A read from an open pipe may return zero bytes; only a closed pipe ends the input. */
static int may_deliver_more(HANDLE from) {
  return GetFileType(from) == FILE_TYPE_PIPE && PeekNamedPipe(from, NULL, 0, NULL, NULL, NULL);
}

size_t receive_bytes(uint8_t* bytes, size_t most) {
  DWORD count = 0;
  const HANDLE from = GetStdHandle(STD_INPUT_HANDLE);
  const DWORD wanted = most < (1u << 20) ? (DWORD)most : 1u << 20;
  while (ReadFile(from, bytes, wanted, &count, NULL)) {
    if (count != 0 || !may_deliver_more(from)) break;
  }
  return count;
}

/* Ignores errors: if the reader is gone the input ends too, and the tables must still be restored. */
void send_bytes(const uint8_t* bytes, size_t size) {
  DWORD count = 0;
  for (size_t done = 0; done < size; done += count) {
    const size_t rest = size - done;
    const DWORD now = rest < (1u << 16) ? (DWORD)rest : 1u << 16;
    if (!WriteFile(output_handle, bytes + done, now, &count, NULL)) return;
  }
}

/* The system reads the memory, so an invalid address gives an error instead of a crash. */
int read_untrusted(const void* address, void* to, size_t size) {
  SIZE_T count = 0;
  return ReadProcessMemory(GetCurrentProcess(), address, to, size, &count) && count == size;
}

void* enlarge(void* memory, size_t size_before, size_t size) {
  (void)size_before;
  return realloc(memory, size);
}

void* find_function(void* loaded, const char* name) {
  const FARPROC function = GetProcAddress((HMODULE)loaded, name);
  void* address;
  memcpy(&address, &function, sizeof address);
  return address;
}

void* load_library(const char* path, char* why_not, size_t size) {
  /* With a path, the DLLs next to the library take precedence over those next to this program. */
  HMODULE loaded = path == NULL ? LoadLibraryExA("iphlpapi.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32)
                                : LoadLibraryExA(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (loaded == NULL) {
    snprintf(why_not, size, "%.200s cannot be loaded (error %lu)", path == NULL ? "iphlpapi.dll" : path,
             GetLastError());
  }
  return loaded;
}

void lock_mailbox(void) { AcquireSRWLockExclusive(&lock); }

void unlock_mailbox(void) { ReleaseSRWLockExclusive(&lock); }

void announce_arrival(void) { WakeAllConditionVariable(&arrival); }

int wait_for_arrival(uint64_t until_ms) {
  const uint64_t now = now_ms();
  if (now >= until_ms) return 0;
  return SleepConditionVariableSRW(&arrival, &lock, (DWORD)(until_ms - now), 0) != 0;
}

uint64_t now_ms(void) { return GetTickCount64(); }

static LONG WINAPI report_crash(EXCEPTION_POINTERS* pointers) {
  char what[40];
  snprintf(what, sizeof what, "exception 0x%08lX", pointers->ExceptionRecord->ExceptionCode);
  crash_reporter(what);
  TerminateProcess(GetCurrentProcess(), 3);
  return EXCEPTION_EXECUTE_HANDLER;
}

void catch_crashes(void (*on_crash)(const char* what)) {
  crash_reporter = on_crash;
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
  SetUnhandledExceptionFilter(report_crash);
}

/* From ntdll.dll, whose functions return the true version. */
static void* of_ntdll(const char* name) { return find_function(GetModuleHandleA("ntdll.dll"), name); }

void name_system(char* name, size_t size) {
  RTL_OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};
  LONG(WINAPI * get_version)(RTL_OSVERSIONINFOW*);
  const char*(CDECL * wine_version)(void);
  void* address = of_ntdll("RtlGetVersion");
  memcpy(&get_version, &address, sizeof address);
  if (get_version != NULL) get_version(&version);
  int end = snprintf(name, size, "Windows %lu.%lu.%lu", version.dwMajorVersion, version.dwMinorVersion,
                     version.dwBuildNumber);
  address = of_ntdll("wine_get_version");
  memcpy(&wine_version, &address, sizeof address);
  if (wine_version != NULL) snprintf(name + end, size - (size_t)end, ", Wine %.20s", wine_version());
}

void default_journal(const char* name, char* path, size_t size) {
  char folder[MAX_PATH];
  const char* places[] = {"LOCALAPPDATA", "TEMP"};
  for (int place = 0; place < 2; ++place) {
    const DWORD length = GetEnvironmentVariableA(places[place], folder, sizeof folder);
    if (length == 0 || length >= sizeof folder) continue;
    snprintf(path, size, "%s\\%s", folder, name);
    return;
  }
  snprintf(path, size, "%s", name);
}
