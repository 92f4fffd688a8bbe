/* A form of program defines these after all that judges. */
static void say(const char* format, ...); /* to who watches the program run */
static void end_with(int verdict, const char* what);
static int could_not_run(const char* why); /* returns `undecided` */

/* This is a global type, because C++ would limit it to the structure that contains an array of it. */
struct expected_callback {
  unsigned registration, type;
  struct expected_route* about; /* NULL: the initial one */
  int promised;
};

/* One result that the documents allow for a step, under some of the ways. */
struct alternative {
  unsigned long long ways;
  unsigned statuses;
  int route_count, anycast_count, callback_count;
  struct expected_route* routes[32];
  struct expected_anycast* anycasts[32];
  struct expected_callback callbacks[32];
};

static struct {
  int number;
  int verdict;
  unsigned long long ways; /* that still explain all observations */
  struct alternative alternatives[64];
  int alternative_count;
  const char* unpromised; /* not NULL: why the step may have any result */
  int anything_goes;      /* such a step has been run */
  int ended;
  unsigned allowed; /* the statuses, for the last answer */
} run;

/* The answer of the last call. */
static struct {
  unsigned number; /* its status */
  int wrote;       /* it wrote outside of its memory */
  MIB_IPFORWARD_ROW2 route_row, passed;
  MIB_ANYCASTIPADDRESS_ROW anycast_row;
  MIB_IPINTERFACE_ROW link;
  MIB_IPFORWARD_TABLE2* routes;
  MIB_ANYCASTIPADDRESS_TABLE* anycasts;
} seen;

static void step(const char* words) {
  run.alternative_count = 0; /* also after the end, as the script goes on to list them */
  if (run.verdict != conforms) return;
  say("step %d: %s\n", ++run.number, words);
  run.unpromised = NULL;
  memset(&seen, 0, sizeof seen);
  snprintf(difference, sizeof difference, "status");
}

static struct alternative* last_alternative(void) {
  return &run.alternatives[run.alternative_count == 0 ? 0 : run.alternative_count - 1];
}

static void allow(unsigned long long ways, unsigned statuses) {
  struct alternative* next = &run.alternatives[run.alternative_count++];
  memset(next, 0, sizeof *next);
  next->ways = ways;
  next->statuses = statuses;
}

static void with_route(struct expected_route* expected) {
  struct alternative* last = last_alternative();
  last->routes[last->route_count++] = expected;
}

static void with_anycast(struct expected_anycast* expected) {
  struct alternative* last = last_alternative();
  last->anycasts[last->anycast_count++] = expected;
}

/* The documents promise nothing about the call. Later steps are judged only if it does not crash. */
static void nothing_is_promised(const char* why) {
  run.unpromised = why;
  run.anything_goes = 1;
}

static const char* words_for_statuses(unsigned statuses, char* into, size_t size) {
  size_t used = 0;
  into[0] = '\0';
  for (unsigned i = 0; i <= 10; ++i) {
    if ((statuses >> i & 1) == 0 || used >= size) continue;
    used += (size_t)snprintf(into + used, size - used, "%s%s", used == 0 ? "" : " or ", status_names[i]);
  }
  return into;
}

static void say_answer(void) {
  char allowed[200], observed[40];
  say("  allowed   %s\n", words_for_statuses(run.allowed, allowed, sizeof allowed));
  say("  observed  %s (%s%X)\n", words_for_statuses(meaning_of(seen.number), observed, sizeof observed),
      seen.number > 9 ? "0x" : "", seen.number);
}

/* The number of a duplicate is the Win32 code, as documented, or an NTSTATUS, but always the same. */
static int same_form(struct memory* form, unsigned number, int learn) {
  if (form == NULL || meaning_of(number) != object_already_exists) return 1;
  return remembered("the number of a duplicate is an NTSTATUS", form, number >= 0x80000000, learn);
}

static struct memory no_memory, form_of_route, form_of_anycast;

/* The documented statuses of each call. */
enum {
  of_create = success | invalid_parameter | not_found | not_supported | object_already_exists,
  of_set = success | invalid_parameter | not_found,
  of_get = success | invalid_parameter | not_found | not_supported,
  of_delete = of_get,
  of_table = of_get,
  of_best_route = of_get | file_not_found,
  of_get_anycast = of_get | file_not_found,
  of_notify = success | invalid_parameter | invalid_handle,
  of_get_link = success | invalid_parameter | not_found | file_not_found
};

/* Compares the answer with the alternatives. `named` are the statuses that the page names. */
static void judge(unsigned named, struct memory* form, int (*fits)(const struct alternative*, int)) {
  const unsigned status = meaning_of(seen.number);
  unsigned long long left = 0;
  unsigned allowed = 0;
  for (int i = 0; i < run.alternative_count; ++i) {
    const struct alternative* each = &run.alternatives[i];
    if ((each->ways & run.ways) == 0) continue;
    allowed |= each->statuses;
    if (seen.wrote || (each->statuses & status) == 0 || !same_form(form, seen.number, 0)) continue;
    if (fits != NULL && (!fits(each, 0) || !fits(each, 1))) continue;
    (void)same_form(form, seen.number, 1);
    left |= each->ways;
  }
  run.allowed = allowed;
  say_answer();
  if ((left & run.ways) != 0) {
    run.ways &= left;
    end_with(conforms, "as allowed");
  } else if (run.unpromised != NULL) {
    end_with(undecided, run.unpromised);
  } else if ((allowed & success) != 0 && (named & status) == 0) {
    end_with(undecided, "a status of the page's line \"Other\"");
  } else if (seen.wrote) {
    end_with(deviates, "the call wrote to memory that it must not change");
  } else if ((allowed & status) != 0) {
    end_with(deviates, difference);
  } else {
    end_with(deviates, "this status is not allowed");
  }
}

/* Memory passed to a call, with a margin that the call must not change. */
enum { margin = 64, margin_byte = 0xA5 };

static struct lent {
  union {
    unsigned char bytes[2 * margin + 176];
    unsigned long long alignment;
  } memory;
  size_t offset, size;
} lent[8];
static int lent_count;

static void* lend(const void* content, size_t size, unsigned misalignment) {
  struct lent* next = &lent[lent_count++];
  if (content == NULL) {
    --lent_count;
    return NULL;
  }
  next->offset = margin + misalignment;
  next->size = size;
  memset(next->memory.bytes, margin_byte, sizeof next->memory.bytes);
  memcpy(next->memory.bytes + next->offset, content, size);
  return next->memory.bytes + next->offset;
}

static void take_back(void) {
  for (int i = 0; i < lent_count; ++i) {
    for (size_t at = 0; at < sizeof lent[i].memory.bytes; ++at) {
      const int inside = at >= lent[i].offset && at < lent[i].offset + lent[i].size;
      if (!inside && lent[i].memory.bytes[at] != margin_byte) seen.wrote = 1;
    }
  }
  lent_count = 0;
}
