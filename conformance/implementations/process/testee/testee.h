/* A testee without the transport of its bytes. */
#pragma once

#include "conformance/implementations/process/testee/request.h"
#include "conformance/implementations/process/testee/session.h"

#ifdef __cplusplus
extern "C" {
#endif

struct testee {
  const struct library* functions;
  const char* not_loaded; /* the reason why there is no library, or NULL */
  uint16_t flags;         /* of WELCOME, in addition to netioconf_can_reset */
  char system[64];        /* of WELCOME */
  uint32_t most_payload;  /* bytes accepted in one frame; 0: the largest possible */
  struct session session;
  int in_script; /* begun and not done */
  struct output output;
};

/* Answers a HELLO or a DESCRIBE, or begins a script. The request and the bytes that it points to
 * must stay valid until all steps are done. */
void testee_begin(struct testee* testee, const struct request* request);

/* Makes the next call of the script and returns 1, or sends the remaining frames and returns 0. */
int testee_step(struct testee* testee, const struct request* request);

/* Calls testee_begin, and then testee_step until it returns 0. */
void testee_answer(struct testee* testee, const struct request* request);

#ifdef __cplusplus
}
#endif
