#include "corpora/codec/codec.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "corpora/codec/codec_operations.h"
#include "corpora/codec/codec_rows.h"
#include "corpora/codec/many.h"
#include "oracle/model/host.h"

namespace netioconf::corpora::codec {
namespace {

// Two links of a host cannot have the same LUID or the same index.
std::vector<oracle::Link> possible_links(const std::vector<oracle::Link>& links) {
  std::vector<oracle::Link> possible;
  for (const oracle::Link& link : links) {
    const bool taken = std::any_of(possible.begin(), possible.end(), [&](const oracle::Link& earlier) {
      return earlier.luid == link.luid || earlier.index == link.index;
    });
    if (link.luid != 0 && link.index != 0 && !taken) possible.push_back(link);
  }
  return possible;
}

}  // namespace

oracle::Script decode(const proto::Script& message) {
  oracle::Script script;
  script.host = message.has_host() ? decode(message.host()) : oracle::plain_host();
  script.host.links = possible_links(script.host.links);
  for (const proto::Operation& said : message.operations()) {
    const auto operation = decode(said);
    if (!operation) continue;
    const std::uint32_t times = said.has_times() ? said.times() : 1;
    for (std::uint32_t number = 0; number < times; ++number) {
      if (script.operations.size() == operation_count_max) break;
      script.operations.push_back(nth_of_many(*operation, number));
    }
  }
  return script;
}

proto::Script encode(const oracle::Script& script) {
  proto::Script message;
  if (script.host != oracle::plain_host()) *message.mutable_host() = encode(script.host);
  for (const oracle::Operation& operation : script.operations) {
    *message.add_operations() = encode(operation);
  }
  return message;
}

}  // namespace netioconf::corpora::codec
