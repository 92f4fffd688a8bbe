#include "conformance/emulator/exports/form.h"
#include "conformance/emulator/exports/forwarding/system_dll.h"
#include "conformance/emulator/exports/forwarding/system_host.h"
#include "conformance/emulator/exports/owned_tables.h"

namespace netioconf::conformance::emulator::exports {

LibraryForm form() {
  return {.personality = "windows", .delivery = Delivery::own_thread, .host = forwarding::system_host()};
}

void free_foreign_table(void* memory) {
  const auto free = forwarding::system_function_as<void(PVOID)>("FreeMibTable");
  free != nullptr ? free(memory) : report_foreign_table(memory);
}

std::optional<NETIO_STATUS> cancel_foreign(HANDLE handle) {
  const auto cancel = forwarding::system_function_as<NETIO_STATUS(HANDLE)>("CancelMibChangeNotify2");
  return cancel != nullptr ? std::optional(cancel(handle)) : std::nullopt;
}

}  // namespace netioconf::conformance::emulator::exports
