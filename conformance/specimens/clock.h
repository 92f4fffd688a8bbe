/* The clock that ages and lifetimes are measured with. */
#ifndef NETIOCONF_SPECIMENS_CLOCK_H
#define NETIOCONF_SPECIMENS_CLOCK_H

#include <stdint.h>
#include <time.h>

/* The clock of the machine, until advance_clock is called. */
void restart_clock(void);
/* From the first call on, the clock moves by these calls only. */
void advance_clock(uint32_t seconds);
struct timespec current_time(void);

#endif
