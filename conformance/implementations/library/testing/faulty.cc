#include "conformance/implementations/library/testing/faulty.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "conformance/execution/implementation.h"
#include "conformance/execution/observe.h"
#include "conformance/implementations/isolation/isolate.h"
#include "conformance/implementations/library/library.h"
#include "oracle/model/samples.h"

namespace netioconf::conformance::implementations::library {

using oracle::Call;

std::string faulty_library(const std::string& fault) {
  return FAULTY_LIBRARIES "/libfaulty_" + fault + ".so";
}

bool comes_true(const std::function<bool()>& what) {
  const auto deadline = std::chrono::steady_clock::now() + unhurried;
  while (!what() && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  return what();
}

std::unique_ptr<execution::Implementation> isolated(const std::string& fault,
                                                    std::chrono::milliseconds time_limit) {
  const std::string path = faulty_library(fault);
  auto transport = isolation::isolated_transport(path, [path] { return load_library(path); },
                                                 {.time_limit = time_limit});
  EXPECT_TRUE(transport.has_value()) << transport.error();
  return execution::implementation_of(fault, std::move(*transport));
}

oracle::RouteRow a_route() { return on(oracle::a_route(), oracle::first_luid, 0); }

oracle::AnycastRow an_anycast() {
  return {.address = oracle::ipv4(10, 0, 0, 7), .luid = oracle::first_luid};
}

oracle::Operation on_a_route(Call call) { return oracle::RouteCall{.call = call, .row = a_route()}; }

oracle::Script script_of(std::vector<oracle::Operation> operations) {
  return {.name = "test", .host = oracle::plain_host(), .operations = std::move(operations)};
}

oracle::Script ordinary_script() {
  return script_of({on_a_route(Call::create_route), on_a_route(Call::get_route),
                    on_a_route(Call::create_route), on_a_route(Call::delete_route),
                    oracle::AnycastCall{.call = Call::create_anycast, .row = an_anycast()},
                    oracle::AnycastCall{.call = Call::get_anycast, .row = an_anycast()},
                    oracle::AnycastCall{.call = Call::delete_anycast, .row = an_anycast()}});
}

}  // namespace netioconf::conformance::implementations::library
