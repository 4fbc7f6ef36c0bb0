// An allocator that is not glibc's, to be preloaded: chunks of memory that are cut into blocks of one size each, without
// headers between them. Freed blocks keep what was in them but for the first word, as those of other allocators do.

#define _GNU_SOURCE
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

enum { CHUNK = 1 << 20, HEADER = 64, LARGEST = CHUNK / 4, CLASSES = 24 };

struct chunk {
  size_t size;   // of a block
  size_t mapped; // of the whole
};

static void *freeBlocks[CLASSES];
static char *next[CLASSES], *end[CLASSES];
static int lock;

static void acquire(void) {
  while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) {
  }
}

static void release(void) { __atomic_store_n(&lock, 0, __ATOMIC_RELEASE); }

// Multiples of 16 up to 128, and powers of two.
static int classOf(size_t size, size_t *rounded) {
  if (size <= 128) {
    *rounded = size ? (size + 15) & ~(size_t)15 : 16;
    return (int)(*rounded / 16) - 1;
  }
  int class = 8;
  for (*rounded = 256; *rounded < size; *rounded *= 2) class++;
  return class;
}

static struct chunk *chunkOf(void *memory) { return (struct chunk *)((uintptr_t)memory & ~(uintptr_t)(CHUNK - 1)); }

static char *blockOf(void *memory) {
  struct chunk *chunk = chunkOf(memory);
  char *first = (char *)chunk + HEADER;
  return first + ((char *)memory - first) / chunk->size * chunk->size;
}

static struct chunk *newChunk(size_t whole, size_t size) {
  char *memory = mmap(NULL, whole + CHUNK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
  struct chunk *chunk = chunkOf(memory + CHUNK - 1);
  if ((char *)chunk > memory) munmap(memory, (size_t)((char *)chunk - memory));
  size_t behind = (size_t)(memory + whole + CHUNK - ((char *)chunk + whole));
  if (behind) munmap((char *)chunk + whole, behind);
  chunk->size = size;
  chunk->mapped = whole;
  return chunk;
}

void *malloc(size_t size) {
  if (size > LARGEST) {
    if (size > PTRDIFF_MAX - 2 * CHUNK) { errno = ENOMEM; return NULL; }
    size_t whole = (size + HEADER + 4095) & ~(size_t)4095;
    struct chunk *chunk = newChunk(whole, whole - HEADER);
    if (!chunk) { errno = ENOMEM; return NULL; }
    return (char *)chunk + HEADER;
  }
  size_t rounded;
  int class = classOf(size, &rounded);
  acquire();
  void *block = freeBlocks[class];
  if (block) {
    freeBlocks[class] = *(void **)block;
  } else {
    if ((size_t)(end[class] - next[class]) < rounded) {
      struct chunk *chunk = newChunk(CHUNK, rounded);
      if (!chunk) { release(); errno = ENOMEM; return NULL; }
      next[class] = (char *)chunk + HEADER;
      end[class] = (char *)chunk + CHUNK;
    }
    block = next[class];
    next[class] += rounded;
  }
  release();
  return block;
}

void free(void *memory) {
  if (!memory) return;
  struct chunk *chunk = chunkOf(memory);
  if (chunk->size > LARGEST) {
    int error = errno;
    munmap(chunk, chunk->mapped);
    errno = error;
    return;
  }
  void *block = blockOf(memory);
  size_t rounded;
  int class = classOf(chunk->size, &rounded);
  acquire();
  *(void **)block = freeBlocks[class];
  freeBlocks[class] = block;
  release();
}

size_t malloc_usable_size(void *memory) {
  return memory ? (size_t)(blockOf(memory) + chunkOf(memory)->size - (char *)memory) : 0;
}

void *calloc(size_t count, size_t size) {
  size_t whole;
  if (__builtin_mul_overflow(count, size, &whole)) { errno = ENOMEM; return NULL; }
  void *memory = malloc(whole);
  return memory ? memset(memory, 0, whole) : NULL;
}

void *realloc(void *memory, size_t size) {
  size_t usable = malloc_usable_size(memory);
  if (memory && size <= usable) return memory;
  void *new = malloc(size);
  if (new && memory) {
    memcpy(new, memory, usable);
    free(memory);
  }
  return new;
}

// A place in a larger block.
void *memalign(size_t alignment, size_t size) {
  if (alignment <= 16) return malloc(size);
  if (alignment > CHUNK / 2) { errno = ENOMEM; return NULL; }
  char *memory = malloc(size + alignment);
  return memory ? (char *)(((uintptr_t)memory + alignment - 1) & ~(alignment - 1)) : NULL;
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  void *new = memalign(alignment, size);
  if (!new) return ENOMEM;
  *memory = new;
  return 0;
}

void *valloc(size_t size) { return memalign(4096, size); }
