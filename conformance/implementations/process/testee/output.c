#include "conformance/implementations/process/testee/output.h"

#include <string.h>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/wire.h"

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
  if (output->size != 0) send_bytes(output->bytes, output->size);
  output->size = 0;
}
