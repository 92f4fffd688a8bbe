#include "conformance/implementations/wine/make.h"

#include "conformance/repository/repository_paths.h"

namespace netioconf::conformance::implementations::wine {

MadeTransport make_wine(const ImplementationName& name, const ImplementationOptions& options) {
  // Wine starts slowly, especially on a busy machine.
  constexpr std::chrono::milliseconds start_limit{60000};
  return wine_transport(name.argument, wine_places(),
                        {.time_limit = options.time_limit,
                         .start_limit = start_limit,
                         .called = text_of(name),
                         .keep_going = options.keep_going});
}

WinePlaces wine_places() {
  return {.testees = repository::windows_programs(),
          .prefixes = repository::wine_prefixes(),
          .network = repository::own_network()};
}

}  // namespace netioconf::conformance::implementations::wine
