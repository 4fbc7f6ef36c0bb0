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
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

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
    // Requests go through sockets, since a write to a copy that is gone is to be an error and no signal.
    int result = index == 0 ? socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) : pipe2(pair, O_CLOEXEC);
    if (result != 0) return false;
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
  // The program's handlers are not to run in the copy, whatever is sent to its group.
  uint64_t all = ~(uint64_t)0, before = 0;
  CALL4(SYS_rt_sigprocmask, SIG_SETMASK, &all, &before, sizeof all);
  long child = fork_quietly();
  if (child == 0) stand_still(parent, child_ends);
  CALL4(SYS_rt_sigprocmask, SIG_SETMASK, &before, 0, sizeof before);
  if (child < 0) {
    copy->error = (int)-child;
    copy->step = "fork";
  } else {
    copy->process = (pid_t)child;
  }
}

static void end_copy(struct heapgraph_frozen_copy *copy) {
  if (copy->process <= 0) return;
  kill(copy->process, SIGKILL);
  int status;
  while (waitpid(copy->process, &status, __WALL) < 0 && errno == EINTR) {
  }
  copy->process = 0;
}

static void record_caller(struct heapgraph_thread *thread) {
  memset(thread, 0, sizeof *thread);
  thread->identifier = (int32_t)CALL0(SYS_gettid);
  // Registers that calls keep are spilled to this frame, which the frozen copy has.
  __builtin_unwind_init();
  thread->stack_pointer = (uint64_t)__builtin_frame_address(0);
}

// MARK: Stopping by a helper that traces

