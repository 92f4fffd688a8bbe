#pragma once

#include "fuzz/mutators/rng.h"
#include "oracle/model/trace.h"

// Small changes to a script after which it is more likely to mean something, or to mean something else.
namespace netioconf::fuzz {

// Puts in an operation that fits the script's host and, where it has some, its other operations.
void add_operation(Chance& chance, oracle::Script& script);

// A script that creates a row nobody minds on a plain machine, and calls that are about that row: not
// what the corpus has come to, but where most of what goes wrong begins.
void begin_anew(Chance& chance, oracle::Script& script);

// Puts in an operation that is about the row of another one: the same, or but for one member.
void echo_operation(Chance& chance, oracle::Script& script);

// Deletes what an operation creates and creates it again, the same or but for one member.
void renew_operation(Chance& chance, oracle::Script& script);

// Creates a route to a prefix within that of another route or around it, and asks which is the best.
void nest_route(Chance& chance, oracle::Script& script);

// Moves one member of one row to a value beside the one it has, or to a boundary.
void nudge_operation(Chance& chance, oracle::Script& script);

// Lets one operation name a link that is there, or rarely one that isn't.
void relink_operation(Chance& chance, oracle::Script& script);

// Takes an operation out, or lets two change places.
void rearrange_operations(Chance& chance, oracle::Script& script);

// Takes operations out, most of the time until there are no more than enough.
void shorten(Chance& chance, oracle::Script& script, std::size_t enough);

void change_host(Chance& chance, oracle::Script& script);

// Registers for notifications in front of everything and collects them behind.
void listen(Chance& chance, oracle::Script& script);

}  // namespace netioconf::fuzz
