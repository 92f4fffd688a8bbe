/* How the loader speaks with the driver: device control requests, all of them buffered.
 *
 * First comes `options`. Then, over and over, `ask` with one whole frame of PROTOCOL.md, and `step`
 * until it returns no bytes. A step makes one call, or goes on where the buffer before it was too small,
 * and returns what is to be sent to netioconf. */
#pragma once

#include <stdint.h>

#include "conformance/implementations/process/wire.h"
#include "conformance/implementations/windows/limits.h"

/* Each is CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801 and so on, METHOD_BUFFERED, FILE_READ_DATA |
 * FILE_WRITE_DATA). */
enum {
  device_options = 0x22E004,
  device_ask = 0x22E008,
  device_step = 0x22E00C,
};

enum {
  device_version = 1,
  device_most_payload = 1 << 16, /* bytes of one frame */
  device_most_output = 1 << 16,  /* bytes of a step that are had at once */
};

struct device_options {
  uint32_t version;
  uint32_t at_apc_level;             /* 1: calls are made at that IRQL, else at PASSIVE_LEVEL */
  char behaviour[128];               /* of an emulated netio.sys: NAME=VALUE, or nothing */
  char system[64];                   /* of WELCOME */
  uint8_t host[netioconf_host_size]; /* that the machine has */
  struct limits limits;
};

struct device_answer {
  uint32_t version;
  uint32_t emulated; /* 1: netio.sys is one with netioconf_reset, so there are no limits */
};
