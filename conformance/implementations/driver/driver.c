/* A driver with one device, which gives access to a testee in the kernel. */
#include <ntddk.h>

#include "conformance/implementations/driver/kernel.h"

enum { access = FILE_READ_DATA | FILE_WRITE_DATA };
_Static_assert(device_options == CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, access),
               "options");
_Static_assert(device_ask == CTL_CODE(FILE_DEVICE_UNKNOWN, 0x802, METHOD_BUFFERED, access), "ask");
_Static_assert(device_step == CTL_CODE(FILE_DEVICE_UNKNOWN, 0x803, METHOD_BUFFERED, access), "step");

static UNICODE_STRING device_name, link_name;
static WCHAR device_name_units[128], link_name_units[128];
static DEVICE_OBJECT* device;
static KEVENT idle; /* one request at a time */

static NTSTATUS complete(IRP* irp, NTSTATUS status, ULONG_PTR size) {
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = size;
  IoCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

/* Only for clients with the right to load drivers. */
static NTSTATUS NTAPI open_device(DEVICE_OBJECT* object, IRP* irp) {
  (void)object;
  const LUID load_drivers = {.LowPart = SE_LOAD_DRIVER_PRIVILEGE, .HighPart = 0};
  const int allowed = SeSinglePrivilegeCheck(load_drivers, irp->RequestorMode);
  return complete(irp, allowed ? STATUS_SUCCESS : STATUS_PRIVILEGE_NOT_HELD, 0);
}

static void begin_request(void) { KeWaitForSingleObject(&idle, Executive, KernelMode, FALSE, NULL); }

static void end_request(void) { KeSetEvent(&idle, IO_NO_INCREMENT, FALSE); }

static NTSTATUS NTAPI close_device(DEVICE_OBJECT* object, IRP* irp) {
  (void)object;
  begin_request();
  testee_close();
  pending_close();
  end_request();
  return complete(irp, STATUS_SUCCESS, 0);
}

struct buffer {
  uint8_t* bytes;
  size_t input, output; /* sizes */
};

static NTSTATUS take_options(const struct buffer* buffer, size_t* size) {
  struct device_answer answer;
  if (buffer->input != sizeof(struct device_options) || buffer->output < sizeof answer) {
    return STATUS_INVALID_BUFFER_SIZE;
  }
  pending_close();
  if (!testee_open((const struct device_options*)buffer->bytes, &answer)) {
    return STATUS_INVALID_PARAMETER;
  }
  RtlCopyMemory(buffer->bytes, &answer, sizeof answer);
  *size = sizeof answer;
  return STATUS_SUCCESS;
}

static NTSTATUS make_step(const struct buffer* buffer, size_t* size) {
  if (buffer->output == 0) return STATUS_INVALID_BUFFER_SIZE;
  do {
    *size = pending_fetch(buffer->bytes, buffer->output);
  } while (*size == 0 && testee_go_on());
  return pending_lost() ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}

static NTSTATUS carry_out(ULONG code, const struct buffer* buffer, size_t* size) {
  switch (code) {
    case device_options:
      return take_options(buffer, size);
    case device_ask:
      return testee_ask(buffer->bytes, buffer->input) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
    case device_step:
      return make_step(buffer, size);
    default:
      return STATUS_INVALID_DEVICE_REQUEST;
  }
}

static NTSTATUS NTAPI control_device(DEVICE_OBJECT* object, IRP* irp) {
  (void)object;
  const IO_STACK_LOCATION* stack = IoGetCurrentIrpStackLocation(irp);
  const struct buffer buffer = {.bytes = irp->AssociatedIrp.SystemBuffer,
                                .input = stack->Parameters.DeviceIoControl.InputBufferLength,
                                .output = stack->Parameters.DeviceIoControl.OutputBufferLength};
  size_t size = 0;
  begin_request();
  const NTSTATUS status = carry_out(stack->Parameters.DeviceIoControl.IoControlCode, &buffer, &size);
  end_request();
  return complete(irp, status, size);
}

static void NTAPI unload(DRIVER_OBJECT* driver) {
  (void)driver;
  testee_close();
  pending_close();
  IoDeleteSymbolicLink(&link_name);
  IoDeleteDevice(device);
}

/* The device has the name of the service, which is the last part of the registry path. */
static int name_device(const UNICODE_STRING* registry_path) {
  UNICODE_STRING name = *registry_path;
  for (USHORT at = 0; at < registry_path->Length / sizeof(WCHAR); ++at) {
    if (registry_path->Buffer[at] != L'\\') continue;
    name.Buffer = registry_path->Buffer + at + 1;
    name.Length = (USHORT)(registry_path->Length - (at + 1) * sizeof(WCHAR));
  }
  device_name = (UNICODE_STRING){0, sizeof device_name_units, device_name_units};
  link_name = (UNICODE_STRING){0, sizeof link_name_units, link_name_units};
  return RtlAppendUnicodeToString(&device_name, L"\\Device\\") == STATUS_SUCCESS &&
         RtlAppendUnicodeStringToString(&device_name, &name) == STATUS_SUCCESS &&
         RtlAppendUnicodeToString(&link_name, L"\\DosDevices\\") == STATUS_SUCCESS &&
         RtlAppendUnicodeStringToString(&link_name, &name) == STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT* driver, UNICODE_STRING* registry_path) {
  if (!name_device(registry_path)) return STATUS_OBJECT_NAME_INVALID;
  KeInitializeEvent(&idle, SynchronizationEvent, TRUE);
  pending_open();
  NTSTATUS status = IoCreateDevice(driver, 0, &device_name, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN,
                                   TRUE, &device);
  if (status != STATUS_SUCCESS) return status;
  status = IoCreateSymbolicLink(&link_name, &device_name);
  if (status != STATUS_SUCCESS) {
    IoDeleteDevice(device);
    return status;
  }
  driver->DriverUnload = unload;
  driver->MajorFunction[IRP_MJ_CREATE] = open_device;
  driver->MajorFunction[IRP_MJ_CLOSE] = close_device;
  driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = control_device;
  return STATUS_SUCCESS;
}