enum { BEGIN, GO, STOPPED, FAILED, RELEASE, EXPIRED };

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
        helper->process, helper->caller, 0, helper->threads, HEAPGRAPH_MAXIMUM_THREADS - 1, &helper->count,
        helper->deadline, &helper->failure);
    if (result != 0) {
      set_and_wake(&helper->state, FAILED);
    } else {
      uint32_t expected = GO;
      if (atomic_compare_exchange_strong(&helper->state, &expected, STOPPED)) {
        CALL3(SYS_futex, &helper->state, FUTEX_WAKE, 1 << 30);
        wait_while(&helper->state, STOPPED, helper->deadline);
        // A copy that is being made when the threads go on is none that stands still.
        expected = STOPPED;
        atomic_compare_exchange_strong(&helper->state, &expected, EXPIRED);
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
  if (state != STOPPED) {
    copy->ptrace_error = state == FAILED ? helper.failure : ETIME;
    if (state != FAILED && state != EXPIRED) kill(task, SIGKILL);
    end_copy(copy);
    is_stopped = false;
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
  _Atomic uint32_t is_open;  // 1 while threads are to stop
  _Atomic uint32_t next;     // the next free place
  _Atomic uint32_t entered;  // how many times the handler was entered, and left, since the process began
  _Atomic uint32_t left;
  _Atomic uint32_t arrived;
  uint64_t deadline;
  // What threads note of themselves, in memory that stays: one may come as late as it likes. Shared, which captures take
  // for no memory of the program's.
  struct gathered *gathered;
};

struct gathered {
  struct heapgraph_thread threads[HEAPGRAPH_MAXIMUM_THREADS];
  pid_t called[HEAPGRAPH_MAXIMUM_THREADS];
};

// The handler stays installed for ever: a thread that blocks the signal may be given it at any later time, and its
// default is to end the process.
static struct gathering gathering;
static _Atomic int gathering_signal;

static void stop_here(const ucontext_t *context) {
  uint32_t place = atomic_fetch_add(&gathering.next, 1);
  if (place >= HEAPGRAPH_MAXIMUM_THREADS) return;
  struct heapgraph_thread *thread = &gathering.gathered->threads[place];
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
  // A place with a number is whole.
  __atomic_store_n(&thread->identifier, (int32_t)CALL0(SYS_gettid), __ATOMIC_RELEASE);
  atomic_fetch_add(&gathering.arrived, 1);
  CALL3(SYS_futex, &gathering.arrived, FUTEX_WAKE, 1);
  wait_while(&gathering.is_open, 1, gathering.deadline);
}

static void gather(int number, siginfo_t *information, void *context) {
  (void)number;
  (void)information;
  atomic_fetch_add(&gathering.entered, 1);
  if (atomic_load(&gathering.is_open) != 0) stop_here(context);
  atomic_fetch_add(&gathering.left, 1);
}

// A real-time signal that nobody uses, with the handler installed; 0 where there is none.
static int prepare_signal(void) {
  if (!gathering.gathered) {
    void *memory = mmap(
        NULL, sizeof(struct gathered), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return 0;
    gathering.gathered = memory;
  }
  int known = atomic_load(&gathering_signal);
  struct sigaction now;
  // The program may have taken it for something else since, or all handlers away.
  if (known && sigaction(known, NULL, &now) == 0 && now.sa_sigaction == gather) return known;
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
  uint32_t known;
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
  pid_t *known = gathering.gathered->called;
  for (uint32_t index = 0; index < calling->known; index++) {
    if (known[index] == thread) return 0;
  }
  if (calling->known == HEAPGRAPH_MAXIMUM_THREADS) return -E2BIG;
  known[calling->known++] = thread;
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
  memset(gathering.gathered->threads, 0, sizeof gathering.gathered->threads);
  gathering.deadline = begin + limit;
  atomic_store(&gathering.next, 0);
  atomic_store(&gathering.arrived, 0);
  atomic_store(&gathering.is_open, 1);
  struct calling calling = {.process = getpid(), .caller = copy->threads[0].identifier, .signal = number};
  uint64_t patience = begin + limit / 2;
  int result = 0;
  uint32_t before = 0;
  // Threads that still ran while the list was read may have made others.
  do {
    before = calling.known;
    result = heapgraph_each_thread(calling.process, call_thread, &calling);
    for (;;) {
      uint32_t arrived = atomic_load(&gathering.arrived);
      if (arrived >= calling.called || heapgraph_now() >= patience) break;
      wait_while(&gathering.arrived, arrived, patience);
    }
  } while (result == 0 && calling.known > before && heapgraph_now() < patience);
  if (result == 0) fork_copy(copy, pipes);
  if (heapgraph_now() >= gathering.deadline) {
    // The threads went on while the copy was made.
    end_copy(copy);
    result = -ETIME;
  }
  uint32_t arrived = atomic_load(&gathering.arrived);
  set_and_wake(&gathering.is_open, 0);
  copy->pause = heapgraph_now() - begin;
  copy->thread_count = 1;
  for (uint32_t place = 0; place < HEAPGRAPH_MAXIMUM_THREADS - 1 && place < atomic_load(&gathering.next); place++) {
    struct heapgraph_thread *thread = &gathering.gathered->threads[place];
    if (__atomic_load_n(&thread->identifier, __ATOMIC_ACQUIRE) != 0) copy->threads[copy->thread_count++] = *thread;
  }
  // Those that came are to be gone before the next time.
  while (atomic_load(&gathering.left) != atomic_load(&gathering.entered) && heapgraph_now() < begin + 2 * limit) {
    CALL0(SYS_sched_yield);
  }
  copy->unstopped_count = calling.unstopped + (calling.called > arrived ? (int32_t)(calling.called - arrived) : 0);
  copy->method = HEAPGRAPH_STOPPED_BY_SIGNAL;
  if (result != 0) {
    copy->error = -result;
    copy->step = result == -ETIME ? "stopping the threads in time" : "listing the threads";
  }
  return copy->process > 0;
}

// MARK: What is called

// One freezes at a time: a thread has one tracer only.
static pthread_mutex_t freezing = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t fork_preparation = PTHREAD_ONCE_INIT;

// A process that is forked while a thread freezes has not that thread.
static void forget_freezing(void) { freezing = (pthread_mutex_t)PTHREAD_MUTEX_INITIALIZER; }

static void prepare_for_forks(void) { pthread_atfork(NULL, NULL, forget_freezing); }

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
    pthread_once(&fork_preparation, prepare_for_forks);
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
  end_copy(copy);
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

// A pipe has room for so many bytes, also where a user has too many of them.
#define PIECE 4096

ssize_t heapgraph_read_through_pipe(
    const struct heapgraph_frozen_copy *copy, uint64_t address, void *buffer, size_t count) {
  size_t done = 0;
  while (done < count) {
    // A piece fits into an empty pipe, so the child is never kept waiting with half of one.
    struct request request = {address + done, count - done < PIECE ? count - done : PIECE};
    long written;
    if (send(copy->request_pipe, &request, sizeof request, MSG_NOSIGNAL) != sizeof request ||
        !read_fully(copy->status_pipe, &written, sizeof written)) {
      errno = EPIPE;
      return -1;
    }
    if (written <= 0) {
      if (done > 0) break;
      errno = (int)-written;
      return -1;
    }
    if ((uint64_t)written > request.count || !read_fully(copy->answer_pipe, (char *)buffer + done, (size_t)written)) {
      errno = EPIPE;
      return -1;
    }
    done += (size_t)written;
    if ((uint64_t)written < request.count) break;
  }
  return (ssize_t)done;
}

#else
#include <errno.h>

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
