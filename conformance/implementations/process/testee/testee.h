/* A whole testee but for where its bytes come from and go to. */
#pragma once

#include "conformance/implementations/process/testee/request.h"
#include "conformance/implementations/process/testee/session.h"

struct testee {
  const struct library* functions;
  const char* not_loaded; /* why there is no library; NULL: there is one */
  uint16_t flags;         /* of WELCOME, besides netioconf_can_reset */
  char system[64];        /* of WELCOME */
  uint32_t most_payload;  /* bytes taken in one frame; 0: the most there is */
  struct session session;
  int in_script; /* begun and not done */
  struct output output;
};

/* Answers a HELLO or a DESCRIBE, or begins a script. The request, and what it points into, must last
 * until all steps were made. */
void testee_begin(struct testee* testee, const struct request* request);

/* Makes one call of the script that was begun and returns 1, or sends what is left and returns 0. */
int testee_step(struct testee* testee, const struct request* request);

/* Both, to the end. */
void testee_answer(struct testee* testee, const struct request* request);
