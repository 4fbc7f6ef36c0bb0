#define _GNU_SOURCE
#include "tracing.h"

#include "system_calls.h"

#if HEAPGRAPH_SUPPORTED
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

uint64_t heapgraph_now(void) {
  struct timespec now = {0, 0};
  CALL2(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

struct directory_entry {
  uint64_t inode;
  int64_t offset;
  uint16_t length;
  uint8_t type;
  char name[];
};

static char *append(char *end, const char *text) {
  while (*text) *end++ = *text++;
  return end;
}

static char *append_number(char *end, unsigned long number) {
  char digits[24];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count) *end++ = digits[--count];
  return end;
}

int heapgraph_each_thread(pid_t process, int (*body)(pid_t, void *), void *context) {
  char path[64];
  char *end = append(append_number(append(path, "/proc/"), (unsigned long)process), "/task");
  *end = 0;
  long folder = CALL4(SYS_openat, AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (folder < 0) return (int)folder;
  char buffer[4096] __attribute__((aligned(8)));
  int result = 0;
  while (result == 0) {
    long length = CALL3(SYS_getdents64, folder, buffer, sizeof buffer);
    if (length <= 0) {
      result = (int)length;
      break;
    }
    for (long position = 0; position < length && result == 0;) {
      struct directory_entry *entry = (struct directory_entry *)(buffer + position);
      position += entry->length;
      pid_t thread = 0;
      for (const char *digit = entry->name; *digit >= '0' && *digit <= '9'; digit++) {
        thread = thread * 10 + (*digit - '0');
      }
      if (thread) result = body(thread, context);
    }
  }
  CALL1(SYS_close, folder);
  return result;
}

// Whether a thread has ended, as /proc tells: the kernel refuses to trace one that is about to go.
static bool has_gone(pid_t process, pid_t thread) {
  char path[96], text[512];
  char *end = append(append_number(append(path, "/proc/"), (unsigned long)process), "/task/");
  *append(append_number(end, (unsigned long)thread), "/stat") = 0;
  long file = CALL4(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return true;
  long length = CALL3(SYS_read, file, text, sizeof text);
  CALL1(SYS_close, file);
  // The state stands behind the name, which may hold anything.
  long name_end = length - 1;
  while (name_end > 0 && text[name_end] != ')') name_end--;
  if (name_end <= 0 || name_end + 2 >= length) return true;
  return text[name_end + 2] == 'Z' || text[name_end + 2] == 'X';
}

// A thread that has ended; it stays in the list so that nobody tries to trace it again.
enum { GONE = -2 };

struct stopping {
  pid_t process;
  pid_t excepted;
  struct heapgraph_thread *threads;
  int32_t room;
  int32_t *count;
  bool found_more;
};

static int seize(pid_t thread, void *context) {
  struct stopping *stopping = context;
  if (thread == stopping->excepted) return 0;
  for (int32_t index = 0; index < *stopping->count; index++) {
    if (stopping->threads[index].identifier == thread) return 0;
  }
  if (*stopping->count >= stopping->room) return -E2BIG;
  long result = CALL4(SYS_ptrace, PTRACE_SEIZE, thread, 0, 0);
  if (result == -ESRCH || (result == -EPERM && has_gone(stopping->process, thread))) return 0;
  if (result < 0) return (int)result;
  struct heapgraph_thread *entry = &stopping->threads[(*stopping->count)++];
  entry->identifier = thread;
  entry->register_count = -1;
  entry->stack_pointer = 0;
  CALL4(SYS_ptrace, PTRACE_INTERRUPT, thread, 0, 0);
  stopping->found_more = true;
  return 0;
}

static void read_registers(struct heapgraph_thread *thread) {
  struct user_regs_struct registers;
  struct iovec vector = {&registers, sizeof registers};
  thread->register_count = 0;
  if (CALL4(SYS_ptrace, PTRACE_GETREGSET, thread->identifier, NT_PRSTATUS, &vector) < 0) return;
#if defined(__x86_64__)
  const uint64_t values[] = {
      registers.rax, registers.rbx, registers.rcx, registers.rdx, registers.rsi, registers.rdi,
      registers.rbp, registers.r8,  registers.r9,  registers.r10, registers.r11, registers.r12,
      registers.r13, registers.r14, registers.r15,
  };
  const int count = sizeof values / sizeof *values;
  thread->stack_pointer = registers.rsp;
#else
  const uint64_t *values = (const uint64_t *)registers.regs;
  const int count = 31;
  thread->stack_pointer = registers.sp;
#endif
  for (int index = 0; index < count; index++) thread->registers[index] = values[index];
  thread->register_count = count;
}

static bool has_ended(pid_t child) {
  siginfo_t information = {.si_pid = 0};
  if (CALL5(SYS_waitid, P_PID, child, &information, WEXITED | WNOWAIT | WNOHANG | __WALL, 0) != 0) return false;
  // One that is traced and stands still is told of whatever was asked for.
  return information.si_pid == child && information.si_code != CLD_TRAPPED && information.si_code != CLD_STOPPED;
}

// Waits for a thread that is seized to stand still. Returns 0, or -ESRCH where it has ended, or -ETIME.
static int wait_for(pid_t thread, pid_t child, uint64_t deadline) {
  // How a child of this process ended is for others to ask, and can be asked once.
  const int options = WSTOPPED | WNOHANG | __WALL | (thread == child ? 0 : WEXITED);
  for (unsigned round = 0;; round++) {
    siginfo_t information = {.si_pid = 0};
    long result = CALL5(SYS_waitid, P_PID, thread, &information, options, 0);
    if (result == 0 && information.si_pid == thread) {
      if (information.si_code != CLD_TRAPPED && information.si_code != CLD_STOPPED) return -ESRCH;
      if (information.si_status >> 8 == PTRACE_EVENT_STOP) return 0;
      // A signal was about to be delivered: it is, and the stop that was asked for comes next.
      CALL4(SYS_ptrace, PTRACE_CONT, thread, 0, information.si_status & 0x7F);
    } else if (thread == child && has_ended(child)) {
      return -ESRCH;
    } else if (result < 0 && result != -EINTR) {
      return -ESRCH;
    } else if (heapgraph_now() > deadline) {
      return -ETIME;
    } else if (round < 200) {
      CALL0(SYS_sched_yield);
    } else {
      struct timespec moment = {0, 20000};
      CALL2(SYS_nanosleep, &moment, 0);
    }
  }
}

// Takes note that a thread has ended: as long as its tracer has not, nobody else is told, its parent neither.
static void bury(pid_t thread, uint64_t deadline) {
  for (;;) {
    int status = 0;
    long result = CALL4(SYS_wait4, thread, &status, WNOHANG | __WALL, 0);
    if (result == thread && WIFSTOPPED(status)) {
      CALL4(SYS_ptrace, PTRACE_DETACH, thread, 0, 0);
      return;
    }
    if (result != 0 && result != -EINTR) return;
    if (heapgraph_now() > deadline) return;
    struct timespec moment = {0, 100000};
    CALL2(SYS_nanosleep, &moment, 0);
  }
}

bool heapgraph_let_threads_go(const struct heapgraph_thread *threads, int32_t count) {
  bool has_ended = false;
  for (int32_t index = 0; index < count; index++) {
    if (threads[index].register_count < 0) continue;
    if (CALL4(SYS_ptrace, PTRACE_DETACH, threads[index].identifier, 0, 0) == -ESRCH) has_ended = true;
  }
  return has_ended;
}

int heapgraph_stop_threads(
    pid_t process, pid_t excepted, pid_t child, struct heapgraph_thread *threads, int32_t room, int32_t *count,
    uint64_t deadline, int *failure) {
  struct stopping stopping = {process, excepted, threads, room, count, true};
  *count = 0;
  int result = 0;
  int32_t stopped = 0;
  // Threads that still ran while the list was read may have made others.
  while (result == 0 && stopping.found_more) {
    stopping.found_more = false;
    result = heapgraph_each_thread(process, seize, &stopping);
    while (result == 0 && stopped < *count) {
      result = wait_for(threads[stopped].identifier, child, deadline);
      if (result == 0) {
        read_registers(&threads[stopped]);
        stopped++;
      } else if (result == -ESRCH) {
        threads[stopped++].register_count = GONE;
        result = 0;
      }
    }
  }
  if (result == 0) {
    int32_t kept = 0;
    for (int32_t index = 0; index < *count; index++) {
      if (threads[index].register_count != GONE) threads[kept++] = threads[index];
    }
    *count = kept;
    return 0;
  }
  *failure = -result;
  // Only what stands still can be let go.
  uint64_t patience = heapgraph_now() + 100000000u;
  for (; stopped < *count; stopped++) {
    struct heapgraph_thread *thread = &threads[stopped];
    if (wait_for(thread->identifier, child, patience) == 0) thread->register_count = 0;
  }
  heapgraph_let_threads_go(threads, *count);
  return -1;
}

int heapgraph_stop_process(
    pid_t process, pid_t child, struct heapgraph_thread *threads, int32_t *thread_count, uint64_t limit_nanoseconds) {
  int failure = 0;
  uint64_t deadline = heapgraph_now() + limit_nanoseconds;
  if (heapgraph_stop_threads(
          process, 0, child, threads, HEAPGRAPH_MAXIMUM_THREADS, thread_count, deadline, &failure) == 0) {
    if (*thread_count > 0) return 0;
    failure = ESRCH;
  }
  errno = failure;
  return -1;
}

void heapgraph_let_go(const struct heapgraph_thread *threads, int32_t thread_count, pid_t child) {
  if (!heapgraph_let_threads_go(threads, thread_count)) return;
  // The first thread's end is told when all others have ended.
  uint64_t deadline = heapgraph_now() + 500000000u;
  for (int32_t index = thread_count - 1; index >= 0; index--) {
    if (threads[index].identifier != child) bury(threads[index].identifier, deadline);
  }
}

#else
#include <errno.h>

int heapgraph_stop_process(
    pid_t process, pid_t child, struct heapgraph_thread *threads, int32_t *thread_count, uint64_t limit) {
  errno = ENOSYS;
  return -1;
}

void heapgraph_let_go(const struct heapgraph_thread *threads, int32_t thread_count, pid_t child) {}
#endif
