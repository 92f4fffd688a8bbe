/* What only the main function of a POSIX system calls. */
#pragma once

/* Frames go where standard output went, and what others print goes to standard error: it must not come
 * between the frames. 0 if that cannot be had. */
int take_standard_output(void);
