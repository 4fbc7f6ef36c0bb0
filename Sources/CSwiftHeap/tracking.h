#ifndef TRACKING_H
#define TRACKING_H

#include "CSwiftHeapTracking.h"
#include "system_calls.h"

// Only glibc puts a thread's control block at the end of its stack, and tells where the first thread's stack ends.
#if __has_include(<features.h>)
#include <features.h>
#endif
#if HEAPGRAPH_SUPPORTED && defined(__GLIBC__)
#define HEAPGRAPH_CAN_TRACK 1

#include <stdbool.h>
#include <stdint.h>

#define LIKELY(condition) __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)

// What a thread keeps. In static thread-local storage, so that no access to it allocates.
struct heapgraph_tracking_thread {
  uint32_t is_inside;   // it is in a hook: one that begins in between, in a signal handler, does nothing
  uint32_t holds_locks; // it forks, and holds all locks
  uintptr_t low, top;   // its stack's part that is known to be readable; both 0 as long as nothing is
};
extern _Thread_local struct heapgraph_tracking_thread heapgraph_tracking_thread
    __attribute__((tls_model("initial-exec"), visibility("hidden")));

extern struct heapgraph_tracking_root heapgraph_tracking_root __attribute__((visibility("hidden")));

// A lock of one word that no allocation, and no child of a fork, waits for without end.
//
// Returns how it was taken, 0 where it could not be: in the child of a fork that nobody was told of.
enum { NOT_LOCKED = 0, LOCKED = 1, LOCKED_BEFORE = 2 };
int heapgraph_lock_slowly(uint32_t *lock);

static inline int heapgraph_lock(uint32_t *lock) {
  if (LIKELY(__atomic_exchange_n(lock, 1, __ATOMIC_ACQUIRE) == 0)) return LOCKED;
  return heapgraph_lock_slowly(lock);
}

static inline void heapgraph_unlock(uint32_t *lock, int how) {
  if (LIKELY(how == LOCKED)) __atomic_store_n(lock, 0, __ATOMIC_RELEASE);
}

// The number of the stack that a frame begins; 0 where there is no room for it or it has no frames.
uint32_t heapgraph_stack_number(void *frame, uint32_t frame_limit, uint32_t session);
extern uint32_t heapgraph_stacks_lock __attribute__((visibility("hidden")));
// Makes room for stacks; under the lock of stacks. Returns false with errno.
bool heapgraph_make_stacks(uint64_t bytes);
void heapgraph_forget_stacks(void);

// Leads calls of the allocator through the hooks, in all images that are loaded. Returns false with the failure.
bool heapgraph_patch_images(struct heapgraph_tracking_failure *failure);
void heapgraph_restore_images(void);

#else
#define HEAPGRAPH_CAN_TRACK 0
#endif
#endif
