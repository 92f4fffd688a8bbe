#include "conformance/implementations/linux/make.h"

#include "conformance/implementations/isolation/make.h"
#include "conformance/implementations/linux/linux_api.h"

namespace netioconf::conformance::implementations::linux {

MadeTransport make_linux(const ImplementationName& name, const ImplementationOptions& options) {
  return isolation::make_isolated(text_of(name), linux_api, options);
}

}  // namespace netioconf::conformance::implementations::linux
