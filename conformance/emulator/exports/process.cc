#include "conformance/emulator/exports/process.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#include <pthread.h>

#include <atomic>
#include <utility>

#include "conformance/emulator/exports/library.h"
#endif

namespace netioconf::conformance::emulator::exports {

#ifdef _WIN32

void keep_loaded() {
  HMODULE module = nullptr;
  GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                     reinterpret_cast<const char*>(&keep_loaded), &module);
}

void follow_forks(Library*) {}

#else

namespace {

using Locks = std::vector<std::unique_lock<std::mutex> >;

std::atomic<Library*> followed = nullptr;

// Changed only by the thread that holds all of them.
Locks& held() {
  static auto& locks = *new Locks;
  return locks;
}

void release() { const Locks released = std::exchange(held(), {}); }

void before_fork() {
  if (Library* library = followed) held() = library->hold();
}

void in_child() {
  if (Library* library = followed) library->emulator().forked();
  release();
}

}  // namespace

void keep_loaded() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&keep_loaded), &info) == 0) return;
  (void)dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
}

void follow_forks(Library* library) {
  static const int registered = pthread_atfork(&before_fork, &release, &in_child);
  followed = registered == 0 ? library : nullptr;
}

#endif

}  // namespace netioconf::conformance::emulator::exports
