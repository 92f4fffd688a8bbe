#pragma once

#include <sys/types.h>

#include <vector>

// Processes that an implementation started and left behind.
namespace netioconf::conformance::implementations::child {

// From now on they become children of this program when their parent ends.
void adopt_orphans();

// The processes whose parent is this program now.
[[nodiscard]] std::vector<pid_t> children();

// Kills every child of this program but those to keep, until there is none, if it adopts orphans. For
// the end of a run, when all that this program started itself have ended. A program may have children
// that are not its own, if a shell started them and then became this program: they are to be kept.
void end_orphans(const std::vector<pid_t>& keep);

}  // namespace netioconf::conformance::implementations::child
