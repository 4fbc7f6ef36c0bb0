// The calls that were under way when a block was allocated: found by frame pointers, and each stack kept once.
#define _GNU_SOURCE
#include "tracking.h"

#if HEAPGRAPH_CAN_TRACK
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>

#define ROOT heapgraph_tracking_root
#define THREAD heapgraph_tracking_thread
#define PAGE 4096u

// MARK: Where a thread's stack is

// The end of the first thread's stack, as the dynamic linker keeps it.
extern void *__libc_stack_end;

// The kernel reads a mask of signals before it looks at what is to be done with it, which is nothing it knows.
static bool is_readable(uintptr_t address) { return CALL4(SYS_rt_sigprocmask, -1, address, 0, 8) != -EFAULT; }

static void find_top(void) {
  // Every other thread's control block lies at the end of its stack, wherever that came from.
  bool is_first = CALL0(SYS_gettid) == CALL0(SYS_getpid);
  uintptr_t top = is_first ? (uintptr_t)__libc_stack_end : (uintptr_t)pthread_self();
  THREAD.low = THREAD.top = top & ~(uintptr_t)7;
}

// How far above a frame memory can be read for sure.
//
// Each page of a thread's own stack is tried once in the thread's life. A frame elsewhere, on a stack for signals or of
// some library, is followed for a few pages, which are tried each time.
static __attribute__((noinline)) uintptr_t limit_of(uintptr_t frame) {
  if (THREAD.top == 0) find_top();
  uintptr_t page = frame & ~(uintptr_t)(PAGE - 1);
  if (frame < THREAD.top && THREAD.top - frame <= (uintptr_t)1 << 30) {
    while (THREAD.low > page) {
      uintptr_t next = (THREAD.low - 1) & ~(uintptr_t)(PAGE - 1);
      if (!is_readable(next)) break;
      THREAD.low = next;
    }
    if (THREAD.low <= page) return THREAD.top;
  }
  uintptr_t end = page;
  for (int count = 0; count < 8 && is_readable(end); count++) end += PAGE;
  return end;
}

// MARK: The walk

// What a frame begins with: the caller's frame, and the return address.
typedef uint64_t frame_words __attribute__((vector_size(16), aligned(8)));

struct walked_stack {
  uint32_t session;
  uint32_t number;
  uint32_t count;
  uintptr_t start;
  frame_words frames[HEAPGRAPH_MAXIMUM_FRAMES];
};

#if defined(__aarch64__)
// The upper bits may hold a signature.
#define CODE_ADDRESS(word) ((word) & 0x0000FFFFFFFFFFFFu)
#else
#define CODE_ADDRESS(word) (word)
#endif
// Where a function is asynchronous, a bit that no address has set says so.
#define FRAME_ADDRESS(word) ((word) & ~((uintptr_t)1 << 60))

// Follows the chain of frames to its end, or as far as is asked for. Returns a hash of the return addresses.
static inline uint64_t walk(uintptr_t frame, uintptr_t top, uint32_t limit, struct walked_stack *stack) {
  uint64_t sum = 0, factor = 0x9E3779B97F4A7C15u;
  uintptr_t last = top - sizeof(frame_words);
  uint32_t count = 0;
  stack->start = frame;
  while (count < limit && frame <= last) {
    frame_words words = *(const frame_words *)frame;
    uintptr_t next = FRAME_ADDRESS(words[0]);
    if (words[1] < PAGE) break;
    stack->frames[count++] = words;
    // A sum of products, which wait for nothing but the frames.
    sum += CODE_ADDRESS(words[1]) * factor;
    factor += 0xD1B54A32D192ED02u;
    // Stacks grow down, so that a caller's frame lies above; all else is no frame.
    if (next <= frame || next & 7) break;
    frame = next;
  }
  stack->count = count;
  return (sum ^ sum >> 29) * 0x94D049BB133111EBu + count;
}

// MARK: Stacks by their hash

