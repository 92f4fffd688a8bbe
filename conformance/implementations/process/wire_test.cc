#include <gtest/gtest.h>

// Requires that GoogleTest is included first.
#include <rapidcheck/gtest.h>

#include "conformance/implementations/process/request.h"
#include "conformance/implementations/process/testing/wire_checks.h"

namespace netioconf::conformance::implementations::process {
namespace {

Bytes bytes_of(const std::vector<std::uint8_t>& numbers) { return std::as_bytes(std::span{numbers}); }

RC_GTEST_PROP(EitherParser, TakesAnyBytes,
              (const std::vector<std::uint8_t>& bytes, std::uint8_t first)) {
  check_driver_parser(bytes_of(bytes), first);
  check_testee_parser(bytes_of(bytes));
}

RC_GTEST_PROP(EitherParser, TakesAnyFrames,
              (const std::vector<std::uint8_t>& records, std::uint8_t first)) {
  check_driver_parser(frames_from(bytes_of(records), 0x100), first);
  check_testee_parser(frames_from(bytes_of(records), 0));
}

RC_GTEST_PROP(TheTesteesParser, TakesASpoiltScript, (std::uint16_t at, std::uint8_t value)) {
  RequestEncoder encoder{
      {.version = 1, .flags = 0, .calls = 0x27fff, .most_payload = 1 << 20, .zero = 0}, no_patience};
  const Request request = encoder.encode({oracle::RouteCall{}, oracle::TableCall{}, oracle::LinkCall{}});
  for (const std::uint32_t size : {NETIOCONF_HOST_SIZE_1, std::uint32_t{sizeof(netioconf_host)}}) {
    auto bytes = script(1, Start::reset, {.size = size}, request.calls);
    bytes[at % bytes.size()] = static_cast<std::byte>(value);
    check_testee_parser(bytes);
    bytes.resize(at % bytes.size());
    check_testee_parser(bytes);
  }
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process
