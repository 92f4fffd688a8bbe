#pragma once

namespace netioconf::conformance::cli {

// Makes the end of a process that lacks something one line and exit status 2. A standard stream that is
// closed is opened, so that no other file takes its number: what is written to standard output is then
// an error, and what is written to standard error is lost. A write beyond the limit for files fails
// instead of ending the process, and so does a thread without memory.
void set_up_process();

}  // namespace netioconf::conformance::cli
