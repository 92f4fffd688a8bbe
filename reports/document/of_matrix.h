#pragma once

#include "reports/comparison.pb.h"
#include "reports/document/document.h"

namespace netioconf::reports::document {

// What a matrix says: the rules that an implementation breaks, the readings that they answer
// differently, and how each implementation changed from version to version.
[[nodiscard]] Document document_of(const Matrix& matrix);

}  // namespace netioconf::reports::document
