#pragma once

#include <expected>
#include <string>

#include "conformance/export/reproduction.h"

namespace netioconf::conformance::exporting {

// Statements of an iproute2 program. The error says in one line what Linux or iproute2 lacks.
using IpWords = std::expected<std::string, std::string>;

[[nodiscard]] IpWords ip_words_of(const oracle::Host& host);
[[nodiscard]] IpWords ip_words_of(const oracle::Operation& operation, const oracle::Host& host);
[[nodiscard]] IpWords ip_words_of_expected(const ExpectedRoute& expected, const oracle::Host& host);

}  // namespace netioconf::conformance::exporting
