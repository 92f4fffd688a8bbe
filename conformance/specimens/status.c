#include "conformance/specimens/status.h"

#include "conformance/specimens/knobs.h"

NETIO_STATUS number_of(enum status status) {
  static const struct {
    NETIO_STATUS nt, win32;
  } numbers[status_count] = {
      [status_success] = {STATUS_SUCCESS, NO_ERROR},
      [status_invalid_parameter] = {STATUS_INVALID_PARAMETER, ERROR_INVALID_PARAMETER},
      [status_not_found] = {STATUS_NOT_FOUND, ERROR_NOT_FOUND},
      [status_file_not_found] = {STATUS_OBJECT_NAME_NOT_FOUND, ERROR_FILE_NOT_FOUND},
      [status_not_supported] = {STATUS_NOT_SUPPORTED, ERROR_NOT_SUPPORTED},
      [status_object_exists] = {STATUS_DUPLICATE_OBJECTID, ERROR_OBJECT_ALREADY_EXISTS},
      [status_name_exists] = {0xC0000035u, 183u},
      [status_no_memory] = {STATUS_NO_MEMORY, ERROR_NOT_ENOUGH_MEMORY},
      [status_failed] = {0xC0000001u, 31u},
      [status_network_unreachable] = {0xC000023Cu, 1231u},
  };
  if (knob.numbers == numbers_win32) return numbers[status].win32;
  const int as_printed = status == status_object_exists && knob.duplicate_number == duplicate_as_printed;
  return as_printed ? numbers[status].win32 : numbers[status].nt;
}
