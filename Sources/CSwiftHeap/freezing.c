#define _GNU_SOURCE
#include "CSwiftHeap.h"
#include "system_calls.h"
#include "tracing.h"

#if HEAPGRAPH_SUPPORTED
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

int heapgraph_freeze_is_supported(void) { return 1; }

static void wait_while(_Atomic uint32_t *word, uint32_t value, uint64_t deadline) {
  while (atomic_load(word) == value) {
    uint64_t now = heapgraph_now();
    if (now >= deadline) return;
    struct timespec rest = {(time_t)((deadline - now) / 1000000000u), (long)((deadline - now) % 1000000000u)};
    CALL4(SYS_futex, word, FUTEX_WAIT, value, &rest);
  }
}

static void set_and_wake(_Atomic uint32_t *word, uint32_t value) {
  atomic_store(word, value);
  CALL3(SYS_futex, word, FUTEX_WAKE, 1 << 30);
}

// MARK: The child

struct request {
  uint64_t address;
  uint64_t count;
};

// All that the child ever does; it must not touch libc, whose locks its threads that are gone may hold.
static void __attribute__((noreturn)) stand_still(pid_t parent, const int pipes[3]) {
  CALL2(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL);
  if (CALL0(SYS_getppid) != parent) CALL1(SYS_exit_group, 0);
  for (int index = 0; index < 3; index++) CALL3(SYS_dup3, pipes[index], index, 0);
  // Sockets and files of the program would stay open as long as the copy lives.
  CALL3(SYS_close_range, 3, ~0u, 0);
  for (;;) {
    struct request request;
    long length = CALL3(SYS_read, 0, &request, sizeof request);
    if (length == -EINTR) continue;
    if (length != sizeof request) CALL1(SYS_exit_group, 0);
    // The kernel copies, so a page that is not there is an error and no fault.
    long written = CALL3(SYS_write, 1, request.address, request.count);
    CALL3(SYS_write, 2, &written, sizeof written);
  }
}

static long fork_quietly(void) {
  // Without a signal at its end: the program's own waiting for children does not see this one.
  return CALL5(SYS_clone, 0, 0, 0, 0, 0);
}

struct pipes {
  int ends[6];  // request, answer, status: for reading, for writing
};

static bool open_pipes(struct pipes *pipes) {
  for (int index = 0; index < 6; index++) pipes->ends[index] = -1;
  for (int index = 0; index < 3; index++) {
    int *pair = &pipes->ends[2 * index];
    if (pipe2(pair, O_CLOEXEC) != 0) return false;
    // The child puts its ends at 0, 1 and 2, so none of them may lie there.
    for (int end = 0; end < 2; end++) {
      if (pair[end] > 2) continue;
      int moved = fcntl(pair[end], F_DUPFD_CLOEXEC, 3);
      if (moved < 0) return false;
      close(pair[end]);
      pair[end] = moved;
    }
  }
  return true;
}

static void close_end(int *end) {
  if (*end >= 0) close(*end);
  *end = -1;
}

static void fork_copy(struct heapgraph_frozen_copy *copy, const struct pipes *pipes) {
  const int child_ends[3] = {pipes->ends[0], pipes->ends[3], pipes->ends[5]};
  pid_t parent = getpid();
  long child = fork_quietly();
  if (child == 0) stand_still(parent, child_ends);
  if (child < 0) {
    copy->error = (int)-child;
    copy->step = "fork";
  } else {
    copy->process = (pid_t)child;
  }
}

static void record_caller(struct heapgraph_thread *thread) {
  memset(thread, 0, sizeof *thread);
  thread->identifier = (int32_t)CALL0(SYS_gettid);
  // Registers that calls keep are spilled to this frame, which the frozen copy has.
  __builtin_unwind_init();
  thread->stack_pointer = (uint64_t)__builtin_frame_address(0);
}

// MARK: Stopping by a helper that traces

enum { BEGIN, GO, STOPPED, FAILED, RELEASE };

struct helper {
  _Atomic uint32_t state;
  pid_t process;
  pid_t caller;
  uint64_t deadline;
  struct heapgraph_thread *threads;
  int32_t count;
  int failure;
};

