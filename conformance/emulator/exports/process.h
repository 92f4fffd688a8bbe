#pragma once

// What the library does in its process, on each system.
namespace netioconf::conformance::emulator::exports {

class Library;

// Keeps this library loaded until the process ends, because its code runs on threads of its own.
void keep_loaded();

// From now on a child of fork() has a copy of this library that works: no lock is held by a thread that
// the child does not have, and its callbacks run on threads of its own. NULL: no library any more.
void follow_forks(Library* library);

}  // namespace netioconf::conformance::emulator::exports
