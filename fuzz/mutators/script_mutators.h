#pragma once

#include "fuzz/mutators/rng.h"
#include "oracle/model/trace.h"

// Small changes to a script that make it more likely to be meaningful, or to have another meaning.
namespace netioconf::fuzz::mutators {

// Inserts an operation that fits the script's host and, if it has some, its other operations.
void add_operation(Rng& rng, oracle::Script& script);

// Replaces the script with one that creates a valid row on a plain host and makes calls about that row.
// Most faults show after such a start; the scripts of a corpus are more complicated.
void begin_anew(Rng& rng, oracle::Script& script);

// Inserts an operation on the row of another operation: the same row, or one with a single changed
// member.
void echo_operation(Rng& rng, oracle::Script& script);

// Deletes what an operation creates and creates it again, with the same row or with a single changed
// member.
void renew_operation(Rng& rng, oracle::Script& script);

// Creates a route to a prefix that contains the prefix of another route or is contained in it, and calls
// GetBestRoute2.
void nest_route(Rng& rng, oracle::Script& script);

// Moves the clock to the end of a lifetime of a route, or to a second beside it.
void let_time_pass(Rng& rng, oracle::Script& script);

// Changes one member of one row to a close value, or to a boundary.
void mutate_operation(Rng& rng, oracle::Script& script);

// Makes one operation name an existing link, or rarely a link that does not exist.
void relink_operation(Rng& rng, oracle::Script& script);

// Removes an operation, or swaps two.
void rearrange_operations(Rng& rng, oracle::Script& script);

// Removes operations, mostly until at most `enough` remain.
void shorten(Rng& rng, oracle::Script& script, std::size_t enough);

void change_host(Rng& rng, oracle::Script& script);

// Registers for notifications before all operations and collects them after all operations.
void listen(Rng& rng, oracle::Script& script);

}  // namespace netioconf::fuzz::mutators
