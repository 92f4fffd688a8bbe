#include "conformance/implementations/driver/service.h"

#include <stdio.h>
#include <windows.h>

static SC_HANDLE services, service;
static HANDLE device = INVALID_HANDLE_VALUE;
static char problem_text[256];

static const char* failed(const char* what) {
  snprintf(problem_text, sizeof problem_text, "%s (error %lu)", what, GetLastError());
  return problem_text;
}

static int has_stopped(SC_HANDLE of) {
  SERVICE_STATUS status;
  return !QueryServiceStatus(of, &status) || status.dwCurrentState == SERVICE_STOPPED;
}

/* Whether it was removed. */
static int remove_service(SC_HANDLE of) {
  SERVICE_STATUS status;
  ControlService(of, SERVICE_CONTROL_STOP, &status);
  for (int wait = 0; wait < 200 && !has_stopped(of); ++wait) Sleep(10);
  const int stopped = has_stopped(of);
  const int deleted = DeleteService(of) || GetLastError() == ERROR_SERVICE_MARKED_FOR_DELETE;
  CloseServiceHandle(of);
  return stopped && deleted;
}

static const char* open_device(const char* name) {
  char path[160];
  snprintf(path, sizeof path, "\\\\.\\%.120s", name);
  device = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
  return device != INVALID_HANDLE_VALUE ? NULL : failed("the driver's device cannot be opened");
}

const char* start_driver(const char* name, const char* file, char* problem, size_t size) {
  char path[MAX_PATH];
  services = OpenSCManagerA(NULL, NULL, SC_MANAGER_ALL_ACCESS);
  if (services == NULL) return failed("drivers can only be started by an administrator");
  const DWORD length = GetFullPathNameA(file, sizeof path, path, NULL);
  if (length == 0 || length >= sizeof path || GetFileAttributesA(path) == INVALID_FILE_ATTRIBUTES) {
    snprintf(problem, size, "%.200s does not exist", file);
    return problem;
  }
  SC_HANDLE old = OpenServiceA(services, name, SERVICE_ALL_ACCESS);
  if (old != NULL && !remove_service(old)) return "an earlier driver does not stop; restart Windows";
  service =
      CreateServiceA(services, name, name, SERVICE_ALL_ACCESS, SERVICE_KERNEL_DRIVER,
                     SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL, path, NULL, NULL, NULL, NULL, NULL);
  if (service == NULL) return failed("the driver cannot be installed");
  if (!StartServiceA(service, 0, NULL)) return failed("the driver cannot be started");
  return open_device(name);
}

const char* stop_driver(void) {
  if (device != INVALID_HANDLE_VALUE) CloseHandle(device);
  device = INVALID_HANDLE_VALUE;
  const int gone = service == NULL || remove_service(service);
  service = NULL;
  if (services != NULL) CloseServiceHandle(services);
  services = NULL;
  return gone ? NULL : "the driver does not stop; restart Windows";
}

const char* ask_device(uint32_t code, const void* input, size_t input_size, void* output,
                       size_t output_size, size_t* count) {
  DWORD returned = 0;
  if (!DeviceIoControl(device, code, (void*)(uintptr_t)input, (DWORD)input_size, output,
                       (DWORD)output_size, &returned, NULL)) {
    return failed("the driver does not answer");
  }
  *count = returned;
  return NULL;
}
