#include "conformance/implementations/library/make.h"

#include "conformance/implementations/isolation/make.h"
#include "conformance/implementations/library/library.h"

namespace netioconf::conformance::implementations::library {

MadeTransport make_library(const ImplementationName& name, const ImplementationOptions& options) {
  const std::string& path = name.argument;
  if (options.isolation != Isolation::none) {
    return isolation::make_isolated(text_of(name), [path] { return load_library_anew(path); }, options);
  }
  return isolation::make_here_or_isolated(text_of(name), [path] { return load_library(path); }, options);
}

}  // namespace netioconf::conformance::implementations::library