static inline bool is_same(uint64_t number, const struct walked_stack *stack) {
  // What is read may be of a session that has just ended: nothing is trusted before it is compared.
  uint64_t offset = ((const uint32_t *)(uintptr_t)ROOT.stack_offsets)[number];
  if (offset + stack->count >= ROOT.stack_word_capacity) return false;
  const uint64_t *words = (const uint64_t *)(uintptr_t)ROOT.stack_words + offset;
  uint64_t difference = words[0] ^ stack->count;
  for (uint32_t position = 0; position < stack->count; position++) {
    difference |= words[1 + position] ^ CODE_ADDRESS(stack->frames[position][1]);
  }
  return difference == 0;
}

// Looks for a stack from its place on. Returns its number, or 0 and the empty place.
static inline uint32_t find(uint64_t hash, const struct walked_stack *stack, uint64_t **empty) {
  uint64_t *index = (uint64_t *)(uintptr_t)ROOT.stack_index;
  uint64_t mask = ROOT.stack_index_capacity - 1;
  for (uint64_t place = hash & mask;; place = (place + 1) & mask) {
    uint64_t entry = __atomic_load_n(&index[place], __ATOMIC_ACQUIRE);
    if (entry == 0) {
      *empty = &index[place];
      return 0;
    }
    if ((entry ^ hash) >> 32 == 0 && is_same((uint32_t)entry, stack)) return (uint32_t)entry;
  }
}

static __attribute__((noinline)) uint32_t add_stack(uint64_t hash, const struct walked_stack *stack, uint32_t session) {
  uint32_t number = 0;
  uint64_t *empty = NULL;
  enum heapgraph_locked how = heapgraph_lock_tables();
  if (how == NOT_LOCKED) return 0;
  if (session == __atomic_load_n(&ROOT.session, __ATOMIC_RELAXED)) number = find(hash, stack, &empty);
  if (empty) {
    uint64_t offset = ROOT.stack_word_count;
    if (offset + 1 + stack->count <= ROOT.stack_word_capacity && ROOT.stack_count < ROOT.stack_capacity) {
      uint64_t *words = (uint64_t *)(uintptr_t)ROOT.stack_words + offset;
      words[0] = stack->count;
      for (uint32_t position = 0; position < stack->count; position++) {
        words[1 + position] = CODE_ADDRESS(stack->frames[position][1]);
      }
      number = (uint32_t)++ROOT.stack_count;
      ((uint32_t *)(uintptr_t)ROOT.stack_offsets)[number] = (uint32_t)offset;
      ROOT.stack_word_count = offset + 1 + stack->count;
      __atomic_store_n(empty, (hash & ~(uint64_t)UINT32_MAX) | number, __ATOMIC_RELEASE);
    } else {
      __atomic_fetch_add(&ROOT.missed_stacks, 1, __ATOMIC_RELAXED);
    }
  }
  heapgraph_unlock_tables(how);
  return number;
}

void heapgraph_forget_stacks(void) {
  // Zeros are empty places: what still looks for a stack finds none, and may enter none in this session.
  madvise((void *)(uintptr_t)ROOT.stack_index, ROOT.stack_index_capacity * sizeof(uint64_t), MADV_DONTNEED);
  uint64_t start = (ROOT.stack_words + PAGE - 1) & ~(uint64_t)(PAGE - 1);
  uint64_t end = ROOT.stack_words + ROOT.stack_word_count * sizeof(uint64_t);
  if (end > start) madvise((void *)(uintptr_t)start, end - start, MADV_DONTNEED);
  ROOT.stack_word_count = 0;
  ROOT.stack_count = 0;
}

// MARK: The stacks that a thread had last

// A program allocates at few places at a time, and most of a stack stays as it is. To see that every frame of a stack
// is what it was takes a third of the time of following them, since none has to be waited for.
#define CACHED_STACKS 8

struct heapgraph_stack_cache {
  struct heapgraph_stack_cache *next_free;
  struct walked_stack stacks[CACHED_STACKS];
};

