#define _GNU_SOURCE
#include "tracking.h"

#if HEAPGRAPH_CAN_TRACK
#include <errno.h>
#include <pthread.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define ROOT heapgraph_tracking_root
#define THREAD heapgraph_tracking_thread

struct heapgraph_tracking_root heapgraph_tracking_root
    __attribute__((aligned(64))) = {.mark = HEAPGRAPH_TRACKING_MARK};

_Thread_local struct heapgraph_tracking_thread heapgraph_tracking_thread;

const struct heapgraph_tracking_root *heapgraph_tracking(void) { return &ROOT; }

// MARK: Locks

static uint32_t tables_lock;

static bool try_lock(void) {
  return __atomic_load_n(&tables_lock, __ATOMIC_RELAXED) == 0 &&
         __atomic_exchange_n(&tables_lock, 1, __ATOMIC_ACQUIRE) == 0;
}

enum heapgraph_locked heapgraph_lock_tables(void) {
  if (THREAD.holds_lock) return LOCKED_BEFORE;
  for (unsigned round = 1; !try_lock(); round++) {
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
  return LOCKED;
}

void heapgraph_unlock_tables(enum heapgraph_locked how) {
  if (how == LOCKED) __atomic_store_n(&tables_lock, 0, __ATOMIC_RELEASE);
}

// Held while tracking begins or ends.
static pthread_mutex_t control = PTHREAD_MUTEX_INITIALIZER;

// Other handlers that run between these may allocate: the lock is this thread's as long.
static void before_fork(void) {
  pthread_mutex_lock(&control);
  heapgraph_lock_tables();
  THREAD.holds_lock = 1;
}

static void after_fork(void) {
  THREAD.holds_lock = 0;
  heapgraph_unlock_tables(LOCKED);
  pthread_mutex_unlock(&control);
}

static void after_fork_in_child(void) {
  ROOT.process = (int32_t)getpid();
  after_fork();
}

// MARK: Records

#define TABLE_PLACES 1024u
#define RECORDS_PER_TABLE 65536u

static inline uint32_t *place_of_region(uintptr_t address) {
  return (uint32_t *)(uintptr_t)ROOT.regions + (address >> 30);
}

static inline uint32_t *place_of_table(uint32_t table, uintptr_t address) {
  return (uint32_t *)(uintptr_t)ROOT.tables + (uint64_t)table * TABLE_PLACES + (address >> 20 & (TABLE_PLACES - 1));
}

// A place, which never moves, is written by nobody but the one who has the block.
static inline uint32_t *record_of(uintptr_t address) {
  if (UNLIKELY(address >> 48)) return NULL;
  uint32_t table = __atomic_load_n(place_of_region(address), __ATOMIC_ACQUIRE);
  if (UNLIKELY(table == 0)) return NULL;
  uint32_t number = __atomic_load_n(place_of_table(table, address), __ATOMIC_ACQUIRE);
  if (UNLIKELY(number == 0)) return NULL;
  return (uint32_t *)(uintptr_t)ROOT.records + (uint64_t)number * RECORDS_PER_TABLE +
         (address >> 4 & (RECORDS_PER_TABLE - 1));
}

static bool add_table(uint32_t *place, uint64_t *count, uint64_t capacity) {
  if (*place) return true;
  if (*count + 1 >= capacity) return false;
  __atomic_store_n(place, (uint32_t)++*count, __ATOMIC_RELEASE);
  return true;
}

static __attribute__((noinline)) uint32_t *make_record(uintptr_t address) {
  bool is_made = false;
  enum heapgraph_locked how = heapgraph_lock_tables();
  if (how == NOT_LOCKED) return NULL;
  if (address >> 48 == 0) {
    uint32_t *region = place_of_region(address);
    is_made = add_table(region, &ROOT.table_count, ROOT.table_capacity) &&
              add_table(place_of_table(*region, address), &ROOT.record_count, ROOT.record_capacity);
  }
  heapgraph_unlock_tables(how);
  if (is_made) return record_of(address);
  __atomic_fetch_add(&ROOT.missed_records, 1, __ATOMIC_RELAXED);
  return NULL;
}

static inline void enter(uintptr_t address, size_t size, uint32_t stack, uint32_t session) {
  uint32_t *record = record_of(address);
  if (UNLIKELY(record == NULL)) record = make_record(address);
  if (UNLIKELY(record == NULL)) return;
  __atomic_store_n(record, stack << 12 | ((uint32_t)size & 0xFFF), __ATOMIC_RELAXED);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  // What began before tracking ended is nothing to those who begin it again.
  if (UNLIKELY(session != __atomic_load_n(&ROOT.session, __ATOMIC_RELAXED))) {
    __atomic_store_n(record, 0, __ATOMIC_RELAXED);
  }
}

void heapgraph_remember(void *block, size_t size, void *frame) {
  if (UNLIKELY(!__atomic_load_n(&ROOT.is_on, __ATOMIC_RELAXED))) return;
  if (UNLIKELY(THREAD.is_inside)) {
    __atomic_fetch_add(&ROOT.missed_nested, 1, __ATOMIC_RELAXED);
    return;
  }
  THREAD.is_inside = 1;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  uint32_t session = __atomic_load_n(&ROOT.session, __ATOMIC_ACQUIRE);
  uint32_t stack = heapgraph_stack_number(frame, session);
  if (LIKELY(stack != 0)) enter((uintptr_t)block, size, stack, session);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  THREAD.is_inside = 0;
}

uint64_t heapgraph_forget(void *block) {
  if (UNLIKELY(!__atomic_load_n(&ROOT.is_on, __ATOMIC_RELAXED))) return 0;
  uint32_t *record = record_of((uintptr_t)block);
  if (UNLIKELY(record == NULL)) return 0;
  uint32_t before = __atomic_load_n(record, __ATOMIC_RELAXED);
  // Without need nothing is written: the page may not be there.
  if (before == 0) return 0;
  __atomic_store_n(record, 0, __ATOMIC_RELAXED);
  return (uint64_t)__atomic_load_n(&ROOT.session, __ATOMIC_RELAXED) << 32 | before >> 12;
}

void heapgraph_move(void *block, size_t size, uint64_t origin) {
  if (!origin || !__atomic_load_n(&ROOT.is_on, __ATOMIC_RELAXED)) return;
  enter((uintptr_t)block, size, (uint32_t)origin, (uint32_t)(origin >> 32));
}

// MARK: Beginning and ending

#define REGION_BYTES ((1u << 18) * sizeof(uint32_t))
#define MAXIMUM_TABLES 1024u
#define MAXIMUM_STACKS ((1u << 20) - 1)
#define LEAST_MEMORY (16u << 20)

// What there is room for. Of a later tracking that is to take less, the same share of everything.
static struct {
  uint64_t bytes, stacks, stack_words, records;
} room;

static void limit_room(uint64_t bytes) {
  if (bytes < LEAST_MEMORY) bytes = LEAST_MEMORY;
  double share = bytes < room.bytes ? (double)bytes / (double)room.bytes : 1;
  ROOT.stack_capacity = (uint64_t)((double)room.stacks * share);
  ROOT.stack_word_capacity = (uint64_t)((double)room.stack_words * share);
  ROOT.record_capacity = (uint64_t)((double)room.records * share);
}

// Lays out everything in one range of address space. Returns false with errno.
static bool make_room(uint64_t bytes) {
  if (ROOT.memory_start) return true;
  uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
  if (bytes < LEAST_MEMORY) bytes = LEAST_MEMORY;
  bytes &= ~(page - 1);
  // Pages at both ends that nobody may touch keep the kernel from joining it to other memory.
  uint64_t all = bytes + 2 * page;
  char *memory = mmap(NULL, all, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return false;
  if (mprotect(memory + page, bytes, PROT_READ | PROT_WRITE) != 0) {
    int error = errno;
    munmap(memory, all);
    errno = error;
    return false;
  }
  // In large pages, records that lie far apart would take many times their size.
  madvise(memory + page, bytes, MADV_NOHUGEPAGE);
  // Whoever looks from outside knows the range by how it begins.
  uint64_t *head = (uint64_t *)(memory + page);
  head[0] = HEAPGRAPH_TRACKING_MARK;
  head[1] = (uint64_t)(uintptr_t)&ROOT;
  uint64_t position = (uint64_t)(uintptr_t)memory + 2 * page, end = position - page + bytes;
  // A quarter is for stacks: an index that is never fuller than half, where each begins, and their frames.
  uint64_t places = 4096, stacks = bytes / 4;
  while (places * 2 * sizeof(uint64_t) <= stacks / 8 && places < 2 * (MAXIMUM_STACKS + 1)) places *= 2;
  ROOT.stack_capacity = places / 2 - 1;
  ROOT.stack_index = position;
  ROOT.stack_index_capacity = places;
  position += places * sizeof(uint64_t);
  ROOT.stack_offsets = position;
  position += places / 2 * sizeof(uint32_t);
  ROOT.stack_words = position;
  ROOT.stack_word_capacity = (stacks - places * 10) / sizeof(uint64_t);
  if (ROOT.stack_word_capacity > UINT32_MAX) ROOT.stack_word_capacity = UINT32_MAX;
  room.bytes = bytes;
  room.stacks = ROOT.stack_capacity;
  room.stack_words = ROOT.stack_word_capacity;
  position += ROOT.stack_word_capacity * sizeof(uint64_t);
  position = (position + page - 1) & ~(page - 1);
  ROOT.regions = position;
  position += REGION_BYTES;
  ROOT.tables = position;
  ROOT.table_capacity = MAXIMUM_TABLES;
  position += MAXIMUM_TABLES * TABLE_PLACES * sizeof(uint32_t);
  position += heapgraph_place_stack_caches(position, bytes / 64);
  position = (position + page - 1) & ~(page - 1);
  // Tables are numbered from 1, and nothing is at 0.
  ROOT.records = position - RECORDS_PER_TABLE * sizeof(uint32_t);
  ROOT.record_capacity = (end - position) / (RECORDS_PER_TABLE * sizeof(uint32_t)) + 1;
  room.records = ROOT.record_capacity;
  ROOT.memory_start = (uint64_t)(uintptr_t)memory;
  ROOT.memory_end = (uint64_t)(uintptr_t)memory + all;
  return true;
}

static void stop(void) {
  heapgraph_restore_images();
  __atomic_store_n(&ROOT.is_on, 0, __ATOMIC_SEQ_CST);
  __atomic_fetch_add(&ROOT.session, 1, __ATOMIC_SEQ_CST);
  enum heapgraph_locked how = heapgraph_lock_tables();
  // Which records belong to which addresses stays, so that a thread that is about to write one writes none of others.
  uint64_t first = ROOT.records + RECORDS_PER_TABLE * sizeof(uint32_t);
  madvise((void *)(uintptr_t)first, ROOT.record_count * RECORDS_PER_TABLE * sizeof(uint32_t), MADV_DONTNEED);
  heapgraph_forget_stacks();
  heapgraph_unlock_tables(how);
}

static bool start(uint32_t frame_limit, uint64_t memory_limit, struct heapgraph_tracking_failure *failure) {
  static bool knows_of_forks;
  if (!heapgraph_find_allocator(failure)) return false;
  if (!knows_of_forks) {
    int error = pthread_atfork(before_fork, after_fork, after_fork_in_child);
    if (error != 0) {
      *failure = (struct heapgraph_tracking_failure){"asking to be told of forks", error};
      return false;
    }
    knows_of_forks = true;
  }
  if (!make_room(memory_limit)) {
    *failure = (struct heapgraph_tracking_failure){"making room for records", errno};
    return false;
  }
  limit_room(memory_limit);
  ROOT.process = (int32_t)getpid();
  ROOT.frame_limit = frame_limit < HEAPGRAPH_MAXIMUM_FRAMES ? frame_limit : HEAPGRAPH_MAXIMUM_FRAMES;
  ROOT.missed_records = ROOT.missed_stacks = ROOT.missed_nested = 0;
  __atomic_fetch_add(&ROOT.session, 1, __ATOMIC_SEQ_CST);
  __atomic_store_n(&ROOT.is_on, 1, __ATOMIC_SEQ_CST);
  if (heapgraph_patch_images(failure)) return true;
  stop();
  return false;
}

int heapgraph_start_tracking(uint32_t frame_limit, uint64_t memory_limit, struct heapgraph_tracking_failure *failure) {
  pthread_mutex_lock(&control);
  bool is_done = ROOT.is_on ? heapgraph_patch_images(failure)
                            : start(frame_limit, memory_limit, failure);
  pthread_mutex_unlock(&control);
  return is_done ? 0 : -1;
}

int heapgraph_extend_tracking(struct heapgraph_tracking_failure *failure) {
  pthread_mutex_lock(&control);
  bool is_done = !ROOT.is_on || heapgraph_patch_images(failure);
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
#endif
