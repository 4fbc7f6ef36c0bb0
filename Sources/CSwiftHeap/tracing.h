#ifndef TRACING_H
#define TRACING_H

#include <stdbool.h>

#include "CSwiftHeap.h"

// Nanoseconds of a clock that only goes forward.
uint64_t heapgraph_now(void);

// Stops the threads of a process that is not traced, but for one; uses system calls only. `child` is as in
// heapgraph_stop_process.
//
// Returns 0, or -1 with the error in `failure` and all threads let go that stood still in time; the others go on when the
// calling thread ends.
int heapgraph_stop_threads(
    pid_t process, pid_t excepted, pid_t child, struct heapgraph_thread *threads, int32_t room, int32_t *count,
    uint64_t deadline, int *failure);
// Returns whether one of them has ended.
bool heapgraph_let_threads_go(const struct heapgraph_thread *threads, int32_t count);

// Calls `body` with each thread of a process; stops where it returns other than 0. Returns that, or a negative error.
int heapgraph_each_thread(pid_t process, int (*body)(pid_t thread, void *context), void *context);

#endif
