// Leads the calls of the allocator through hooks: in each image, the dynamic linker keeps the address of each function of
// another image that it calls in a table, and those of the allocator are replaced there.
//
// Relocations as the System V ABI and its supplements for x86-64 and AArch64 describe them.
#define _GNU_SOURCE
#include "tracking.h"

#if HEAPGRAPH_CAN_TRACK
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__x86_64__)
#define JUMP_SLOT R_X86_64_JUMP_SLOT
#define GLOBAL_DATA R_X86_64_GLOB_DAT
#else
#define JUMP_SLOT R_AARCH64_JUMP_SLOT
#define GLOBAL_DATA R_AARCH64_GLOB_DAT
#endif

// MARK: Hooks

// The functions themselves. Set before any hook can be called, and kept.
static struct {
  void *(*malloc)(size_t);
  void (*free)(void *);
  void *(*calloc)(size_t, size_t);
  void *(*realloc)(void *, size_t);
  void *(*reallocarray)(void *, size_t, size_t);
  int (*posix_memalign)(void **, size_t, size_t);
  void *(*aligned_alloc)(size_t, size_t);
  void *(*memalign)(size_t, size_t);
} real;

// The walk begins at the hook's own frame, whose return address is the caller's.
#define FRAME __builtin_frame_address(0)

static void *hook_malloc(size_t size) {
  void *block = real.malloc(size);
  if (LIKELY(block != NULL)) heapgraph_remember(block, size, FRAME);
  return block;
}

// The record goes first: as soon as the block is free it may be another thread's.
static void hook_free(void *block) {
  if (LIKELY(block != NULL)) heapgraph_forget(block);
  real.free(block);
}

static void *hook_calloc(size_t count, size_t size) {
  void *block = real.calloc(count, size);
  if (LIKELY(block != NULL)) heapgraph_remember(block, count * size, FRAME);
  return block;
}

// A block that grows or moves was born where it was allocated first.
static void *after_resizing(void *before, void *after, size_t size, uint64_t origin, void *frame) {
  if (after == NULL) {
    // It failed, and the block is still there; its size is not known any more, so the new one stands in.
    if (size != 0) heapgraph_move(before, size, origin);
  } else if (before == NULL) {
    heapgraph_remember(after, size, frame);
  } else {
    heapgraph_move(after, size, origin);
  }
  return after;
}

static void *hook_realloc(void *before, size_t size) {
  uint64_t origin = before ? heapgraph_forget(before) : 0;
  return after_resizing(before, real.realloc(before, size), size, origin, FRAME);
}

static void *hook_reallocarray(void *before, size_t count, size_t size) {
  uint64_t origin = before ? heapgraph_forget(before) : 0;
  return after_resizing(before, real.reallocarray(before, count, size), count * size, origin, FRAME);
}

static int hook_posix_memalign(void **block, size_t alignment, size_t size) {
  int error = real.posix_memalign(block, alignment, size);
  if (LIKELY(error == 0 && *block != NULL)) heapgraph_remember(*block, size, FRAME);
  return error;
}

static void *hook_aligned_alloc(size_t alignment, size_t size) {
  void *block = real.aligned_alloc(alignment, size);
  if (LIKELY(block != NULL)) heapgraph_remember(block, size, FRAME);
  return block;
}

static void *hook_memalign(size_t alignment, size_t size) {
  void *block = real.memalign(alignment, size);
  if (LIKELY(block != NULL)) heapgraph_remember(block, size, FRAME);
  return block;
}

static struct {
  const char *name;
  void *hook;
  void **real;
} functions[] = {
    {"malloc", hook_malloc, (void **)&real.malloc},
    {"free", hook_free, (void **)&real.free},
    {"calloc", hook_calloc, (void **)&real.calloc},
    {"realloc", hook_realloc, (void **)&real.realloc},
    {"reallocarray", hook_reallocarray, (void **)&real.reallocarray},
    {"posix_memalign", hook_posix_memalign, (void **)&real.posix_memalign},
    {"aligned_alloc", hook_aligned_alloc, (void **)&real.aligned_alloc},
    {"memalign", hook_memalign, (void **)&real.memalign},
};
#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

// MARK: Images

struct image {
  uintptr_t base;
  uintptr_t start, end;                      // of what is loaded
  uintptr_t protected_start, protected_end;  // what the linker made read-only after it was done
  const Elf64_Sym *symbols;
  const char *strings;
  const Elf64_Rela *tables[2];
  size_t sizes[2];
};

struct patching {
  bool is_restoring;
  int error;
  size_t slots;
};

