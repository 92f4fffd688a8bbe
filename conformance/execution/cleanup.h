#pragma once

#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance::execution {

// The tables to free and the registrations to cancel after the steps of a script.
[[nodiscard]] std::vector<oracle::Operation> tables_to_free(const oracle::Trace& trace);
[[nodiscard]] std::vector<oracle::Operation> registrations_to_cancel(const oracle::Trace& trace);

// A delete for each entry that is in a table and was not in it before the script.
template <class Row>
[[nodiscard]] std::vector<oracle::Operation> to_delete(const std::vector<Row>& before,
                                                       const std::vector<Row>& after);

// A delete for each row that a step created, for use without a call that returns the table.
template <class Row>
[[nodiscard]] std::vector<oracle::Operation> created_to_delete(const oracle::Trace& trace);

}  // namespace netioconf::conformance::execution
