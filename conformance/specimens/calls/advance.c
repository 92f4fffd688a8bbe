#include "conformance/specimens/clock.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/routes.h"

int netioconf_advance(uint32_t seconds) {
  enter();
  advance_clock(seconds);
  remove_expired_routes();
  leave(status_success);
  return 0;
}