static bool read_image(const struct dl_phdr_info *info, struct image *image) {
  const Elf64_Dyn *dynamic = NULL;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  memset(image, 0, sizeof *image);
  image->base = info->dlpi_addr;
  image->start = UINTPTR_MAX;
  for (int number = 0; number < info->dlpi_phnum; number++) {
    const Elf64_Phdr *header = &info->dlpi_phdr[number];
    uintptr_t start = image->base + header->p_vaddr, end = start + header->p_memsz;
    if (header->p_type == PT_LOAD) {
      if (start < image->start) image->start = start;
      if (end > image->end) image->end = end;
    } else if (header->p_type == PT_DYNAMIC) {
      dynamic = (const Elf64_Dyn *)start;
    } else if (header->p_type == PT_GNU_RELRO) {
      // Whole pages only, as the linker does it.
      image->protected_start = start & ~(page - 1);
      image->protected_end = end & ~(page - 1);
    }
  }
  if (!dynamic) return false;
  uint64_t jump_type = DT_RELA;
  for (; dynamic->d_tag != DT_NULL; dynamic++) {
    uintptr_t value = dynamic->d_un.d_ptr;
    // Glibc has added the base already; the kernel's own image is as it was linked.
    uintptr_t address = value < image->base ? value + image->base : value;
    switch (dynamic->d_tag) {
      case DT_SYMTAB: image->symbols = (const Elf64_Sym *)address; break;
      case DT_STRTAB: image->strings = (const char *)address; break;
      case DT_RELA: image->tables[0] = (const Elf64_Rela *)address; break;
      case DT_RELASZ: image->sizes[0] = value; break;
      case DT_JMPREL: image->tables[1] = (const Elf64_Rela *)address; break;
      case DT_PLTRELSZ: image->sizes[1] = value; break;
      case DT_PLTREL: jump_type = value; break;
    }
  }
  return image->symbols && image->strings && jump_type == DT_RELA;
}

static bool write_slot(const struct image *image, uintptr_t *slot, void *value, int *error) {
  uintptr_t page_size = (uintptr_t)sysconf(_SC_PAGESIZE), page = (uintptr_t)slot & ~(page_size - 1);
  bool is_protected = (uintptr_t)slot >= image->protected_start && (uintptr_t)slot < image->protected_end;
  if (is_protected && mprotect((void *)page, page_size, PROT_READ | PROT_WRITE) != 0) {
    *error = errno;
    return false;
  }
  __atomic_store_n(slot, (uintptr_t)value, __ATOMIC_RELEASE);
  if (is_protected) mprotect((void *)page, page_size, PROT_READ);
  return true;
}

static void patch(const struct image *image, const Elf64_Rela *relocation, struct patching *patching) {
  uint64_t type = ELF64_R_TYPE(relocation->r_info);
  if (type != JUMP_SLOT && type != GLOBAL_DATA) return;
  const char *name = image->strings + image->symbols[ELF64_R_SYM(relocation->r_info)].st_name;
  for (size_t number = 0; number < FUNCTION_COUNT; number++) {
    void *function = *functions[number].real;
    if (!function || strcmp(name, functions[number].name) != 0) continue;
    uintptr_t *slot = (uintptr_t *)(image->base + relocation->r_offset);
    uintptr_t value = __atomic_load_n(slot, __ATOMIC_RELAXED);
    void *wanted = functions[number].hook;
    if (!patching->is_restoring && value == (uintptr_t)wanted) {
      patching->slots++;
      return;
    }
    if (patching->is_restoring) {
      if (value != (uintptr_t)wanted) return;
      wanted = function;
    } else {
      // What was not called yet leads into the image itself, to what finds the function; anything else is a hook of
      // somebody else's, which would not expect to be passed over.
      // An image with a function of that name has an allocator of its own.
      bool is_own = image->symbols[ELF64_R_SYM(relocation->r_info)].st_shndx != SHN_UNDEF;
      bool is_unbound = type == JUMP_SLOT && !is_own && value >= image->start && value < image->end;
      if (value != (uintptr_t)function && !is_unbound) return;
    }
    if (write_slot(image, slot, wanted, &patching->error)) patching->slots++;
    return;
  }
}

static int visit(struct dl_phdr_info *info, size_t size, void *context) {
  struct image image;
  if (!read_image(info, &image)) return 0;
  for (int table = 0; table < 2; table++) {
    size_t count = image.sizes[table] / sizeof(Elf64_Rela);
    if (!image.tables[table]) continue;
    for (size_t number = 0; number < count; number++) patch(&image, &image.tables[table][number], context);
  }
  return 0;
}

bool heapgraph_find_allocator(struct heapgraph_tracking_failure *failure) {
  if (!real.malloc) {
    for (size_t number = 0; number < FUNCTION_COUNT; number++) {
      *functions[number].real = dlsym(RTLD_DEFAULT, functions[number].name);
    }
  }
  if (real.malloc && real.free) return true;
  *failure = (struct heapgraph_tracking_failure){"finding malloc and free", ENOSYS};
  return false;
}

bool heapgraph_patch_images(struct heapgraph_tracking_failure *failure) {
  struct patching patching = {0};
  dl_iterate_phdr(visit, &patching);
  if (patching.error != 0) {
    *failure = (struct heapgraph_tracking_failure){"making the tables of the dynamic linker writable", patching.error};
    return false;
  }
  // A program that holds the C library itself calls it without a table.
  if (patching.slots == 0) *failure = (struct heapgraph_tracking_failure){"finding calls of the allocator", ENOTSUP};
  return patching.slots > 0;
}

void heapgraph_restore_images(void) {
  struct patching patching = {.is_restoring = true};
  dl_iterate_phdr(visit, &patching);
}
#endif
