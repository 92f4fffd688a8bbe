#include "conformance/implementations/driver/import.h"

void import_documented(struct library* library) {
  *library = (struct library){.initialize_route = InitializeIpForwardEntry,
                              .create_route = CreateIpForwardEntry2,
                              .set_route = SetIpForwardEntry2,
                              .get_route = GetIpForwardEntry2,
                              .delete_route = DeleteIpForwardEntry2,
                              .route_table = GetIpForwardTable2,
                              .best_route = GetBestRoute2,
                              .notify_route_change = NotifyRouteChange2,
                              .cancel_notification = CancelMibChangeNotify2,
                              .create_anycast = CreateAnycastIpAddressEntry,
                              .get_anycast = GetAnycastIpAddressEntry,
                              .delete_anycast = DeleteAnycastIpAddressEntry,
                              .anycast_table = GetAnycastIpAddressTable,
                              .get_link = GetIpInterfaceEntry,
                              .free_table = FreeMibTable,
                              .calls = 0x7FFF};
}
