#include "conformance/implementations/process/testee/streams.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/serve.h"

static int output_descriptor = -1;

int take_standard_output(void) {
  output_descriptor = dup(STDOUT_FILENO);
  return output_descriptor >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
}

void send_bytes(const uint8_t* bytes, size_t size) {
  for (size_t done = 0; done < size;) {
    const ssize_t count = write(output_descriptor, bytes + done, size - done);
    if (count < 0 && errno != EINTR) exit(0);
    if (count > 0) done += (size_t)count;
  }
}

size_t receive_bytes(uint8_t* bytes, size_t most) {
  for (;;) {
    const ssize_t count = read(STDIN_FILENO, bytes, most);
    if (count >= 0) return (size_t)count;
    if (errno == EINTR) continue;
    fprintf(stderr, "reference_testee: standard input can't be read: %s\n", strerror(errno));
    return 0;
  }
}
