#pragma once

#include "corpora/script.pb.h"
#include "oracle/model/host.h"
#include "oracle/model/rows.h"

// Encodes and decodes the parts of a script. The rules of corpora/codec/codec.h apply to each of them.
namespace netioconf::corpora::codec {

[[nodiscard]] oracle::SocketAddress decode(const proto::Address& message);
[[nodiscard]] oracle::Prefix decode(const proto::Prefix& message);
[[nodiscard]] oracle::RouteRow decode(const proto::RouteRow& message);
[[nodiscard]] oracle::AnycastRow decode(const proto::AnycastRow& message);
[[nodiscard]] oracle::LinkRow decode(const proto::LinkRow& message);
[[nodiscard]] oracle::Host decode(const proto::Host& message);

// An address is encoded with the members of its family if they reproduce its bytes exactly, else with
// those of the other family if these do, else as `raw`.
[[nodiscard]] proto::Address encode(const oracle::SocketAddress& address);
[[nodiscard]] proto::RouteRow encode(const oracle::RouteRow& row);
[[nodiscard]] proto::Host encode(const oracle::Host& host);

}  // namespace netioconf::corpora::codec
