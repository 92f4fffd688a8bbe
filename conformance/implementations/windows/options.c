#include "conformance/implementations/windows/options.h"

#include <stdio.h>
#include <string.h>

int read_machine_option(struct machine_options* options, int argc, char** argv, int* at) {
  if (*at + 1 >= argc) return 0;
  if (strcmp(argv[*at], "--journal") == 0) {
    snprintf(options->journal, sizeof options->journal, "%s", argv[++*at]);
    return 1;
  }
  if (strcmp(argv[*at], "--link") != 0 || options->link_count == 16) return 0;
  options->links[options->link_count++] = argv[++*at];
  return 1;
}
