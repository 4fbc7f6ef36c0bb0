#if defined(__linux__)
#define _GNU_SOURCE
#include "CSwiftHeap.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define SIGNAL_LIMIT 128

// What each signal is told to, plus one; 0 where it is not watched.
static _Atomic int descriptors[SIGNAL_LIMIT];
// The process that watches: those that it forks have its handlers, and not its threads.
static _Atomic pid_t owner;

// Nothing but a write to a descriptor is allowed in here, and nothing else is done.
static void tell(int number) {
  int before = errno;
  int descriptor = atomic_load_explicit(&descriptors[number], memory_order_relaxed) - 1;
  uint64_t one = 1;
  if (descriptor >= 0 && getpid() == atomic_load_explicit(&owner, memory_order_relaxed) && write(descriptor, &one, sizeof one) < 0) {
    // The count is at its limit, and whoever waits for it will look anyway.
  }
  errno = before;
}

int heapgraph_watch_signal(int number) {
  struct sigaction before;
  if (number < 1 || number >= SIGNAL_LIMIT) return errno = EINVAL, -1;
  if (sigaction(number, NULL, &before) != 0) return -1;
  bool is_inherited = before.sa_handler == tell && atomic_load(&owner) != getpid();
  if (is_inherited) atomic_store(&descriptors[number], 0);
  if (before.sa_handler != SIG_DFL && !is_inherited) return errno = EBUSY, -1;
  int descriptor = eventfd(0, EFD_CLOEXEC);
  if (descriptor < 0) return -1;
  int none = 0;
  if (!atomic_compare_exchange_strong(&descriptors[number], &none, descriptor + 1)) {
    close(descriptor);
    return errno = EBUSY, -1;
  }
  struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  if (sigaction(number, &action, &before) != 0) {
    int error = errno;
    atomic_store(&descriptors[number], 0);
    close(descriptor);
    return errno = error, -1;
  }
  atomic_store(&owner, getpid());
  return descriptor;
}

void heapgraph_unwatch_signal(int number) {
  if (number < 1 || number >= SIGNAL_LIMIT) return;
  signal(number, SIG_DFL);
  int descriptor = atomic_exchange(&descriptors[number], 0) - 1;
  if (descriptor >= 0) close(descriptor);
}

int heapgraph_await_signal(int descriptor) {
  uint64_t count;
  ssize_t size;
  do size = read(descriptor, &count, sizeof count);
  while (size < 0 && errno == EINTR);
  return size == (ssize_t)sizeof count ? 0 : -1;
}

#else
#include "CSwiftHeap.h"

#include <errno.h>

int heapgraph_watch_signal(int number) { return errno = ENOTSUP, -1; }
int heapgraph_await_signal(int descriptor) { return errno = ENOTSUP, -1; }
void heapgraph_unwatch_signal(int number) {}
#endif
