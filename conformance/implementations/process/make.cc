#include "conformance/implementations/process/make.h"

#include "conformance/implementations/process/process_transport.h"

namespace netioconf::conformance::implementations::process {

MadeTransport make_process(const ImplementationName& name, const ImplementationOptions& options) {
  return process_transport(name.argument, {.time_limit = options.time_limit,
                                           .start_limit = 4 * options.time_limit,
                                           .keep_going = options.keep_going});
}

}  // namespace netioconf::conformance::implementations::process
