// The stacks that allocations had, each kept once.
#define _GNU_SOURCE
#include "tracking.h"

#if HEAPGRAPH_CAN_TRACK
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>

#define ROOT heapgraph_tracking_root
#define THREAD heapgraph_tracking_thread
#define PAGE 4096u

uint32_t heapgraph_stacks_lock;

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
  if (frame >= THREAD.low && frame < THREAD.top) return THREAD.top;
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

#if defined(__aarch64__)
// The upper bits may hold a signature.
#define CODE_ADDRESS(word) ((word) & 0x0000FFFFFFFFFFFFu)
#else
#define CODE_ADDRESS(word) (word)
#endif
// Where a function is asynchronous, a bit that no address has set says so.
#define FRAME_ADDRESS(word) ((word) & ~((uintptr_t)1 << 60))

// Reads return addresses by the chain of frame pointers, innermost first. Returns how many.
static inline uint32_t walk(void *start, uint64_t *frames, uint32_t limit, uint64_t *hash) {
  uintptr_t frame = (uintptr_t)start;
  uintptr_t top = LIKELY(frame >= THREAD.low && frame < THREAD.top) ? THREAD.top : limit_of(frame);
  uint64_t sum = 0, factor = 0x9E3779B97F4A7C15u;
  uint32_t count = 0;
  if (top < 2 * sizeof(uintptr_t)) return 0;
  uintptr_t last = top - 2 * sizeof(uintptr_t);
  while (count < limit && frame <= last) {
    const uintptr_t *words = (const uintptr_t *)frame;
    uintptr_t next = FRAME_ADDRESS(words[0]);
    uint64_t code = CODE_ADDRESS(words[1]);
    if (code < PAGE) break;
    frames[count++] = code;
    // A sum of products, which wait for nothing but the frames.
    sum += code * factor;
    factor += 0xD1B54A32D192ED02u;
    // Stacks grow down, so that a caller's frame lies above; all else is no frame.
    if (next <= frame || next & 7) break;
    frame = next;
  }
  *hash = (sum ^ sum >> 29) * 0x94D049BB133111EBu + count;
  return count;
}

// MARK: Stacks by their hash

// What is found may be of a session that has just ended: it is read as a whole, and trusted only after it is compared.
static inline const struct heapgraph_stacks *current_stacks(void) {
  return (const struct heapgraph_stacks *)(uintptr_t)__atomic_load_n(&ROOT.stacks, __ATOMIC_ACQUIRE);
}

static inline bool is_same(
    const struct heapgraph_stacks *stacks, uint64_t number, const uint64_t *frames, uint32_t count) {
  if (number + count >= stacks->capacity) return false;
  const uint64_t *words = (const uint64_t *)(uintptr_t)stacks->words + number;
  if (words[0] != count) return false;
  for (uint32_t position = 0; position < count; position++) {
    if (words[1 + position] != frames[position]) return false;
  }
  return true;
}

// Looks for a stack from its place on. Returns its number, or 0 and the empty place.
static inline uint32_t find(
    const struct heapgraph_stacks *stacks, uint64_t hash, const uint64_t *frames, uint32_t count, uint64_t **empty) {
  uint64_t *index = (uint64_t *)(uintptr_t)stacks->index;
  uint64_t mask = stacks->index_capacity - 1, tag = hash << 32;
  for (uint64_t place = hash >> stacks->index_shift & mask;; place = (place + 1) & mask) {
    uint64_t entry = __atomic_load_n(&index[place], __ATOMIC_ACQUIRE);
    if (entry == 0) {
      *empty = &index[place];
      return 0;
    }
    if (((entry ^ tag) >> 32) == 0 && is_same(stacks, (uint32_t)entry, frames, count)) return (uint32_t)entry;
  }
}

