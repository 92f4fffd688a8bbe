/* The interface between loader and driver: buffered device control requests.
 *
 * The loader first sends `options`. Then it repeatedly sends `ask` with one whole frame of PROTOCOL.md,
 * and `step` until it returns no bytes. A step makes one call, or continues if the previous buffer was
 * too small, and returns the bytes to send to netioconf. */
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
  device_version = 2,
  device_most_payload = 1 << 16, /* bytes of one frame */
  device_most_output = 1 << 16,  /* bytes that one step returns */
};

struct device_options {
  uint32_t version;
  uint32_t at_apc_level; /* 1: makes calls at APC_LEVEL, otherwise at PASSIVE_LEVEL */
  char behaviour[128];   /* of an emulated netio.sys: NAME=VALUE, or empty */
  char system[64];       /* of WELCOME */
  uint8_t host[netioconf_host_size + netioconf_details_size]; /* the host of the machine */
  struct limits limits;
};

struct device_answer {
  uint32_t version;
  uint32_t emulated; /* 1: netio.sys has netioconf_reset, so there are no limits */
};
