/* A stand-in for wine/test.h, so that tests in Wine's conventions can be built and run without Wine's
 * sources. It has what such tests use most, with the meaning that Wine's documentation of its tests
 * gives: ok, todo_wine, todo_wine_if, broken, skip, win_skip, trace, contexts and START_TEST. One file
 * is one program, which takes the name of the test and then the test's own arguments.
 *
 * WINETEST_PLATFORM  windows or wine. Default: what the program runs on.
 * WINETEST_DEBUG     0 prints failures only, 1 also traces, todos and what was skipped. Default: 1.
 * The exit status is the number of failures, at most 255.
 *
 * SPDX-License-Identifier: 0BSD
 */
#ifndef NETIOCONF_WINE_TEST_H
#define NETIOCONF_WINE_TEST_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

static int winetest_debug = 1;
static int winetest_is_wine;

static struct {
  const char* file;
  int line;
  int todo; /* how many todo blocks are open */
  int looping;
  int executed, marked_todo, failures, skipped;
  int context_count; /* the contexts beyond the array are not printed */
  char contexts[8][128];
  int argument_count;
  char** arguments;
} winetest;

static void winetest_set_location(const char* file, int line) {
  const char* name = strrchr(file, '/');
  winetest.file = name == NULL ? file : name + 1;
  winetest.line = line;
}

static void winetest_print(const char* kind, const char* format, va_list arguments) {
  printf("%s:%d: %s", winetest.file, winetest.line, kind);
  for (int i = 0; i < winetest.context_count && i < 8; ++i) printf("%s: ", winetest.contexts[i]);
  vprintf(format, arguments);
  fflush(stdout);
}

static void winetest_vok(int holds, const char* format, va_list arguments) {
  ++winetest.executed;
  if (winetest.todo > 0) {
    if (holds) {
      ++winetest.failures;
      winetest_print("Test succeeded inside todo block: ", format, arguments);
    } else {
      ++winetest.marked_todo;
      if (winetest_debug > 0) winetest_print("Test marked todo: ", format, arguments);
    }
  } else if (!holds) {
    ++winetest.failures;
    winetest_print("Test failed: ", format, arguments);
  }
}

static void winetest_ok(int holds, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  winetest_vok(holds, format, arguments);
  va_end(arguments);
}

static void winetest_skip(const char* format, ...) {
  va_list arguments;
  ++winetest.skipped;
  va_start(arguments, format);
  if (winetest_debug > 0) winetest_print("Tests skipped: ", format, arguments);
  va_end(arguments);
}

/* What Windows may lack, Wine must have. */
static void winetest_win_skip(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (winetest_is_wine) {
    winetest_vok(0, format, arguments);
  } else {
    ++winetest.skipped;
    if (winetest_debug > 0) winetest_print("Tests skipped: ", format, arguments);
  }
  va_end(arguments);
}

static void winetest_trace(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (winetest_debug > 0) winetest_print("", format, arguments);
  va_end(arguments);
}

static void winetest_push_context(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (winetest.context_count < 8) {
    vsnprintf(winetest.contexts[winetest.context_count], 128, format, arguments);
  }
  ++winetest.context_count;
  va_end(arguments);
}

static void winetest_pop_context(void) { --winetest.context_count; }

static void winetest_start_todo(int is_todo) {
  winetest.todo += is_todo != 0;
  winetest.looping = is_todo != 0 ? 3 : 1;
}

/* A block runs once. */
static int winetest_loop_todo(void) {
  const int again = (winetest.looping & 1) != 0;
  winetest.looping &= ~1;
  return again;
}

static void winetest_end_todo(void) {
  winetest.todo -= (winetest.looping & 2) != 0;
  winetest.looping = 0;
}

static int broken(int condition) { return !winetest_is_wine && condition; }

static int winetest_get_mainargs(char*** arguments) {
  *arguments = winetest.arguments;
  return winetest.argument_count;
}

static int winetest_main(const char* name, void (*test)(void), int count, char** arguments) {
  const char* const platform = getenv("WINETEST_PLATFORM");
  const char* const debug = getenv("WINETEST_DEBUG");
  winetest.argument_count = count;
  winetest.arguments = arguments;
  if (debug != NULL) winetest_debug = atoi(debug);
  winetest_is_wine = platform != NULL
                         ? strcmp(platform, "wine") == 0
                         : GetProcAddress(GetModuleHandleA("ntdll.dll"), "wine_server_call") != NULL;
  if (count > 1 && strcmp(arguments[1], name) != 0) {
    fprintf(stderr, "no test %s, this program has %s\n", arguments[1], name);
    return 255;
  }
  test();
  printf("%s: %d tests executed (%d marked as todo, %d failures), %d skipped.\n", name,
         winetest.executed, winetest.marked_todo, winetest.failures, winetest.skipped);
  return winetest.failures < 255 ? winetest.failures : 255;
}

#define ok_(file, line) (winetest_set_location(file, line), 0) ? (void)0 : winetest_ok
#define skip_(file, line) (winetest_set_location(file, line), 0) ? (void)0 : winetest_skip
#define win_skip_(file, line) (winetest_set_location(file, line), 0) ? (void)0 : winetest_win_skip
#define trace_(file, line) (winetest_set_location(file, line), 0) ? (void)0 : winetest_trace
#define ok ok_(__FILE__, __LINE__)
#define skip skip_(__FILE__, __LINE__)
#define win_skip win_skip_(__FILE__, __LINE__)
#define trace trace_(__FILE__, __LINE__)
#define todo_if(is_todo) for (winetest_start_todo(is_todo); winetest_loop_todo(); winetest_end_todo())
#define todo_wine_if(is_todo) todo_if((is_todo) && winetest_is_wine)
#define todo_wine todo_if(winetest_is_wine)

#define START_TEST(name)                                                                                \
  static void func_##name(void);                                                                        \
  int main(int count, char** arguments) { return winetest_main(#name, func_##name, count, arguments); } \
  static void func_##name(void)

#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Wunused-function" /* no test uses all of this */
#endif

#endif
