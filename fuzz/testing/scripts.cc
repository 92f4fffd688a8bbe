#include "fuzz/testing/scripts.h"

#include "corpora/codec/codec.h"

namespace netioconf::fuzz {
namespace {

oracle::RouteRow a_route() {
  oracle::RouteRow row;
  row.luid = oracle::first_luid;
  row.destination = {.address = oracle::ipv4(10, 0, 0, 0), .length = 8};
  row.next_hop = oracle::ipv4(10, 0, 0, 1);
  row.valid_lifetime_s = row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.protocol = oracle::protocol_netmgmt;
  return row;
}

oracle::Operation on_a_route(oracle::Call call) {
  return oracle::RouteCall{.call = call, .row = a_route(), .misalignment = 0};
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
