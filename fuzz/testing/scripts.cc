#include "fuzz/testing/scripts.h"

#include "corpora/codec/codec.h"
#include "oracle/model/samples.h"

namespace netioconf::fuzz {
namespace {

oracle::Operation on_a_route(oracle::Call call) {
  return oracle::RouteCall{.call = call, .row = on(oracle::a_route(), oracle::first_luid, 0)};
}

}  // namespace

oracle::Script a_created_route() {
  return {.host = oracle::plain_host(), .operations = {on_a_route(oracle::Call::create_route)}};
}

oracle::Script a_created_and_deleted_route() {
  oracle::Script script = a_created_route();
  script.operations.push_back(on_a_route(oracle::Call::delete_route));
  return script;
}

std::vector<std::uint8_t> binary_form(const oracle::Script& script) {
  const std::string bytes = corpora::codec::encode(script).SerializeAsString();
  return {bytes.begin(), bytes.end()};
}

}  // namespace netioconf::fuzz
