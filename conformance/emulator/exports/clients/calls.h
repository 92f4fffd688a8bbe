#pragma once

// The documented functions as programs have them: on Windows from the headers of the system.
#ifdef _WIN32
#include <winsock2.h>
#include <ws2ipdef.h>
// These need the two above.
#include <iphlpapi.h>
#include <netioapi.h>
#else
#include "conformance/abi/netioapi.h"
#endif

#include "conformance/emulator/exports/netioemu.h"
