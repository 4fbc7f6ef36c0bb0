// An allocator that is not glibc's, to be preloaded: blocks of powers of two with a header, cut from mapped memory.
// Freed blocks keep what was in them but for the first word, as those of other allocators do.

#define _GNU_SOURCE
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

enum { SMALLEST = 5, LARGEST = 20, CHUNK = 8 << 20 };

struct block {
  size_t size;        // of what is behind the header
  struct block *next; // while it is free
};

static struct block *freeBlocks[LARGEST + 1];
static char *chunk, *chunkEnd;
static int lock;

static void acquire(void) {
  while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) ;
}

static void release(void) { __atomic_store_n(&lock, 0, __ATOMIC_RELEASE); }

static void *mapped(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

static int classOf(size_t size) {
  int class = SMALLEST;
  while (((size_t)1 << class) < size) class++;
  return class;
}

void *malloc(size_t size) {
  if (size > ((size_t)1 << LARGEST)) {
    if (size > PTRDIFF_MAX - 4096) { errno = ENOMEM; return NULL; }
    struct block *block = mapped(size + sizeof(struct block));
    if (!block) { errno = ENOMEM; return NULL; }
    block->size = size;
    return block + 1;
  }
  int class = classOf(size);
  acquire();
  struct block *block = freeBlocks[class];
  if (block) {
    freeBlocks[class] = block->next;
  } else {
    size_t whole = ((size_t)1 << class) + sizeof(struct block);
    if ((size_t)(chunkEnd - chunk) < whole) {
      char *more = mapped(CHUNK);
      if (!more) { release(); errno = ENOMEM; return NULL; }
      chunk = more;
      chunkEnd = more + CHUNK;
    }
    block = (struct block *)chunk;
    chunk += whole;
    block->size = (size_t)1 << class;
  }
  release();
  return block + 1;
}

// Where an aligned block begins is not where the allocator's does: a header of size 0 leads back to that.
static struct block *blockOf(void *memory) {
  struct block *block = (struct block *)memory - 1;
  return block->size ? block : block->next;
}

size_t malloc_usable_size(void *memory) {
  if (!memory) return 0;
  struct block *block = blockOf(memory);
  return block->size - ((char *)memory - (char *)(block + 1));
}

void free(void *memory) {
  if (!memory) return;
  struct block *block = blockOf(memory);
  *(uintptr_t *)memory = 0;
  if (block->size > ((size_t)1 << LARGEST)) {
    int error = errno;
    munmap(block, block->size + sizeof(struct block));
    errno = error;
    return;
  }
  int class = classOf(block->size);
  acquire();
  block->next = freeBlocks[class];
  freeBlocks[class] = block;
  release();
}

void *calloc(size_t count, size_t size) {
  size_t whole;
  if (__builtin_mul_overflow(count, size, &whole)) { errno = ENOMEM; return NULL; }
  void *memory = malloc(whole);
  return memory ? memset(memory, 0, whole) : NULL;
}

void *realloc(void *memory, size_t size) {
  if (memory && size <= malloc_usable_size(memory)) return memory;
  void *new = malloc(size);
  if (new && memory) {
    memcpy(new, memory, malloc_usable_size(memory));
    free(memory);
  }
  return new;
}

void *memalign(size_t alignment, size_t size) {
  if (alignment <= sizeof(struct block)) return malloc(size);
  char *memory = malloc(size + alignment);
  if (!memory) return NULL;
  // There is room for a header, since blocks begin at multiples of 16.
  char *aligned = (char *)(((uintptr_t)memory + alignment) & ~(alignment - 1));
  struct block *header = (struct block *)aligned - 1;
  struct block *block = blockOf(memory);
  header->size = 0;
  header->next = block;
  return aligned;
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  void *new = memalign(alignment, size);
  if (!new) return ENOMEM;
  *memory = new;
  return 0;
}

void *valloc(size_t size) { return memalign(4096, size); }
