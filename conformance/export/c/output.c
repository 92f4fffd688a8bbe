/* The program reports to standard output. The first answer that does not conform ends the script. */
static void say(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vprintf(format, arguments);
  va_end(arguments);
  fflush(stdout);
}

static void end_with(int verdict, const char* what) {
  if (run.verdict != conforms || verdict == conforms) return;
  run.verdict = verdict;
  say("  %s %s\n", verdict == deviates ? "DEVIATES " : "UNDECIDED", what);
}

static int could_not_run(const char* why) {
  fprintf(stderr, "%s\n", why);
  return undecided;
}
