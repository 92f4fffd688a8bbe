#include "conformance/implementations/process/testee/request.h"

#include <string.h>

static int is_sound(const netioconf_call* call) {
  return call->call < netioconf_call_count && (call->flags & ~netioconf_all_call_flags) == 0 &&
         call->misalignment <= 7 && call->slot < netioconf_most_slots;
}

static enum front look_at_script(const uint8_t* payload, struct request* request) {
  const size_t size = request->frame.size;
  size_t head = sizeof request->script;
  if (size < head) return front_garbage;
  memcpy(&request->script, payload, head);
  if (request->script.start > netioconf_start_reset_with_details) return front_garbage;
  request->details = NULL;
  if (request->script.start == netioconf_start_reset_with_details) {
    request->details = payload + head;
    head += netioconf_details_size;
    if (size < head) return front_garbage;
  }
  if (request->script.count != (size - head) / sizeof(netioconf_call)) return front_garbage;
  if ((size - head) % sizeof(netioconf_call) != 0) return front_garbage;
  request->calls = payload + head;
  for (uint32_t number = 0; number < request->script.count; ++number) {
    const netioconf_call call = call_of_script(request, number);
    if (!is_sound(&call)) return front_garbage;
  }
  return front_request;
}

enum front look_at(const uint8_t* bytes, size_t size, struct request* request, size_t* used) {
  if (size < sizeof request->frame) return front_incomplete;
  memcpy(&request->frame, bytes, sizeof request->frame);
  const netioconf_frame* frame = &request->frame;
  if (frame->mark != netioconf_mark || frame->size > netioconf_most_payload) return front_garbage;
  if (size - sizeof *frame < frame->size) return front_incomplete;
  const uint8_t* payload = bytes + sizeof *frame;
  *used = sizeof *frame + frame->size;
  switch (frame->kind) {
    case netioconf_kind_hello:
      if (frame->size != sizeof request->hello) return front_garbage;
      memcpy(&request->hello, payload, sizeof request->hello);
      return front_request;
    case netioconf_kind_describe:
      return frame->size == 0 ? front_request : front_garbage;
    case netioconf_kind_script:
      return look_at_script(payload, request);
    default:
      return front_garbage;
  }
}

netioconf_call call_of_script(const struct request* request, uint32_t number) {
  netioconf_call call;
  memcpy(&call, request->calls + (size_t)number * sizeof call, sizeof call);
  return call;
}

int can_change(const netioconf_call* call) {
  switch (call->call) {
    case netioconf_call_create_route:
    case netioconf_call_set_route:
    case netioconf_call_delete_route:
    case netioconf_call_create_anycast:
    case netioconf_call_delete_anycast:
      return 1;
    default:
      return 0;
  }
}
