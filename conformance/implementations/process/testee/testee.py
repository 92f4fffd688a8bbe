#!/usr/bin/env python3
"""testee.py LIBRARY: runs a shared library as a testee of the protocol in
conformance/implementations/process/PROTOCOL.md."""
import ctypes
import os
import struct
import sys
import threading
import time
from types import SimpleNamespace

MARK, VERSION, MOST_PAYLOAD = 0x4E43, 1, 1 << 20
HELLO, DESCRIBE, SCRIPT = 1, 2, 3  # requests
WELCOME, HOST, BEGUN = 0x101, 0x102, 0x103  # answers
ROWS, NOTIFICATIONS, REPLY, DONE, REFUSED = range(0x105, 0x10A)
FREEING = 0x10B
RESUME, RESET, RESET_WITH_DETAILS, CAN_RESET, TAKES_DETAILS = 0, 2, 3, 1, 4
UNAVAILABLE, WROTE_OUTSIDE, NULL_POINTER = 5, 1, 2
NULL_ROW, NULL_TABLE, KEEP, INITIAL, NULL_CALLBACK, NULL_HANDLE = 1, 2, 4, 0x100, 0x200, 0x400
NULL_BEST = 8, 0x10, 0x20, 0x40, 0x80  # LUID, source, destination, best route, best source
ADDRESS, ROUTE, ANYCAST, LINK, HOST_1, DETAILS = 28, 104, 48, 168, 392, 2176
NAMES = """InitializeIpForwardEntry CreateIpForwardEntry2 SetIpForwardEntry2 GetIpForwardEntry2
    DeleteIpForwardEntry2 GetIpForwardTable2 GetBestRoute2 NotifyRouteChange2 CancelMibChangeNotify2
    CreateAnycastIpAddressEntry GetAnycastIpAddressEntry DeleteAnycastIpAddressEntry
    GetAnycastIpAddressTable GetIpInterfaceEntry FreeMibTable""".split()
INITIALIZE, ROUTE_TABLE, GET_LINK, FREE, REREAD, ADVANCE = 0, 5, 13, 14, 16, 17
CALLBACK = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
FIRST_CONTEXT = 0x4E43000000000001  # no valid address: a library that follows it crashes


class Memory:
    """Memory that is passed to a function, between guard bytes."""
    GUARD = bytes(range(1, 65))

    def __init__(self, content=bytes(ctypes.sizeof(ctypes.c_void_p)), misalignment=0):
        self.content, self.around = content, len(content) + 2 * len(self.GUARD)
        self.buffer = ctypes.create_string_buffer(self.around + 16)
        self.start = (ctypes.addressof(self.buffer) + 7) // 8 * 8 + misalignment
        ctypes.memmove(self.start, self.GUARD + content + self.GUARD, self.around)

    def passed(self, null=False):
        return ctypes.c_void_p(None if null else self.start + len(self.GUARD))

    def now(self):
        return ctypes.string_at(self.start + len(self.GUARD), len(self.content))

    def wrote_outside(self):
        around = ctypes.string_at(self.start, self.around)
        return WROTE_OUTSIDE * (around != self.GUARD + self.now() + self.GUARD)


