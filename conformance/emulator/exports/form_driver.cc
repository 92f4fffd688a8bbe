#include "conformance/emulator/exports/form.h"
#include "conformance/emulator/exports/owned_tables.h"

namespace netioconf::conformance::emulator::exports {

LibraryForm form() {
  return {.personality = "common", .delivery = Delivery::callers_thread, .host = {}};
}

void free_foreign_table(void* memory) { report_foreign_table(memory); }

std::optional<NETIO_STATUS> cancel_foreign(HANDLE) { return std::nullopt; }

}  // namespace netioconf::conformance::emulator::exports