// Those of threads that ended, and those that were never used. Threads for which there are none do without.
static struct heapgraph_stack_cache *free_caches, *new_caches, *end_of_caches;
static pthread_key_t cache_key;
static bool has_cache_key;

uint64_t heapgraph_place_stack_caches(uint64_t start, uint64_t bytes) {
  new_caches = (struct heapgraph_stack_cache *)(uintptr_t)start;
  end_of_caches = new_caches + bytes / sizeof *new_caches;
  return (uint64_t)((char *)end_of_caches - (char *)new_caches);
}

static void end_thread(void *context) {
  struct heapgraph_stack_cache *cache = context;
  THREAD.cache = NULL;
  enum heapgraph_locked how = heapgraph_lock_tables();
  if (how == NOT_LOCKED) return;
  cache->next_free = free_caches;
  free_caches = cache;
  heapgraph_unlock_tables(how);
}

static __attribute__((noinline)) struct heapgraph_stack_cache *make_cache(void) {
  enum heapgraph_locked how = heapgraph_lock_tables();
  if (how == NOT_LOCKED) return NULL;
  if (!has_cache_key) has_cache_key = pthread_key_create(&cache_key, end_thread) == 0;
  struct heapgraph_stack_cache *cache = NULL;
  if (has_cache_key && free_caches) {
    cache = free_caches;
    free_caches = cache->next_free;
  } else if (has_cache_key && new_caches < end_of_caches) {
    cache = new_caches++;
  }
  heapgraph_unlock_tables(how);
  if (cache == NULL) return NULL;
  // Its frames may be another thread's.
  for (int number = 0; number < CACHED_STACKS; number++) cache->stacks[number].count = 0;
  THREAD.cache = cache;
  pthread_setspecific(cache_key, cache);
  return cache;
}

// Whether a thread's stack is still what it was; all its frames lie where they can be read.
static inline bool is_current(const struct walked_stack *stack, uintptr_t frame, uint32_t session) {
  if (stack->start != frame || stack->session != session || stack->count == 0) return false;
  frame_words difference = {0, 0};
  for (uint32_t position = 0; position < stack->count; position++) {
    difference |= *(const frame_words *)frame ^ stack->frames[position];
    frame = FRAME_ADDRESS(stack->frames[position][0]);
  }
  return (difference[0] | difference[1]) == 0;
}

static inline uint32_t number_of(uint64_t hash, const struct walked_stack *stack, uint32_t session) {
  if (UNLIKELY(stack->count == 0)) return 0;
  uint64_t *empty;
  uint32_t number = find(hash, stack, &empty);
  return LIKELY(number != 0) ? number : add_stack(hash, stack, session);
}

static __attribute__((noinline)) uint32_t number_elsewhere(uintptr_t frame, uintptr_t top, uint32_t session) {
  struct walked_stack stack;
  if (top < frame + sizeof(frame_words)) return 0;
  uint64_t hash = walk(frame, top, ROOT.frame_limit, &stack);
  return number_of(hash, &stack, session);
}

uint32_t heapgraph_stack_number(void *start, uint32_t session) {
  uintptr_t frame = (uintptr_t)start, top = THREAD.top;
  if (UNLIKELY(frame < THREAD.low || frame >= top)) {
    top = limit_of(frame);
    if (top != THREAD.top) return number_elsewhere(frame, top, session);
  }
  struct heapgraph_stack_cache *cache = THREAD.cache;
  if (UNLIKELY(cache == NULL)) {
    cache = make_cache();
    if (cache == NULL) return number_elsewhere(frame, top, session);
  }
  uint64_t code = ((const uint64_t *)frame)[1];
  struct walked_stack *stack = &cache->stacks[(frame >> 4 ^ code) * 0x9E3779B97F4A7C15u >> 61];
  if (LIKELY(is_current(stack, frame, session))) return stack->number;
  uint64_t hash = walk(frame, top, ROOT.frame_limit, stack);
  stack->session = session;
  stack->number = number_of(hash, stack, session);
  if (UNLIKELY(stack->number == 0)) stack->count = 0;
  return stack->number;
}
#endif
