/* A call that crashes, hangs or ends the program is a deviation. */
static void give_up(const char* what) {
  if (run.ended || host == NULL) return;
  run.ended = 1;
  run.verdict = conforms;
  end_with(run.anything_goes ? undecided : deviates, what);
}

static void on_exit_of_program(void) {
  if (run.ended || host == NULL || run.number == 0) return;
  give_up("the call ended the program");
  fflush(stdout);
  _exit(run.verdict);
}

#ifdef _WIN32
static LONG WINAPI on_crash(EXCEPTION_POINTERS* what) {
  (void)what;
  give_up("the call crashed");
  TerminateProcess(GetCurrentProcess(), (UINT)run.verdict);
  return EXCEPTION_EXECUTE_HANDLER;
}

static DWORD WINAPI watch(void* nothing) {
  (void)nothing;
  Sleep(10000);
  give_up("the call does not return");
  TerminateProcess(GetCurrentProcess(), (UINT)run.verdict);
  return 0;
}

static void take_care(void) {
  atexit(on_exit_of_program);
  SetUnhandledExceptionFilter(on_crash);
  CloseHandle(CreateThread(NULL, 0, watch, NULL, 0, NULL));
}
#else
static void on_signal(int number) {
  give_up(number == SIGALRM ? "the call does not return" : "the call crashed");
  _exit(run.verdict);
}

static void take_care(void) {
  static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGALRM};
  atexit(on_exit_of_program);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i) signal(signals[i], on_signal);
  alarm(10);
}
#endif