class Testee:
    def __init__(self, library):
        # The output of the library must not go between the frames.
        self.output, self.request, self.step = os.fdopen(os.dup(1), "wb", buffering=1 << 18), 0, 0
        os.dup2(2, 1)
        self.functions = [getattr(library, name, None) for name in NAMES]
        self.reset = getattr(library, "netioconf_reset", None)
        self.describe = getattr(library, "netioconf_describe", None)
        self.advance = getattr(library, "netioconf_advance", None)
        for number, function in enumerate(self.functions):
            if function:
                function.restype = None if number in (INITIALIZE, FREE) else ctypes.c_uint32
        self.tables, self.handles, self.contexts, self.script_begins = {}, {}, [], 0
        self.arrived, self.arrival, self.callback = [], threading.Condition(), CALLBACK(self.on_change)
        self.ways = [self.with_row] * 5 + [self.table, self.best_route, self.notify, self.cancel]
        self.ways += [self.with_row] * 3 + [self.table, self.with_row]
        self.ways += [self.kept_table, self.collect, self.kept_table, self.advance_clock]

    def send(self, kind, payload=b""):
        self.output.write(struct.pack("<IHHII", len(payload), kind, MARK, self.request, self.step))
        self.output.write(payload)

    def with_row(self, call):  # Each of these makes one call and returns the members of its REPLY.
        size = LINK if call.number == GET_LINK else ROUTE if call.number < ROUTE_TABLE else ANYCAST
        row = Memory(call.body[:size], call.misalignment)
        status = self.functions[call.number](row.passed(call.flags & NULL_ROW)) or 0
        return {"status": status, "flags": row.wrote_outside(), "body": row.now()}

    def best_route(self, call):
        parts = [Memory(call.body[at:at + size]) for at, size in
                 ((0, 8), (16, ADDRESS), (44, ADDRESS), (72, ROUTE), (176, ADDRESS))]
        index, options = map(ctypes.c_uint32, struct.unpack_from("<II", call.body, 8))
        luid, *others = (part.passed(call.flags & null) for part, null in zip(parts, NULL_BEST))
        status = self.functions[call.number](luid, index, *others[:2], options, *others[2:])
        changed = any(part.now() != part.content for part in parts[1:3])  # The two addresses are const.
        wrote = WROTE_OUTSIDE if changed else max(part.wrote_outside() for part in parts)
        return {"status": status, "flags": wrote, "body": parts[3].now() + parts[4].now()}

    def read_table(self, number, address):
        size = ROUTE if number == ROUTE_TABLE else ANYCAST
        count = ctypes.c_uint32.from_address(address).value if address else 0
        for row in range(0, count, 4096):
            self.send(ROWS, ctypes.string_at(address + 8 + row * size, min(count - row, 4096) * size))
        return {"flags": 0 if address else NULL_POINTER, "rows": count}

    def table(self, call):
        pointer = Memory()
        status = self.functions[call.number](ctypes.c_uint16(call.family),
                                             pointer.passed(call.flags & NULL_TABLE))
        address = int.from_bytes(pointer.now(), "little")
        reply = {"flags": 0 if address else NULL_POINTER}
        if status == 0 and not call.flags & NULL_TABLE:
            reply = self.read_table(call.number, address)
            if call.flags & KEEP:
                self.tables[call.slot] = call.number, address
            elif address and self.functions[FREE]:
                self.send(FREEING)  # If this process ends now, FreeMibTable ended it.
                self.output.flush()
                self.functions[FREE](ctypes.c_void_p(address))
        return {**reply, "status": status, "flags": reply["flags"] | pointer.wrote_outside()}

    def kept_table(self, call):
        number, address = self.tables.get(call.slot, (0, 0))
        if not address:
            return {"ending": UNAVAILABLE}
        if call.number == REREAD:
            return self.read_table(number, address)
        return self.functions[FREE](ctypes.c_void_p(self.tables.pop(call.slot)[1])) or {}

    def notify(self, call):
        handle, context = Memory(), FIRST_CONTEXT + len(self.contexts)
        self.contexts.append(call.slot)
        callback = CALLBACK() if call.flags & NULL_CALLBACK else self.callback
        status = self.functions[call.number](
            ctypes.c_uint16(call.family), callback, ctypes.c_void_p(context),
            ctypes.c_uint8(bool(call.flags & INITIAL)), handle.passed(call.flags & NULL_HANDLE))
        if status == 0 and not call.flags & NULL_HANDLE:
            self.handles[call.slot] = ctypes.c_void_p(int.from_bytes(handle.now(), "little"))
        return {"status": status, "flags": handle.wrote_outside()}

    def cancel(self, call):
        if call.slot not in self.handles:
            return {"ending": UNAVAILABLE}
        status = self.functions[call.number](self.handles[call.slot])
        if status == 0:
            del self.handles[call.slot]
        return {"status": status}

    def on_change(self, context, row, kind):
        number = (context or 0) - FIRST_CONTEXT
        content = ctypes.string_at(row, ROUTE) if row else bytes(ROUTE)
        slot = self.contexts[number] if 0 <= number < len(self.contexts) else 0xFFFFFFFF
        with self.arrival:
            if slot == 0xFFFFFFFF or number >= self.script_begins:  # Otherwise it is late.
                self.arrived.append(struct.pack("<IIII", slot, kind, not row, 0) + content)
            self.arrival.notify_all()

    def collect(self, call):
        at_least, limit_ms, grace_ms = struct.unpack_from("<III", call.body)
        with self.arrival:
            self.arrival.wait_for(lambda: len(self.arrived) >= at_least, limit_ms / 1000)
        time.sleep(grace_ms / 1000)
        with self.arrival:
            collected, self.arrived = self.arrived, []
        for first in range(0, len(collected), 4096):
            self.send(NOTIFICATIONS, b"".join(collected[first:first + 4096]))
        return {"notifications": len(collected)}

    def advance_clock(self, call):
        seconds, = struct.unpack_from("<I", call.body)
        return {"ending": UNAVAILABLE} if self.advance(ctypes.c_uint32(seconds)) else {}

    def described(self):
        host = ctypes.create_string_buffer(struct.pack("<I", HOST_1 + DETAILS), HOST_1 + DETAILS)
        if not self.describe or self.describe(host):
            return bytes(HOST_1)
        size, = struct.unpack_from("<I", host.raw)
        return host.raw if size == HOST_1 + DETAILS else host.raw[:HOST_1]

    def set_up(self, payload, details):
        host = payload[8:8 + HOST_1] + (payload[400:][:DETAILS] if details else bytes(DETAILS))
        if result := self.reset(host) if self.reset else 1:
            return b"netioconf_reset returned %d for the script's host" % result
        if details and len(self.described()) == HOST_1:
            return b"the script's host has details that this implementation does not describe"
        return b""

    def reply(self, status=0, ending=0, flags=0, rows=0, notifications=0, body=b""):
        self.send(REPLY, struct.pack("<IHHII168s", status, ending, flags, rows, notifications, body))

    def script(self, payload):
        start, count = struct.unpack_from("<II", payload)
        if start != RESUME:
            self.tables, self.handles, self.script_begins, self.arrived = {}, {}, len(self.contexts), []
        details = start == RESET_WITH_DETAILS
        if start >= RESET and (refused := self.set_up(payload, details)):
            self.send(REFUSED, refused)
            return
        self.send(BEGUN)
        for self.step in range(count):
            self.output.flush()  # No frame may be lost when the call crashes.
            packed = payload[400 + details * DETAILS + 224 * self.step:][:224]
            call = SimpleNamespace(body=packed[16:])
            call.number, call.flags, call.family, call.misalignment, call.slot = struct.unpack_from(
                "<HHHHI", packed)
            self.reply(**self.ways[call.number](call))
        self.step = count
        self.send(DONE)

    def answer(self, kind, payload):
        if kind == HELLO:
            calls = sum(1 << number for number, function in enumerate(self.functions) if function)
            calls += (1 << ADVANCE) * bool(self.advance)
            flags, system = (CAN_RESET + TAKES_DETAILS) * bool(self.reset), sys.platform.encode()
            self.send(WELCOME, struct.pack("<HHIII64s", VERSION, flags, calls, MOST_PAYLOAD, 0, system))
        elif kind == DESCRIBE:
            self.send(HOST, self.described())
        else:
            self.script(payload)
        self.output.flush()


def main():
    testee = Testee(ctypes.CDLL(sys.argv[1]))
    while head := sys.stdin.buffer.read(16):
        size, kind, mark, testee.request, testee.step = struct.unpack("<IHHII", head)
        if mark != MARK or size > MOST_PAYLOAD:
            sys.exit("testee.py: the input is not a request of netioconf")
        testee.answer(kind, sys.stdin.buffer.read(size))


if __name__ == "__main__":
    main()
