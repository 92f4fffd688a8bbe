#pragma once

// Processes that an implementation started and left behind.
namespace netioconf::conformance::implementations::child {

// From now on they become children of this program when their parent ends.
void adopt_orphans();

// Kills every child of this program, until there is none, if it adopts orphans. For the end of a run,
// when all that this program started itself have ended.
void end_orphans();

}  // namespace netioconf::conformance::implementations::child
