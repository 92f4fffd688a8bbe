#pragma once

#include <gmock/gmock.h>

#include "conformance/implementations/api/api.h"

namespace netioconf::conformance::implementations::inline api {

// Has every function. Each succeeds without any effect, unless a test sets it up otherwise.
class MockApi : public Api {
 public:
  MockApi() {
    ON_CALL(*this, has).WillByDefault(testing::Return(true));
    ON_CALL(*this, has_reset).WillByDefault(testing::Return(true));
    ON_CALL(*this, synchronous_callbacks).WillByDefault(testing::Return(true));
    ON_CALL(*this, describe).WillByDefault(testing::Return(1));
  }

  MOCK_METHOD(bool, has, (oracle::Call), (const, override));
  MOCK_METHOD(bool, has_reset, (), (const, override));
  MOCK_METHOD(bool, synchronous_callbacks, (), (const, override));
  MOCK_METHOD(std::string, decided_by, (), (const, override));
  MOCK_METHOD(std::string, unaskable, (ADDRESS_FAMILY), (const, override));
  MOCK_METHOD(int, reset, (const netioconf_host&), (override));
  MOCK_METHOD(int, describe, (netioconf_host*), (override));
  MOCK_METHOD(int, advance, (std::uint32_t), (override));
  MOCK_METHOD(void, initialize_route, (MIB_IPFORWARD_ROW2*), (override));
  MOCK_METHOD(NETIO_STATUS, create_route, (const MIB_IPFORWARD_ROW2*), (override));
  MOCK_METHOD(NETIO_STATUS, set_route, (const MIB_IPFORWARD_ROW2*), (override));
  MOCK_METHOD(NETIO_STATUS, get_route, (MIB_IPFORWARD_ROW2*), (override));
  MOCK_METHOD(NETIO_STATUS, delete_route, (const MIB_IPFORWARD_ROW2*), (override));
  MOCK_METHOD(NETIO_STATUS, route_table, (ADDRESS_FAMILY, MIB_IPFORWARD_TABLE2**), (override));
  MOCK_METHOD(NETIO_STATUS, best_route,
              (NET_LUID*, NET_IFINDEX, const SOCKADDR_INET*, const SOCKADDR_INET*, ULONG,
               MIB_IPFORWARD_ROW2*, SOCKADDR_INET*),
              (override));
  MOCK_METHOD(NETIO_STATUS, notify_route_change,
              (ADDRESS_FAMILY, PIPFORWARD_CHANGE_CALLBACK, PVOID, BOOLEAN, HANDLE*), (override));
  MOCK_METHOD(NETIO_STATUS, cancel_notification, (HANDLE), (override));
  MOCK_METHOD(NETIO_STATUS, create_anycast, (const MIB_ANYCASTIPADDRESS_ROW*), (override));
  MOCK_METHOD(NETIO_STATUS, get_anycast, (MIB_ANYCASTIPADDRESS_ROW*), (override));
  MOCK_METHOD(NETIO_STATUS, delete_anycast, (const MIB_ANYCASTIPADDRESS_ROW*), (override));
  MOCK_METHOD(NETIO_STATUS, anycast_table, (ADDRESS_FAMILY, MIB_ANYCASTIPADDRESS_TABLE**), (override));
  MOCK_METHOD(NETIO_STATUS, get_link, (MIB_IPINTERFACE_ROW*), (override));
  MOCK_METHOD(void, free_table, (PVOID), (override));
};

using AnyApi = testing::NiceMock<MockApi>;

}  // namespace netioconf::conformance::implementations::inline api
