/* The options of all testees for Windows: --link LINK, up to 16 times, and --journal FILE. */
#pragma once

struct machine_options {
  char journal[1024];
  const char* links[16];
  int link_count;
};

/* Reads the option at argv[*at] if it is one of these, and advances to its value; 0 if it isn't. */
int read_machine_option(struct machine_options* options, int argc, char** argv, int* at);
