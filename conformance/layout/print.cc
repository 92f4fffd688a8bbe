#include "conformance/layout/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "conformance/layout/structures.h"

namespace netioconf::conformance::layout {
namespace {

using AssertionLines = std::string (*)(const StructureLayout&);

struct Language {
  std::string_view name;
  std::string_view head;
  AssertionLines lines;
  std::string_view tail;
};

// A line for each member. The members of a union are not checked: they are all_languages at the start,
// and not every language has unions.
std::string each_member(const StructureLayout& structure, auto line_of) {
  if (structure.is_union) return "";
  std::string text;
  for (const MemberLayout& member : structure.members) text += line_of(structure, member);
  return text;
}

constexpr std::string_view c_head =
    R"(/* Checks at compile time that the structures of netioapi are laid out as on Windows, on x64 and
 * x86. Made by `netioconf layout --language c`.
 *
 * Compile this file together with your tests, as C11 or C++11. NETIOAPI_HEADER names your own header:
 * -DNETIOAPI_HEADER='"netioapi.h"'. Without it the headers of Windows are checked. */
#include <stddef.h>

#ifdef NETIOAPI_HEADER
#include NETIOAPI_HEADER
#else
#include <winsock2.h>
#include <ws2ipdef.h>

#include <iphlpapi.h>
#endif

#ifdef __cplusplus
#define NETIOAPI_CHECK(condition) static_assert(condition, #condition)
#else
#define NETIOAPI_CHECK(condition) _Static_assert(condition, #condition)
#endif

)";

std::string c_lines(const StructureLayout& structure) {
  return fmt::format("NETIOAPI_CHECK(sizeof({}) == {});\n", structure.name, structure.size) +
         each_member(structure, [](const StructureLayout& in, const MemberLayout& member) {
           return fmt::format("NETIOAPI_CHECK(offsetof({}, {}) == {});\n", in.name, member.name,
                              member.offset);
         });
}

constexpr std::string_view csharp_head =
    R"(// Checks that the structures of netioapi are laid out as on Windows, on x64 and x86.
// Made by `netioconf layout --language csharp`.
//
// Add `using` lines for the namespace or the class of your structures, and call NetioapiLayout.Check()
// in a test. It throws an exception that names the first difference. Where your names differ from those
// of C, change them here.
using System;
using System.Runtime.InteropServices;

public static class NetioapiLayout {
  static void Size<T>(int expected) {
    Expect(typeof(T).Name + " has", Marshal.SizeOf(typeof(T)), expected, "bytes");
  }

  static void Offset<T>(string member, int expected) {
    int found = (int)Marshal.OffsetOf(typeof(T), member);
    Expect(typeof(T).Name + "." + member + " is at offset", found, expected, "");
  }

  static void Expect(string what, int found, int expected, string unit) {
    if (found == expected) return;
    throw new Exception((what + " " + found + " " + unit).Trim() + ", must be " + expected);
  }

  public static void Check() {
)";

std::string csharp_lines(const StructureLayout& structure) {
  return fmt::format("    Size<{}>({});\n", structure.name, structure.size) +
         each_member(structure, [](const StructureLayout& in, const MemberLayout& member) {
           return fmt::format("    Offset<{}>(\"{}\", {});\n", in.name, member.name, member.offset);
         });
}

constexpr std::string_view go_head =
    R"(// Checks that the structures of netioapi are laid out as on Windows, on x64 and x86.
// Made by `netioconf layout --language go`.
//
// Save it as netioapi_layout_test.go in the package that declares the structures, and change the package
// and, where they differ, the names of the types. Members are found by name, whatever their case and
// with or without underscores.
package netioapi

import (
	"reflect"
	"strings"
	"testing"
)

type netioapiMember struct {
	name         string
	offset, size uintptr
}

func checkNetioapiLayout(t *testing.T, value any, size uintptr, members []netioapiMember) {
	t.Helper()
	structure := reflect.TypeOf(value)
	if structure.Size() != size {
		t.Errorf("%v has %d bytes, must be %d", structure, structure.Size(), size)
	}
	for _, member := range members {
		field, found := structure.FieldByNameFunc(func(name string) bool {
			return strings.EqualFold(strings.ReplaceAll(name, "_", ""),
				strings.ReplaceAll(member.name, "_", ""))
		})
		if !found {
			t.Errorf("%v has no member %s", structure, member.name)
		} else if field.Offset != member.offset || field.Type.Size() != member.size {
			t.Errorf("%v.%s has %d bytes at offset %d, must be %d at offset %d", structure, member.name,
				field.Type.Size(), field.Offset, member.size, member.offset)
		}
	}
}

func TestNetioapiLayout(t *testing.T) {
)";

std::string go_lines(const StructureLayout& structure) {
  return fmt::format("\tcheckNetioapiLayout(t, *new({}), {}, []netioapiMember{{\n", structure.name,
                     structure.size) +
         each_member(structure,
                     [](const StructureLayout&, const MemberLayout& member) {
                       return fmt::format("\t\t{{\"{}\", {}, {}}},\n", member.name, member.offset,
                                          member.size);
                     }) +
         "\t})\n";
}

constexpr std::string_view python_head =
    R"("""Checks that ctypes structures are laid out as those of netioapi on Windows, on x64 and x86.
Made by `netioconf layout --language python`.

