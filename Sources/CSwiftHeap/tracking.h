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

extern struct heapgraph_tracking_root heapgraph_tracking_root __attribute__((visibility("hidden")));

struct heapgraph_stack_cache;

// What a thread keeps. In static thread-local storage, so that no access to it allocates.
struct heapgraph_tracking_thread {
  uint32_t is_inside;   // it is in a hook: one that begins in between, in a signal handler, does nothing
  uint32_t holds_lock;  // it forks, and holds the lock
  uintptr_t low, top;   // its stack's part that is known to be readable; both 0 as long as nothing is
  struct heapgraph_stack_cache *cache;  // the stacks that it had last
};
extern _Thread_local struct heapgraph_tracking_thread heapgraph_tracking_thread
    __attribute__((tls_model("initial-exec"), visibility("hidden")));

// The lock for what is added to tables, held for moments and only where something is seen for the first time. No
// allocation, and no child of a fork, waits for it without end.
//
// Returns how it was taken, NOT_LOCKED in the child of a fork that nobody was told of.
enum heapgraph_locked { NOT_LOCKED, LOCKED, LOCKED_BEFORE };
enum heapgraph_locked heapgraph_lock_tables(void);
void heapgraph_unlock_tables(enum heapgraph_locked how);

// Enters a block; `frame` is that of the function that the program called.
void heapgraph_remember(void *block, size_t size, void *frame);
// Takes a block's record out; returns what heapgraph_move takes, 0 where there was none.
uint64_t heapgraph_forget(void *block);
// Enters a block with the stack that another one had.
void heapgraph_move(void *block, size_t size, uint64_t origin);

// The number of the stack that a frame begins; 0 where there is no room for it or it has no frames.
uint32_t heapgraph_stack_number(void *frame, uint32_t session);
// Takes as much of a range as it can use for what threads keep of their stacks; returns the bytes.
uint64_t heapgraph_place_stack_caches(uint64_t start, uint64_t bytes);
// Forgets all stacks; under the lock.
void heapgraph_forget_stacks(void);

// Finds out how the allocator's functions are reached. Returns false with the failure.
bool heapgraph_find_allocator(struct heapgraph_tracking_failure *failure);
// Leads calls of the allocator through the hooks, in all images that are loaded. Returns false with the failure.
bool heapgraph_patch_images(struct heapgraph_tracking_failure *failure);
void heapgraph_restore_images(void);

#else
#define HEAPGRAPH_CAN_TRACK 0
#endif
#endif