// Runs in this process's memory, as a process of its own: only such a one may trace the threads.
static int help(void *argument) {
  struct helper *helper = argument;
  wait_while(&helper->state, BEGIN, helper->deadline);
  if (atomic_load(&helper->state) == GO) {
    int result = heapgraph_stop_threads(
        helper->process, helper->caller, 0, helper->threads, &helper->count, helper->deadline, &helper->failure);
    if (result != 0) {
      set_and_wake(&helper->state, FAILED);
    } else {
      uint32_t expected = GO;
      if (atomic_compare_exchange_strong(&helper->state, &expected, STOPPED)) {
        CALL3(SYS_futex, &helper->state, FUTEX_WAKE, 1 << 30);
        wait_while(&helper->state, STOPPED, helper->deadline);
      }
      heapgraph_let_threads_go(helper->threads, helper->count);
    }
  }
  // The kernel lets everything go that is still traced.
  CALL1(SYS_exit, 0);
  return 0;
}

#define HELPER_STACK (64 * 1024)

static bool freeze_by_tracing(
    struct heapgraph_frozen_copy *copy, const struct pipes *pipes, uint64_t limit) {
  char *stack = mmap(NULL, HELPER_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (stack == MAP_FAILED) {
    copy->ptrace_error = errno;
    return false;
  }
  struct helper helper = {
      .process = getpid(),
      .caller = copy->threads[0].identifier,
      .deadline = heapgraph_now() + limit,
      .threads = copy->threads + 1,
  };
  atomic_init(&helper.state, BEGIN);
  // Signals to the helper are none of the program's business, and the program's handlers none of the helper's.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int task = clone(help, stack + HELPER_STACK, CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_UNTRACED, &helper);
  int clone_error = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (task < 0) {
    munmap(stack, HELPER_STACK);
    copy->ptrace_error = clone_error;
    return false;
  }
  int was_dumpable = prctl(PR_GET_DUMPABLE);
  if (was_dumpable == 0) prctl(PR_SET_DUMPABLE, 1);
  prctl(PR_SET_PTRACER, task);  // Asked for by the Yama module, unknown without it.
  uint64_t begin = heapgraph_now();
  set_and_wake(&helper.state, GO);
  wait_while(&helper.state, GO, helper.deadline);
  bool is_stopped = atomic_load(&helper.state) == STOPPED;
  if (is_stopped) fork_copy(copy, pipes);
  uint32_t state = atomic_exchange(&helper.state, RELEASE);
  CALL3(SYS_futex, &helper.state, FUTEX_WAKE, 1 << 30);
  if (!is_stopped) {
    copy->ptrace_error = state == FAILED ? helper.failure : ETIME;
    if (state != FAILED) kill(task, SIGKILL);
  }
  int status;
  while (waitpid(task, &status, __WALL) < 0 && errno == EINTR) {
  }
  copy->pause = heapgraph_now() - begin;
  prctl(PR_SET_PTRACER, 0);
  if (was_dumpable == 0) prctl(PR_SET_DUMPABLE, 0);
  munmap(stack, HELPER_STACK);
  if (!is_stopped) return false;
  copy->method = HEAPGRAPH_STOPPED_BY_PTRACE;
  copy->thread_count = helper.count + 1;
  return copy->process > 0;
}

// MARK: Stopping by a signal

struct gathering {
  _Atomic uint32_t is_open;     // 1 while threads are to stop
  _Atomic uint32_t next;        // the next free place
  _Atomic uint32_t arrived;
  _Atomic uint32_t left;
  struct heapgraph_thread *threads;
  uint64_t deadline;
};

// The handler stays installed for ever: a thread that blocks the signal may be given it at any later time, and its
// default is to end the process.
static struct gathering gathering;
static _Atomic int gathering_signal;

static void gather(int number, siginfo_t *information, void *raw_context) {
  (void)number;
  (void)information;
  if (atomic_load(&gathering.is_open) == 0) return;
  uint32_t place = atomic_fetch_add(&gathering.next, 1);
  if (place >= HEAPGRAPH_MAXIMUM_THREADS) return;
  struct heapgraph_thread *thread = &gathering.threads[place];
  const ucontext_t *context = raw_context;
  thread->identifier = (int32_t)CALL0(SYS_gettid);
#if defined(__x86_64__)
  thread->stack_pointer = (uint64_t)context->uc_mcontext.gregs[REG_RSP];
  thread->register_count = NGREG < 34 ? NGREG : 34;
  for (int index = 0; index < thread->register_count; index++) {
    thread->registers[index] = (uint64_t)context->uc_mcontext.gregs[index];
  }
#else
  thread->stack_pointer = context->uc_mcontext.sp;
  thread->register_count = 31;
  for (int index = 0; index < 31; index++) thread->registers[index] = context->uc_mcontext.regs[index];
#endif
  atomic_fetch_add(&gathering.arrived, 1);
  CALL3(SYS_futex, &gathering.arrived, FUTEX_WAKE, 1);
  wait_while(&gathering.is_open, 1, gathering.deadline);
  atomic_fetch_add(&gathering.left, 1);
}

// A real-time signal that nobody uses, with the handler installed; 0 where there is none.
static int prepare_signal(void) {
  int known = atomic_load(&gathering_signal);
  if (known) return known;
  for (int number = SIGRTMAX - 1; number > SIGRTMIN + 4; number--) {
    struct sigaction before;
    if (sigaction(number, NULL, &before) != 0 || before.sa_handler != SIG_DFL) continue;
    struct sigaction action = {.sa_sigaction = gather, .sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK};
    sigfillset(&action.sa_mask);
    if (sigaction(number, &action, NULL) != 0) continue;
    atomic_store(&gathering_signal, number);
    return number;
  }
  return 0;
}

struct calling {
  pid_t process;
  pid_t caller;
  int signal;
  uint32_t called;
  int32_t unstopped;
};

// Whether a thread takes the signal, as /proc tells; one that blocks it would be waited for in vain.
static bool takes_signal(pid_t process, pid_t thread, int number) {
  char path[64], text[4096];
  snprintf(path, sizeof path, "/proc/%d/task/%d/status", process, thread);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  if (length <= 0) return false;
  text[length] = 0;
  const char *line = strstr(text, "SigBlk:");
  return line == NULL || (strtoull(line + 7, NULL, 16) >> (number - 1) & 1) == 0;
}

static int call_thread(pid_t thread, void *context) {
  struct calling *calling = context;
  if (thread == calling->caller) return 0;
  if (!takes_signal(calling->process, thread, calling->signal)) {
    calling->unstopped++;
    return 0;
  }
  if (CALL3(SYS_tgkill, calling->process, thread, calling->signal) == 0) calling->called++;
  return 0;
}

static bool freeze_by_signal(struct heapgraph_frozen_copy *copy, const struct pipes *pipes, uint64_t limit) {
  int number = prepare_signal();
  if (number == 0) {
    copy->error = EBUSY;
    copy->step = "finding a free signal";
    return false;
  }
  uint64_t begin = heapgraph_now();
  gathering.threads = copy->threads;
  gathering.deadline = begin + limit;
  atomic_store(&gathering.next, 1);
  atomic_store(&gathering.arrived, 0);
  atomic_store(&gathering.left, 0);
  atomic_store(&gathering.is_open, 1);
  struct calling calling = {.process = getpid(), .caller = copy->threads[0].identifier, .signal = number};
  int result = heapgraph_each_thread(calling.process, call_thread, &calling);
  uint64_t patience = begin + limit / 2;
  for (;;) {
    uint32_t arrived = atomic_load(&gathering.arrived);
    if (arrived >= calling.called || heapgraph_now() >= patience) break;
    wait_while(&gathering.arrived, arrived, patience);
  }
  uint32_t arrived = atomic_load(&gathering.arrived);
  if (result == 0) fork_copy(copy, pipes);
  set_and_wake(&gathering.is_open, 0);
  copy->pause = heapgraph_now() - begin;
  // Nobody may be in the handler when its threads' places are used again.
  while (atomic_load(&gathering.left) < arrived && heapgraph_now() < begin + 2 * limit) {
    CALL0(SYS_sched_yield);
  }
  copy->unstopped_count = calling.unstopped + (int32_t)(calling.called - arrived);
  copy->method = HEAPGRAPH_STOPPED_BY_SIGNAL;
  copy->thread_count = (int32_t)arrived + 1;
  if (result != 0) {
    copy->error = -result;
    copy->step = "listing the threads";
  }
  return copy->process > 0;
}

// MARK: What is called

// One freezes at a time: a thread has one tracer only.
static pthread_mutex_t freezing = PTHREAD_MUTEX_INITIALIZER;

int heapgraph_freeze(struct heapgraph_frozen_copy *copy, int options, uint64_t limit) {
  struct heapgraph_thread *threads = copy->threads;
  memset(copy, 0, sizeof *copy);
  copy->threads = threads;
  copy->request_pipe = copy->answer_pipe = copy->status_pipe = -1;
  struct pipes pipes;
  bool is_done = false;
  if (!open_pipes(&pipes)) {
    copy->error = errno;
    copy->step = "opening pipes";
  } else {
    pthread_mutex_lock(&freezing);
    record_caller(&threads[0]);
    if (options & HEAPGRAPH_MAY_PTRACE) is_done = freeze_by_tracing(copy, &pipes, limit);
    if (!is_done && copy->error == 0 && (options & HEAPGRAPH_MAY_SIGNAL)) {
      is_done = freeze_by_signal(copy, &pipes, limit);
    }
    if (!is_done && copy->error == 0) {
      copy->error = copy->ptrace_error ? copy->ptrace_error : EINVAL;
      copy->step = "stopping the threads";
    }
    pthread_mutex_unlock(&freezing);
  }
  close_end(&pipes.ends[0]);
  close_end(&pipes.ends[3]);
  close_end(&pipes.ends[5]);
  copy->request_pipe = pipes.ends[1];
  copy->answer_pipe = pipes.ends[2];
  copy->status_pipe = pipes.ends[4];
  if (!is_done) heapgraph_release(copy);
  return is_done ? 0 : -1;
}

void heapgraph_release(struct heapgraph_frozen_copy *copy) {
  close_end(&copy->request_pipe);
  close_end(&copy->answer_pipe);
  close_end(&copy->status_pipe);
  if (copy->process > 0) {
    kill(copy->process, SIGKILL);
    int status;
    while (waitpid(copy->process, &status, __WALL) < 0 && errno == EINTR) {
    }
    copy->process = 0;
  }
}

ssize_t heapgraph_read_process(pid_t process, uint64_t address, void *buffer, size_t count) {
  struct iovec local = {buffer, count}, remote = {(void *)(uintptr_t)address, count};
  return process_vm_readv(process, &local, 1, &remote, 1, 0);
}

static bool read_fully(int file, void *buffer, size_t count) {
  for (size_t done = 0; done < count;) {
    ssize_t length = read(file, (char *)buffer + done, count - done);
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) return false;
    done += (size_t)length;
  }
  return true;
}

