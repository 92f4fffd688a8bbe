#pragma once

#include <optional>
#include <string_view>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/notifier.h"

// In what the forms of the library differ: libnetioemu.so and iphlpapi.dll for programs
// (form_user_mode.cc), netio.sys for drivers and libraries for the tests of the suite (form_driver.cc),
// and the iphlpapi.dll that forwards to that of the system (form_forwarding.cc). Each library links one
// definition.
namespace netioconf::conformance::emulator::exports {

struct LibraryForm {
  std::string_view personality;
  Delivery delivery;
  std::optional<netioconf_host> host;  // Nothing: that of the emulator.
};

// What a library is without settings in its environment. Called at its first use.
[[nodiscard]] LibraryForm form();

// For a table and a handle that the emulator did not give out. Nothing: the emulator refuses the handle.
void free_foreign_table(void* memory);
[[nodiscard]] std::optional<NETIO_STATUS> cancel_foreign(HANDLE handle);

}  // namespace netioconf::conformance::emulator::exports
