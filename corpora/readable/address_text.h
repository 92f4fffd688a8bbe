#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpora/script.pb.h"

namespace netioconf::corpora::readable {

// An address as people write it, "198.51.100.7" or "2001:db8::7", and a prefix, "198.51.100.0/24". Bits
// after the length are kept. nullopt: the text is not one.
[[nodiscard]] std::optional<proto::Address> address_from(std::string_view text);
[[nodiscard]] std::optional<proto::Prefix> prefix_from(std::string_view text);

// The text from which the function above reads exactly this message. nullopt: there is none, because the
// message contains more than an address or a prefix, such as a port, another family or padding.
[[nodiscard]] std::optional<std::string> text_of(const proto::Address& address);
[[nodiscard]] std::optional<std::string> text_of(const proto::Prefix& prefix);

}  // namespace netioconf::corpora::readable
