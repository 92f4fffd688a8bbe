#pragma once

#include <string>

#include "corpora/script.pb.h"
#include "oracle/model/trace.h"

namespace netioconf::corpora {

// What counts of a message that says more: what comes behind is left out.
inline constexpr int link_count_max = 16;
inline constexpr int operation_count_max = 65536;

// A trace with what is known of where it was recorded.
struct Recording {
  std::string implementation;  // as --implementation names it
  std::string system;          // what it ran on, with version
  std::string recorded;        // date; empty if the recorder was told none
  oracle::Trace trace;

  friend bool operator==(const Recording&, const Recording&) = default;
};

// Every message is some script. Numbers count with as many low bits as their member has, bytes behind
// the member's size are left out and missing ones are zero, an operation without a call is left out, and
// so is a link whose LUID or index is 0 or taken. The script gets no name: that is its place among the
// files.
[[nodiscard]] oracle::Script decode(const proto::Script& message);

// The canonical message: whatever equals its default is left out. For every nameless script within the
// limits, decode(encode(script)) == script.
[[nodiscard]] proto::Script encode(const oracle::Script& script);

// The same for traces, except that links stay as the implementation gave them and that the number of
// steps has no limit.
[[nodiscard]] Recording decode(const proto::Trace& message);
[[nodiscard]] proto::Trace encode(const Recording& recording);

}  // namespace netioconf::corpora
