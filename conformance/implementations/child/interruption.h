#pragma once

#include <string>

// SIGINT, SIGTERM and, without nohup, SIGHUP, so that a run ends with a report of what it judged.
namespace netioconf::conformance::implementations::child {

// From now on the first of these signals is noted. The same one again, two seconds later or more, ends
// the process at once. Sooner it is the same request: programs such as timeout send a signal to a
// process and to its group.
void note_interruptions();

// The signals end this process again.
void forget_interruptions();

// The number of the first signal that was noted; 0: none.
[[nodiscard]] int interruption();

// "interrupted by SIGINT"
[[nodiscard]] std::string interruption_text();

// The exit status of a program that this signal ended, as a shell shows it.
[[nodiscard]] int interrupted_status();

}  // namespace netioconf::conformance::implementations::child
