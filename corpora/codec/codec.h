#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "corpora/script.pb.h"
#include "oracle/model/trace.h"

namespace netioconf::corpora::codec {

// Limits. Links, addresses and operations of a message beyond them are ignored.
inline constexpr int link_count_max = 16;
inline constexpr int operation_count_max = 65536;

// A trace and its origin.
struct Recording {
  std::string implementation;  // as --implementation names it
  std::string system;          // the system that it ran on, with version
  std::string recorded;        // date; empty if the recorder got none
  oracle::Trace trace;

  friend bool operator==(const Recording&, const Recording&) = default;
};

// Every message is a valid script. A number is reduced to as many low bits as its member has. Bytes
// beyond the size of a member are ignored and missing bytes are zero. Operations without a call are
// ignored, and so are links whose LUID or index is 0 or already used, and addresses that no link can
// have. The script has no name, because the name is the location of its file.
[[nodiscard]] oracle::Script decode(const proto::Script& message);

// Why decode() ignores a link of a script after the earlier links of its host: "index 0"; empty: it does
// not.
[[nodiscard]] std::string_view why_ignored(const oracle::Link& link,
                                           std::span<const oracle::Link> earlier);

// The canonical message: members that equal their default are omitted. For every script without a name
// within the limits, decode(encode(script)) == script.
[[nodiscard]] proto::Script encode(const oracle::Script& script);

// The same for traces, except that links stay as the implementation reported them and that the number of
// steps is unlimited.
[[nodiscard]] Recording decode(const proto::Trace& message);
[[nodiscard]] proto::Trace encode(const Recording& recording);

}  // namespace netioconf::corpora::codec
