#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpora/files/diagnostic.h"
#include "corpora/script.pb.h"

namespace netioconf::corpora::text {

// Describes the first member of the message, or of a message in it, with a value that decode() would cut
// off: "length is 300, the maximum is 255". nullopt if there is none.
[[nodiscard]] std::optional<std::string> out_of_range(const google::protobuf::Message& message);

// What decode() would ignore or cut off in a script, without a path. nullopt if there is nothing. The
// script was read from the text, which is empty for the binary form; then there is
// no line.
[[nodiscard]] std::optional<files::Diagnostic> check_ranges(const proto::Script& script,
                                                            std::string_view text);

// The same for a trace.
[[nodiscard]] std::optional<files::Diagnostic> check_ranges(const proto::Trace& trace);

}  // namespace netioconf::corpora::text
