/* Functions for the main functions on Windows. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Like take_standard_output on a POSIX system; it also sets the streams to binary mode. */
int take_standard_streams(void);

/* "Windows 10.0.19045", under Wine with the version of Wine. */
void name_system(char* name, size_t size);

/* When a call into a library crashes, calls the function with a description, and then the process ends.
 * No debugger and no window opens. */
void catch_crashes(void (*on_crash)(const char* what));

/* Loads a library; on failure NULL and the reason in one line. Without a path: the system's
 * iphlpapi.dll. */
void* load_library(const char* path, char* why_not, size_t size);

/* The default path of the journal: a file in the application data of this user. */
void default_journal(const char* name, char* path, size_t size);