static __attribute__((noinline)) uint32_t add_stack(
    uint64_t hash, const uint64_t *frames, uint32_t count, uint32_t session) {
  int how = heapgraph_lock(&heapgraph_stacks_lock);
  if (how == NOT_LOCKED) return 0;
  uint32_t number = 0;
  uint64_t *empty = NULL;
  const struct heapgraph_stacks *stacks = current_stacks();
  if (session == __atomic_load_n(&ROOT.session, __ATOMIC_RELAXED)) number = find(stacks, hash, frames, count, &empty);
  if (empty) {
    uint64_t next = ROOT.stack_words;
    // The index is never fuller than half, so that each search finds an end.
    if (next + 1 + count <= stacks->capacity && ROOT.stack_count < stacks->index_capacity / 2) {
      uint64_t *words = (uint64_t *)(uintptr_t)stacks->words + next;
      words[0] = count;
      memcpy(words + 1, frames, count * sizeof *frames);
      number = (uint32_t)next;
      ROOT.stack_words = next + 1 + count;
      ROOT.stack_count++;
      __atomic_store_n(empty, hash << 32 | number, __ATOMIC_RELEASE);
    } else {
      __atomic_fetch_add(&ROOT.missed_stacks, 1, __ATOMIC_RELAXED);
    }
  }
  heapgraph_unlock(&heapgraph_stacks_lock, how);
  return number;
}

uint32_t heapgraph_stack_number(void *frame, uint32_t frame_limit, uint32_t session) {
  uint64_t frames[HEAPGRAPH_MAXIMUM_FRAMES], hash;
  uint32_t count = walk(frame, frames, frame_limit, &hash);
  if (UNLIKELY(count == 0)) return 0;
  uint64_t *empty;
  uint32_t number = find(current_stacks(), hash, frames, count, &empty);
  return LIKELY(number != 0) ? number : add_stack(hash, frames, count, session);
}

// MARK: Room

bool heapgraph_make_stacks(uint64_t bytes) {
  const struct heapgraph_stacks *before = current_stacks();
  if (before && before->bytes == bytes) return true;
  // A quarter for the index, as many places as make stacks of six frames fill the rest.
  uint64_t places = 1024;
  unsigned shift = 54;
  while (places * 2 * sizeof(uint64_t) <= bytes / 4) {
    places *= 2;
    shift--;
  }
  uint64_t words_bytes = bytes - places * sizeof(uint64_t);
  // The numbers of stacks have 32 bits.
  if (words_bytes > UINT32_MAX * (uint64_t)sizeof(uint64_t)) words_bytes = UINT32_MAX * (uint64_t)sizeof(uint64_t);
  uint64_t index_bytes = places * sizeof(uint64_t);
  char *memory = mmap(NULL, PAGE + index_bytes + words_bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return false;
  struct heapgraph_stacks *stacks = (struct heapgraph_stacks *)memory;
  stacks->index = (uint64_t)(uintptr_t)(memory + PAGE);
  stacks->index_capacity = places;
  stacks->index_shift = shift;
  stacks->words = stacks->index + index_bytes;
  stacks->capacity = words_bytes / sizeof(uint64_t);
  stacks->bytes = bytes;
  // A thread may be about to look for a stack in what was there before: that stays mapped, and takes no memory.
  __atomic_store_n(&ROOT.stacks, (uint64_t)(uintptr_t)stacks, __ATOMIC_RELEASE);
  ROOT.stack_words = 1;
  ROOT.stack_count = 0;
  return true;
}

void heapgraph_forget_stacks(void) {
  const struct heapgraph_stacks *stacks = current_stacks();
  // Zeros are empty places: what still looks for a stack finds none, and may enter none in this session.
  madvise((void *)(uintptr_t)stacks->index, stacks->index_capacity * sizeof(uint64_t), MADV_DONTNEED);
  uint64_t start = (stacks->words + PAGE - 1) & ~(uint64_t)(PAGE - 1);
  uint64_t end = stacks->words + stacks->capacity * sizeof(uint64_t);
  if (end > start) madvise((void *)(uintptr_t)start, end - start, MADV_DONTNEED);
  ROOT.stack_words = 1;
  ROOT.stack_count = 0;
}
#endif
