#pragma once

#include "conformance/implementations/linux/adapter.h"

// The documented calls on anycast addresses, on an adapter. It supports no IPv4 addresses.
namespace netioconf::conformance::implementations::linux {

[[nodiscard]] NETIO_STATUS create_anycast(Adapter& adapter, const MIB_ANYCASTIPADDRESS_ROW* row);
[[nodiscard]] NETIO_STATUS get_anycast(Adapter& adapter, MIB_ANYCASTIPADDRESS_ROW* row);
[[nodiscard]] NETIO_STATUS delete_anycast(Adapter& adapter, const MIB_ANYCASTIPADDRESS_ROW* row);
[[nodiscard]] NETIO_STATUS anycast_table(Adapter& adapter, ADDRESS_FAMILY family,
                                         MIB_ANYCASTIPADDRESS_TABLE** table);

}  // namespace netioconf::conformance::implementations::linux
