#pragma once

#include "corpora/script.pb.h"
#include "oracle/model/host.h"
#include "oracle/model/rows.h"

// The nouns of a script, each way: what corpora/codec/codec.h says of scripts holds for each of them.
namespace netioconf::corpora {

[[nodiscard]] oracle::SocketAddress decode(const proto::Address& message);
[[nodiscard]] oracle::Prefix decode(const proto::Prefix& message);
[[nodiscard]] oracle::RouteRow decode(const proto::RouteRow& message);
[[nodiscard]] oracle::AnycastRow decode(const proto::AnycastRow& message);
[[nodiscard]] oracle::LinkRow decode(const proto::LinkRow& message);
[[nodiscard]] oracle::Host decode(const proto::Host& message);

// An address is said with the members of its family where they give its bytes exactly, failing that with
// those of the other family, failing that raw.
[[nodiscard]] proto::Address encode(const oracle::SocketAddress& address);
[[nodiscard]] proto::Prefix encode(const oracle::Prefix& prefix);
[[nodiscard]] proto::RouteRow encode(const oracle::RouteRow& row);
[[nodiscard]] proto::AnycastRow encode(const oracle::AnycastRow& row);
[[nodiscard]] proto::LinkRow encode(const oracle::LinkRow& row);
[[nodiscard]] proto::Host encode(const oracle::Host& host);

}  // namespace netioconf::corpora
