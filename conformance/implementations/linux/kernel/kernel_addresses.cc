#include "conformance/implementations/linux/kernel/kernel_addresses.h"

#include <linux/if_addr.h>
#include <netinet/in.h>

namespace netioconf::conformance::implementations::linux::kernel {
namespace {

void put(NetlinkRequest& request, std::uint32_t ifindex, const LinkAddress& address) {
  ifaddrmsg header{};
  header.ifa_family = address.address.family;
  header.ifa_prefixlen = address.length;
  header.ifa_index = ifindex;
  request.put(header);
  request.put(IFA_LOCAL, address.address.bytes.data(), size_of(address.address));
}

}  // namespace

KernelAnswer add_address(Netlink& kernel, std::uint32_t ifindex, const LinkAddress& address) {
  NetlinkRequest request{RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL};
  put(request, ifindex, address);
  request.put(IFA_FLAGS, std::uint32_t{IFA_F_NOPREFIXROUTE | IFA_F_NODAD});
  return kernel.change(request);
}

KernelAnswer remove_address(Netlink& kernel, std::uint32_t ifindex, const LinkAddress& address) {
  NetlinkRequest request{RTM_DELADDR, 0};
  put(request, ifindex, address);
  return kernel.change(request);
}

}  // namespace netioconf::conformance::implementations::linux::kernel
