#define _GNU_SOURCE
#include "tracking.h"

#if HEAPGRAPH_CAN_TRACK
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define ROOT heapgraph_tracking_root
#define THREAD heapgraph_tracking_thread

static struct heapgraph_record_shard shards[HEAPGRAPH_RECORD_SHARDS] __attribute__((aligned(64)));

struct heapgraph_tracking_root heapgraph_tracking_root __attribute__((section("heapgraph.tracking"), aligned(64), used)) = {
    .mark = HEAPGRAPH_TRACKING_MARK,
};

_Thread_local struct heapgraph_tracking_thread heapgraph_tracking_thread;

const struct heapgraph_tracking_root *heapgraph_tracking(void) { return &ROOT; }

static void add(uint64_t *counter, uint64_t amount) { __atomic_fetch_add(counter, amount, __ATOMIC_RELAXED); }

// MARK: Locks

int heapgraph_lock_slowly(uint32_t *lock) {
  if (THREAD.holds_locks) return LOCKED_BEFORE;
  for (unsigned round = 1;; round++) {
    if (__atomic_load_n(lock, __ATOMIC_RELAXED) == 0 && __atomic_exchange_n(lock, 1, __ATOMIC_ACQUIRE) == 0) {
      return LOCKED;
    }
    if (round % 64 != 0) {
#if defined(__x86_64__)
      __builtin_ia32_pause();
#else
      __asm__ volatile("yield");
#endif
      continue;
    }
    // The thread that holds it does not exist in the child of a fork that ran no handlers.
    if (CALL0(SYS_getpid) != __atomic_load_n(&ROOT.process, __ATOMIC_RELAXED)) {
      __atomic_store_n(&ROOT.is_on, 0, __ATOMIC_RELAXED);
      return NOT_LOCKED;
    }
    if (round < 64 * 100) {
      CALL0(SYS_sched_yield);
    } else {
      // Giving way is not enough where the thread that holds it has a lower priority.
      struct timespec moment = {0, 50000};
      CALL2(SYS_nanosleep, &moment, 0);
    }
  }
}

static pthread_mutex_t control = PTHREAD_MUTEX_INITIALIZER;

// Handlers of others that run between these may allocate: the locks are this thread's as long.
static void before_fork(void) {
  pthread_mutex_lock(&control);
  for (int number = 0; number < HEAPGRAPH_RECORD_SHARDS; number++) heapgraph_lock(&shards[number].lock);
  heapgraph_lock(&heapgraph_stacks_lock);
  THREAD.holds_locks = 1;
}

static void after_fork(void) {
  THREAD.holds_locks = 0;
  __atomic_store_n(&heapgraph_stacks_lock, 0, __ATOMIC_RELEASE);
  for (int number = 0; number < HEAPGRAPH_RECORD_SHARDS; number++) {
    __atomic_store_n(&shards[number].lock, 0, __ATOMIC_RELEASE);
  }
  pthread_mutex_unlock(&control);
}

static void after_fork_in_child(void) {
  ROOT.process = (int32_t)getpid();
  after_fork();
}

// MARK: Records

static inline uint64_t hash_of(uint64_t address) { return (address >> 4) * 0x9E3779B97F4A7C15u; }
static inline struct heapgraph_record_shard *shard_of(uint64_t hash) { return &shards[hash >> 56]; }

static inline struct heapgraph_record *records_of(const struct heapgraph_record_shard *shard) {
  return (struct heapgraph_record *)(uintptr_t)shard->records;
}

// A copy of the process may be taken between any two of these: a place holds an address only with what belongs to it.
static inline void fill(struct heapgraph_record *place, const struct heapgraph_record *record) {
  __atomic_store_n(&place->address, 0, __ATOMIC_RELAXED);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  place->stack = record->stack;
  place->size = record->size;
  __atomic_store_n(&place->address, record->address, __ATOMIC_RELEASE);
}

#define FIRST_CAPACITY 256

static bool grow(struct heapgraph_record_shard *shard) {
  uint64_t capacity = shard->capacity ? 2 * shard->capacity : FIRST_CAPACITY;
  uint64_t bytes = capacity * sizeof(struct heapgraph_record);
  if (__atomic_add_fetch(&ROOT.record_bytes, bytes, __ATOMIC_RELAXED) > ROOT.record_limit) {
    __atomic_fetch_sub(&ROOT.record_bytes, bytes, __ATOMIC_RELAXED);
    return false;
  }
  long memory = CALL6(SYS_mmap, 0, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory < 0 && memory > -4096) {
    __atomic_fetch_sub(&ROOT.record_bytes, bytes, __ATOMIC_RELAXED);
    return false;
  }
  struct heapgraph_record *records = (struct heapgraph_record *)memory, *old = records_of(shard);
  for (uint64_t number = 0; number < shard->capacity; number++) {
    if (old[number].address == 0) continue;
    uint64_t place = hash_of(old[number].address) >> 24 & (capacity - 1);
    while (records[place].address) place = (place + 1) & (capacity - 1);
    records[place] = old[number];
  }
  uint64_t old_bytes = shard->capacity * sizeof(struct heapgraph_record);
  __atomic_store_n(&shard->records, (uint64_t)memory, __ATOMIC_RELEASE);
  __atomic_store_n(&shard->capacity, capacity, __ATOMIC_RELEASE);
  if (old) {
    CALL2(SYS_munmap, old, old_bytes);
    __atomic_fetch_sub(&ROOT.record_bytes, old_bytes, __ATOMIC_RELAXED);
  }
  return true;
}

