/* A known deviation of Wine: the call gives this status, without rows or callbacks. */
struct known_deviation {
  const char* call;
  unsigned status;
  const char* reason;
  int reached; /* how often the reply would have been wrong */
  int seen;    /* how often it came */
};

/* Each judged answer is one ok(). It names the line of its step. */
static int line_of_step;
static struct known_deviation* known_here[4];
static int known_here_count;

static void say(const char* format, ...) {
  char words[1024];
  va_list arguments;
  if (winetest_debug < 2) return;
  va_start(arguments, format);
  vsnprintf(words, sizeof words, format, arguments);
  va_end(arguments);
  trace_(__FILE__, line_of_step)("%s", words);
}

static void begin_step(int line) {
  line_of_step = line;
  known_here_count = 0;
}

static void known_in_wine(struct known_deviation* known) {
  if (known_here_count < 4) known_here[known_here_count++] = known;
}

/* Whether no way allows the reply. Another machine may have entries that make it right. */
static int is_wrong_here(const struct known_deviation* known) {
  for (int i = 0; i < run.alternative_count; ++i) {
    const struct alternative* each = &run.alternatives[i];
    int promised = 0;
    if ((each->ways & run.ways) == 0 || (each->statuses & known->status) == 0) continue;
    for (int n = 0; n < each->callback_count; ++n) promised += each->callbacks[n].promised;
    if (promised == 0) return 0;
  }
  return 1;
}

static int is_known(int verdict) {
  int found = 0;
  for (int i = 0; i < known_here_count; ++i) {
    struct known_deviation* known = known_here[i];
    if (!is_wrong_here(known)) continue;
    ++known->reached;
    if (verdict == conforms || (meaning_of(seen.number) & known->status) == 0) continue;
    ++known->seen;
    found = 1;
  }
  return found;
}

/* It may be gone, or Wine may be right for another reason. `netioconf check` knows. */
static void check_known(const struct known_deviation* known) {
  if (known->reached == 0 || known->seen != 0) return;
  trace("did not occur: %s: %s\n", known->call, known->reason);
}

static void end_with(int verdict, const char* what) {
  char allowed[200], observed[40];
  if (run.verdict != conforms) return;
  run.verdict = verdict;
  if (verdict == undecided && run.unpromised != NULL) {
    skip_(__FILE__, line_of_step)("step %d: %s\n", run.number, what);
    return;
  }
  /* A status of the line "Other" of a page: Windows may return it, Wine should not. */
  todo_wine_if(is_known(verdict)) ok_(__FILE__, line_of_step)(
      verdict == conforms || broken(verdict == undecided),
      "step %d: %s (allowed %s, observed %s, %#x)\n", run.number, what,
      words_for_statuses(run.allowed, allowed, sizeof allowed),
      words_for_statuses(meaning_of(seen.number), observed, sizeof observed), seen.number);
}

static int could_not_run(const char* why) {
  skip("%s\n", why);
  return undecided;
}
