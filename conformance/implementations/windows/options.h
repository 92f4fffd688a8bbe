/* What every testee for Windows is told: --link LINK, up to 16 of them, and --journal FILE. */
#pragma once

struct machine_options {
  char journal[1024];
  const char* links[16];
  int link_count;
};

/* Takes the option at argv[*at] if it is one of these, and moves to its value; 0 if it isn't. */
int read_machine_option(struct machine_options* options, int argc, char** argv, int* at);