static void enter(uint64_t address, size_t size, uint32_t stack, uint32_t session) {
  uint64_t hash = hash_of(address);
  struct heapgraph_record_shard *shard = shard_of(hash);
  struct heapgraph_record record = {address, stack, size < UINT32_MAX ? (uint32_t)size : UINT32_MAX};
  int how = heapgraph_lock(&shard->lock);
  if (UNLIKELY(how == NOT_LOCKED)) return;
  // What began before tracking ended is nothing to those who begin it again.
  if (LIKELY(session == __atomic_load_n(&ROOT.session, __ATOMIC_RELAXED))) {
    bool has_room = true;
    if (UNLIKELY(shard->count >= shard->capacity - shard->capacity / 4)) {
      has_room = grow(shard) || shard->count < shard->capacity - shard->capacity / 8;
    }
    if (LIKELY(has_room)) {
      struct heapgraph_record *records = records_of(shard);
      uint64_t mask = shard->capacity - 1, place = hash >> 24 & mask;
      while (records[place].address && records[place].address != address) place = (place + 1) & mask;
      if (records[place].address == 0) shard->count++;
      fill(&records[place], &record);
    } else {
      add(&ROOT.missed_records, 1);
    }
  }
  heapgraph_unlock(&shard->lock, how);
}

// Takes out a place and moves up those behind that would not be found any more.
static void close_gap(struct heapgraph_record *records, uint64_t mask, uint64_t gap) {
  for (uint64_t place = (gap + 1) & mask; records[place].address; place = (place + 1) & mask) {
    uint64_t home = hash_of(records[place].address) >> 24 & mask;
    if (((place - home) & mask) < ((place - gap) & mask)) continue;
    fill(&records[gap], &records[place]);
    gap = place;
  }
  __atomic_store_n(&records[gap].address, 0, __ATOMIC_RELEASE);
}

// Returns the session and the stack, 0 where there is no record.
static uint64_t take_out(uint64_t address) {
  uint64_t hash = hash_of(address);
  struct heapgraph_record_shard *shard = shard_of(hash);
  int how = heapgraph_lock(&shard->lock);
  if (UNLIKELY(how == NOT_LOCKED)) return 0;
  uint64_t origin = 0;
  if (LIKELY(shard->count > 0)) {
    struct heapgraph_record *records = records_of(shard);
    uint64_t mask = shard->capacity - 1, place = hash >> 24 & mask;
    while (records[place].address && records[place].address != address) place = (place + 1) & mask;
    if (records[place].address) {
      origin = (uint64_t)__atomic_load_n(&ROOT.session, __ATOMIC_RELAXED) << 32 | records[place].stack;
      close_gap(records, mask, place);
      shard->count--;
    }
  }
  heapgraph_unlock(&shard->lock, how);
  return origin;
}

void heapgraph_remember(void *block, size_t size, void *frame) {
  if (UNLIKELY(!__atomic_load_n(&ROOT.is_on, __ATOMIC_RELAXED))) return;
  if (UNLIKELY(THREAD.is_inside)) {
    add(&ROOT.missed_nested, 1);
    return;
  }
  THREAD.is_inside = 1;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  uint32_t session = __atomic_load_n(&ROOT.session, __ATOMIC_ACQUIRE);
  uint32_t stack = heapgraph_stack_number(frame, ROOT.frame_limit, session);
  if (LIKELY(stack != 0)) enter((uint64_t)(uintptr_t)block, size, stack, session);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  THREAD.is_inside = 0;
}

uint64_t heapgraph_forget(void *block) {
  if (UNLIKELY(!__atomic_load_n(&ROOT.is_on, __ATOMIC_RELAXED) || THREAD.is_inside)) return 0;
  THREAD.is_inside = 1;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  uint64_t origin = take_out((uint64_t)(uintptr_t)block);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  THREAD.is_inside = 0;
  return origin;
}

void heapgraph_move(void *block, size_t size, uint64_t origin) {
  if (!origin || !__atomic_load_n(&ROOT.is_on, __ATOMIC_RELAXED) || THREAD.is_inside) return;
  THREAD.is_inside = 1;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  enter((uint64_t)(uintptr_t)block, size, (uint32_t)origin, (uint32_t)(origin >> 32));
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  THREAD.is_inside = 0;
}

