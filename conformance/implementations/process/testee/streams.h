/* The channel of a testee that is a program of its own: its standard input and output. */
#pragma once

/* Frames go to the original standard output. What the library prints goes to standard error, so that it
 * does not come between the frames. 0 on failure. */
int take_standard_output(void);
