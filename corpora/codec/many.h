#pragma once

#include <cstdint>

#include "oracle/model/operation.h"

namespace netioconf::corpora::codec {

// The call of this number, from 0, if an operation is repeated: with the prefix that comes so many
// prefixes of its length after the row's destination, or with the address that comes so many after the
// row's. An address after the last one is the first.
[[nodiscard]] oracle::Operation nth_of_many(oracle::Operation operation, std::uint32_t number);

}  // namespace netioconf::corpora::codec