    python3 netioapi_layout.py MODULE     prints the differences, and exits with 1 if there are any
    netioapi_layout.differences(module)   returns them, for a test: assert not differences(module)

The module declares the structures under their names in C.
"""
import ctypes
import importlib
import sys

# name: (bytes, {member: (offset, bytes)})
LAYOUT = {
)";

std::string python_lines(const StructureLayout& structure) {
  return fmt::format("    \"{}\": ({}, {{\n", structure.name, structure.size) +
         each_member(structure,
                     [](const StructureLayout&, const MemberLayout& member) {
                       return fmt::format("        \"{}\": ({}, {}),\n", member.name, member.offset,
                                          member.size);
                     }) +
         "    }),\n";
}

constexpr std::string_view python_tail = R"(}


def differences(module):
    found = []
    for name, (size, members) in LAYOUT.items():
        structure = getattr(module, name, None)
        if structure is None:
            found.append(f"{name} is missing")
            continue
        if ctypes.sizeof(structure) != size:
            found.append(f"{name} has {ctypes.sizeof(structure)} bytes, must be {size}")
        for member, wanted in members.items():
            field = getattr(structure, member, None)
            if field is None:
                found.append(f"{name}.{member} is missing")
            elif (field.offset, field.size) != wanted:
                found.append(f"{name}.{member} has {field.size} bytes at offset {field.offset}, "
                             f"must be {wanted[1]} at offset {wanted[0]}")
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 netioapi_layout.py MODULE")
    sys.path.insert(0, "")
    lines = differences(importlib.import_module(sys.argv[1]))
    print("\n".join(lines) or "every structure has the layout of Windows")
    sys.exit(1 if lines else 0)
)";

constexpr std::string_view rust_head =
    R"(//! Checks at compile time that the structures of netioapi are laid out as on Windows, on x64 and
//! x86. Made by `netioconf layout --language rust`.
//!
//! Save it as netioapi_layout.rs beside the module that declares the structures, and add
//! `mod netioapi_layout;` there. Where your names differ from those of C, change them here (windows-sys
//! has NET_LUID_LH, and Anonymous.sin6_scope_id). Needs Rust 1.77.
use super::*;
use core::mem::{offset_of, size_of};

const _: () = {
)";

std::string rust_lines(const StructureLayout& structure) {
  return fmt::format("    assert!(size_of::<{}>() == {});\n", structure.name, structure.size) +
         each_member(structure, [](const StructureLayout& in, const MemberLayout& member) {
           return fmt::format("    assert!(offset_of!({}, {}) == {});\n", in.name, member.name,
                              member.offset);
         });
}

constexpr Language all_languages[] = {{"c", c_head, c_lines, ""},
                                      {"csharp", csharp_head, csharp_lines, "  }\n}\n"},
                                      {"go", go_head, go_lines, "}\n"},
                                      {"python", python_head, python_lines, python_tail},
                                      {"rust", rust_head, rust_lines, "};\n"}};

constexpr auto names = [] {
  std::array<std::string_view, std::size(all_languages)> result{};
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = all_languages[i].name;
  return result;
}();

}  // namespace

std::string table() {
  std::string text;
  for (const StructureLayout& structure : structures()) {
    text += fmt::format("{}{}: {} bytes, aligned to {}{}\n", text.empty() ? "" : "\n", structure.name,
                        structure.size, structure.alignment, structure.is_union ? ", a union" : "");
    text += fmt::format("  {:>6}  {:>5}  member\n", "offset", "bytes");
    for (const MemberLayout& member : structure.members)
      text += fmt::format("  {:>6}  {:>5}  {}\n", member.offset, member.size, member.name);
  }
  return text;
}

std::span<const std::string_view> languages() { return names; }

std::string assertions(std::string_view language) {
  const auto found = std::find_if(std::begin(all_languages), std::end(all_languages),
                                  [&](const Language& each) { return each.name == language; });
  if (found == std::end(all_languages)) return "";
  std::string text{found->head};
  for (const StructureLayout& structure : structures()) text += found->lines(structure);
  return text += found->tail;
}

}  // namespace netioconf::conformance::layout