// MARK: Beginning and ending

static bool is_interposed;
void heapgraph_announce_interposition(void) { is_interposed = true; }

static void forget_records(void) {
  for (int number = 0; number < HEAPGRAPH_RECORD_SHARDS; number++) {
    struct heapgraph_record_shard *shard = &shards[number];
    int how = heapgraph_lock(&shard->lock);
    uint64_t records = shard->records, bytes = shard->capacity * sizeof(struct heapgraph_record);
    __atomic_store_n(&shard->capacity, 0, __ATOMIC_RELEASE);
    __atomic_store_n(&shard->records, 0, __ATOMIC_RELEASE);
    shard->count = 0;
    if (records) {
      CALL2(SYS_munmap, records, bytes);
      __atomic_fetch_sub(&ROOT.record_bytes, bytes, __ATOMIC_RELAXED);
    }
    heapgraph_unlock(&shard->lock, how);
  }
}

static void stop(void) {
  if (!is_interposed) heapgraph_restore_images();
  __atomic_store_n(&ROOT.is_on, 0, __ATOMIC_SEQ_CST);
  __atomic_fetch_add(&ROOT.session, 1, __ATOMIC_SEQ_CST);
  forget_records();
  int how = heapgraph_lock(&heapgraph_stacks_lock);
  heapgraph_forget_stacks();
  heapgraph_unlock(&heapgraph_stacks_lock, how);
}

int heapgraph_start_tracking(uint32_t frame_limit, uint64_t memory_limit, struct heapgraph_tracking_failure *failure) {
  static bool knows_of_forks;
  bool is_done = false;
  pthread_mutex_lock(&control);
  if (ROOT.is_on) {
    is_done = is_interposed || heapgraph_patch_images(failure);
  } else {
    if (!knows_of_forks) {
      int error = pthread_atfork(before_fork, after_fork, after_fork_in_child);
      if (error != 0) {
        *failure = (struct heapgraph_tracking_failure){"asking to be told of forks", error};
        pthread_mutex_unlock(&control);
        return -1;
      }
      knows_of_forks = true;
    }
    ROOT.process = (int32_t)getpid();
    ROOT.shards = (uint64_t)(uintptr_t)shards;
    ROOT.frame_limit = frame_limit < HEAPGRAPH_MAXIMUM_FRAMES ? frame_limit : HEAPGRAPH_MAXIMUM_FRAMES;
    ROOT.record_limit = memory_limit - memory_limit / 4;
    ROOT.missed_records = ROOT.missed_stacks = ROOT.missed_nested = 0;
    int how = heapgraph_lock(&heapgraph_stacks_lock);
    bool has_stacks = heapgraph_make_stacks(memory_limit / 4);
    heapgraph_unlock(&heapgraph_stacks_lock, how);
    if (has_stacks) {
      __atomic_fetch_add(&ROOT.session, 1, __ATOMIC_SEQ_CST);
      __atomic_store_n(&ROOT.is_on, 1, __ATOMIC_SEQ_CST);
      is_done = is_interposed || heapgraph_patch_images(failure);
      if (!is_done) stop();
    } else {
      *failure = (struct heapgraph_tracking_failure){"making room for stacks", errno};
    }
  }
  pthread_mutex_unlock(&control);
  return is_done ? 0 : -1;
}

int heapgraph_extend_tracking(struct heapgraph_tracking_failure *failure) {
  pthread_mutex_lock(&control);
  bool is_done = !ROOT.is_on || is_interposed || heapgraph_patch_images(failure);
  pthread_mutex_unlock(&control);
  return is_done ? 0 : -1;
}

void heapgraph_stop_tracking(void) {
  pthread_mutex_lock(&control);
  if (ROOT.is_on) stop();
  pthread_mutex_unlock(&control);
}

#else
#include <errno.h>

static struct heapgraph_tracking_root root;
const struct heapgraph_tracking_root *heapgraph_tracking(void) { return &root; }
int heapgraph_start_tracking(uint32_t frame_limit, uint64_t memory_limit, struct heapgraph_tracking_failure *failure) {
  failure->step = "tracking allocations, which only Linux with glibc on x86-64 and arm64 can do,";
  failure->error = ENOSYS;
  return -1;
}
int heapgraph_extend_tracking(struct heapgraph_tracking_failure *failure) { return 0; }
void heapgraph_stop_tracking(void) {}
void heapgraph_announce_interposition(void) {}
void heapgraph_remember(void *block, size_t size, void *frame) {}
uint64_t heapgraph_forget(void *block) { return 0; }
void heapgraph_move(void *block, size_t size, uint64_t origin) {}
#endif
