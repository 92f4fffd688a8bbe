#include "oracle/model/operation.h"

namespace netioconf::oracle::inline model {

Call call_of(const Operation& operation) {
  return std::visit([](const auto& arguments) { return arguments.call; }, operation);
}

}  // namespace netioconf::oracle::inline model
