// What capturing a Swift process's heap needs of the system below Swift: stopping threads, taking a frozen copy of the
// process, and reading memory of processes. Linux on x86-64 and arm64.
#ifndef C_SWIFT_HEAP_H
#define C_SWIFT_HEAP_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

// Whether this system and processor are known.

// How the other threads were stopped.
enum heapgraph_stop_method {
  HEAPGRAPH_STOPPED_BY_NONE = 0,    // they were not: the copy is of threads that ran on
  HEAPGRAPH_STOPPED_BY_PTRACE = 1,  // by a helper task that traces them
  HEAPGRAPH_STOPPED_BY_SIGNAL = 2,  // by a handler of a real-time signal
};

// A thread as it was when the process was frozen.
struct heapgraph_thread {
  int32_t identifier;
  int32_t register_count;
  uint64_t stack_pointer;
  uint64_t registers[34];
};

#define HEAPGRAPH_MAXIMUM_THREADS 4096

// A frozen copy of this process: a child that only waits.
struct heapgraph_frozen_copy {
  pid_t process;             // the child; 0 where there is none
  int method;                // enum heapgraph_stop_method
  int error;                 // errno of what failed, 0 where nothing did
  const char *step;          // what failed, for a message
  int ptrace_error;          // why threads could not be traced, 0 where they were
  uint64_t pause;            // nanoseconds for which the threads stood still
  int32_t unstopped_count;   // threads that could not be stopped in time
  int32_t thread_count;      // those in `threads`, the calling one first
  struct heapgraph_thread *threads;
  int request_pipe;          // to the child, which answers reads where its memory may not be read; -1 where closed
  int answer_pipe;
  int status_pipe;
};

enum heapgraph_freeze_options {
  HEAPGRAPH_MAY_PTRACE = 1,
  HEAPGRAPH_MAY_SIGNAL = 2,
};

// Stops all other threads, forks a child that only waits, and lets the threads go on.
//
// `threads` has room for HEAPGRAPH_MAXIMUM_THREADS. Every step has a limit in time; where one fails the threads go on
// and the next way is tried. Returns 0, or -1 with `error` and `step` set and no child.
int heapgraph_freeze(struct heapgraph_frozen_copy *copy, int options, uint64_t limit_nanoseconds);

// Ends the child, and waits for it.
void heapgraph_release(struct heapgraph_frozen_copy *copy);

// Reads another process's memory. Returns the bytes read, which are fewer where a page is not there, or -1 with errno.
ssize_t heapgraph_read_process(pid_t process, uint64_t address, void *buffer, size_t count);

// Reads the frozen child's memory through its pipe, which needs no permission. As heapgraph_read_process.
ssize_t heapgraph_read_through_pipe(
    const struct heapgraph_frozen_copy *copy, uint64_t address, void *buffer, size_t count);

// Stops all threads of another process.
//
// Returns 0, or -1 with errno. The threads stand still until heapgraph_let_go, which is to be called on the same thread;
// they also go on when the calling thread ends. `child` is the process where it is a child of this one, else 0: how it
// ended is then left for this process to ask.
int heapgraph_stop_process(
    pid_t process, pid_t child, struct heapgraph_thread *threads, int32_t *thread_count, uint64_t limit_nanoseconds);
void heapgraph_let_go(const struct heapgraph_thread *threads, int32_t thread_count, pid_t child);

// Takes a signal that nobody handles. Its handler does nothing but count in a descriptor.
//
// Returns the descriptor, or -1 with errno: EBUSY where the signal has a handler or is ignored, EINVAL where it cannot have
// one. It is never given back.
int heapgraph_watch_signal(int number);

// Waits until a watched signal came once or more since the last call. Returns 0, or -1 with errno.
int heapgraph_await_signal(int descriptor);
// Ends the watching, and leaves the signal to what the system does with it.
void heapgraph_unwatch_signal(int number);

#ifdef __cplusplus
}
#endif
#endif