#define PIECE 32768

ssize_t heapgraph_read_through_pipe(
    const struct heapgraph_frozen_copy *copy, uint64_t address, void *buffer, size_t count) {
  size_t done = 0;
  while (done < count) {
    // A piece fits into an empty pipe, so the child is never kept waiting with half of one.
    struct request request = {address + done, count - done < PIECE ? count - done : PIECE};
    long written;
    if (write(copy->request_pipe, &request, sizeof request) != sizeof request ||
        !read_fully(copy->status_pipe, &written, sizeof written)) {
      errno = EPIPE;
      return -1;
    }
    if (written <= 0) {
      if (done > 0) break;
      errno = (int)-written;
      return -1;
    }
    if (!read_fully(copy->answer_pipe, (char *)buffer + done, (size_t)written)) return -1;
    done += (size_t)written;
    if ((uint64_t)written < request.count) break;
  }
  return (ssize_t)done;
}

#else
#include <errno.h>

int heapgraph_freeze_is_supported(void) { return 0; }
int heapgraph_freeze(struct heapgraph_frozen_copy *copy, int options, uint64_t limit) {
  copy->error = ENOSYS;
  copy->step = "freezing, which only Linux on x86-64 and arm64 can do,";
  return -1;
}
void heapgraph_release(struct heapgraph_frozen_copy *copy) {}
ssize_t heapgraph_read_process(pid_t process, uint64_t address, void *buffer, size_t count) {
  errno = ENOSYS;
  return -1;
}
ssize_t heapgraph_read_through_pipe(
    const struct heapgraph_frozen_copy *copy, uint64_t address, void *buffer, size_t count) {
  errno = ENOSYS;
  return -1;
}
#endif
