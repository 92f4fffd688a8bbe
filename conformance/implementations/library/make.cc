#include "conformance/implementations/library/make.h"

#include "conformance/implementations/isolation/make.h"
#include "conformance/implementations/library/library.h"

namespace netioconf::conformance::implementations::library {

MadeTransport make_library(const ImplementationName& name, const ImplementationOptions& options) {
  const auto load = [path = name.argument] { return load_library(path); };
  if (options.isolation == Isolation::foreign_code)
    return isolation::make_isolated(text_of(name), load, options);
  return isolation::make_here_or_isolated(text_of(name), load, options);
}

}  // namespace netioconf::conformance::implementations::library
