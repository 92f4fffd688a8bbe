#include "conformance/testees/reference/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/process/wire.h"

void output_frame(struct output* output, uint16_t kind, const void* payload, size_t size) {
  const netioconf_frame frame = {.size = (uint32_t)size,
                                 .kind = kind,
                                 .mark = netioconf_mark,
                                 .request = output->request,
                                 .step = output->step};
  if (sizeof frame + size > output_room - output->size) output_flush(output);
  memcpy(output->bytes + output->size, &frame, sizeof frame);
  output->size += sizeof frame;
  if (size != 0) memcpy(output->bytes + output->size, payload, size);
  output->size += size;
}

void output_flush(struct output* output) {
  for (size_t done = 0; done < output->size;) {
    const ssize_t count = write(output->descriptor, output->bytes + done, output->size - done);
    if (count < 0 && errno != EINTR) exit(0);
    if (count > 0) done += (size_t)count;
  }
  output->size = 0;
}
