/* What only the main functions for Windows call. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* As take_standard_output on a POSIX system; also makes the streams carry bytes as they are. */
int take_standard_streams(void);

/* "Windows 10.0.19045", and under Wine also its version. */
void name_system(char* name, size_t size);

/* Calls the function with a word on it when a call into a library ends the process, which ends after it;
 * no debugger and no window comes first. */
void catch_crashes(void (*on_crash)(const char* what));

/* A library; NULL and why not, in one line. Without a path: the system's iphlpapi.dll. */
void* load_library(const char* path, char* why_not, size_t size);

/* Where a journal goes that nobody named: a file beside those of this user's programs. */
void default_journal(const char* name, char* path, size_t size);
