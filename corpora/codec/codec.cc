#include "corpora/codec/codec.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "corpora/codec/codec_operations.h"
#include "corpora/codec/codec_rows.h"
#include "corpora/codec/many.h"
#include "oracle/model/host.h"

namespace netioconf::corpora::codec {
namespace {

std::vector<oracle::Prefix> possible_addresses(const std::vector<oracle::Prefix>& addresses) {
  std::vector<oracle::Prefix> possible;
  for (const oracle::Prefix& address : addresses) {
    const bool taken = std::ranges::any_of(
        possible, [&](const oracle::Prefix& earlier) { return earlier.address == address.address; });
    if (oracle::is_link_address(address) && !taken) possible.push_back(address);
  }
  return possible;
}

std::vector<oracle::Link> possible_links(const std::vector<oracle::Link>& links) {
  std::vector<oracle::Link> possible;
  for (const oracle::Link& link : links) {
    if (!why_ignored(link, possible).empty()) continue;
    possible.push_back(link);
    possible.back().addresses = possible_addresses(link.addresses);
  }
  return possible;
}

// So many operations, or more, are written as one that is repeated.
constexpr std::size_t run_min = 8;

// How often the operation at this position is repeated there.
std::size_t times_at(const std::vector<oracle::Operation>& operations, std::size_t first) {
  if (operations.size() - first < run_min) return 1;
  std::size_t times = 1;
  while (first + times < operations.size() &&
         operations[first + times] ==
             nth_of_many(operations[first], static_cast<std::uint32_t>(times))) {
    ++times;
  }
  return times < run_min ? 1 : times;
}

}  // namespace

std::string_view why_ignored(const oracle::Link& link, std::span<const oracle::Link> earlier) {
  const auto is_taken = [&](auto member) {
    return std::ranges::find(earlier, link.*member, member) != earlier.end();
  };
  if (link.luid == 0) return "LUID 0";
  if (link.index == 0) return "index 0";
  if (is_taken(&oracle::Link::luid)) return "the LUID of an earlier link";
  if (is_taken(&oracle::Link::index)) return "the index of an earlier link";
  return "";
}

oracle::Script decode(const proto::Script& message) {
  oracle::Script script;
  script.host = message.has_host() ? decode(message.host()) : oracle::plain_host();
  script.host.links = possible_links(script.host.links);
  for (const proto::Operation& said : message.operations()) {
    if (!has_call(said)) continue;
    oracle::Operation operation;
    read_operation(said, operation);
    const std::uint32_t times = said.has_times() ? said.times() : 1;
    for (std::uint32_t number = 0; number < times; ++number) {
      if (script.operations.size() == operation_count_max) break;
      script.operations.push_back(nth_of_many(operation, number));
    }
  }
  return script;
}

proto::Script encode(const oracle::Script& script) {
  proto::Script message;
  if (script.host != oracle::plain_host()) *message.mutable_host() = encode(script.host);
  const std::vector<oracle::Operation>& operations = script.operations;
  for (std::size_t first = 0; first < operations.size();) {
    proto::Operation& operation = *message.add_operations() = encode(operations[first]);
    const std::size_t times = times_at(operations, first);
    if (times > 1) operation.set_times(static_cast<std::uint32_t>(times));
    first += times;
  }
  return message;
}

}  // namespace netioconf::corpora::codec
