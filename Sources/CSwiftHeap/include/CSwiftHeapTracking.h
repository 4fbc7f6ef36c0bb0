// Where blocks of memory were allocated: for each block that lives, the calls that were under way when it was allocated.
// Linux with glibc, on x86-64 and arm64.
//
// Everything lies in one range of memory that is mapped for it, outside the heap, and is found from one structure, so
// that it can be read from a copy of the process or from outside.
#ifndef C_SWIFT_HEAP_TRACKING_H
#define C_SWIFT_HEAP_TRACKING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HEAPGRAPH_MAXIMUM_FRAMES 64

// "HGTRACK1", little-endian.
#define HEAPGRAPH_TRACKING_MARK 0x314B434152544748u

// What leads to everything. The range begins, behind a page that nobody may touch, with the mark and this address.
//
// A record of 32 bits belongs to each 16 bytes of memory, since no two blocks begin in the same: the number of the stack
// in the upper 20 bits, the lower 12 bits of the size that was asked for in the others; 0 where there is none. Three
// levels of tables lead there from a block's address: bits 30 to 47 choose a place in `regions`, which holds the number
// of a table of 1,024 places, of which bits 20 to 29 choose one, which holds the number of a table of 65,536 records, of
// which bits 4 to 19 choose one. Numbers begin with 1; 0 says that there is no table.
//
// A stack is a word with the number of its frames and as many words with return addresses, innermost first. Stacks lie
// one behind the other, each once; `stack_offsets` tells where each begins. Their numbers begin with 1.
struct heapgraph_tracking_root {
  uint64_t mark;
  uint32_t is_on;
  uint32_t session;       // counts how often tracking began or ended
  uint32_t frame_limit;   // the most return addresses of one stack
  int32_t process;
  uint64_t memory_start;  // the range of everything; 0 before tracking began for the first time
  uint64_t memory_end;
  uint64_t regions;       // addresses of tables, and for how many there is room
  uint64_t tables;
  uint64_t table_capacity;
  uint64_t records;
  uint64_t record_capacity;  // in tables of 65,536
  uint64_t stack_words;
  uint64_t stack_word_capacity;
  uint64_t stack_offsets;  // of 32 bits, in words
  uint64_t stack_capacity;
  uint64_t stack_index;  // a hash table: each place the upper 32 bits of a hash, and a stack's number
  uint64_t stack_index_capacity;
  uint64_t reserved[4];
  // What changes often has cache lines of its own.
  uint64_t table_count;
  uint64_t record_count;  // tables of records in use
  uint64_t stack_word_count;
  uint64_t stack_count;
  uint64_t missed_records;  // allocations that were not recorded: no room for another table
  uint64_t missed_stacks;   // allocations that were not recorded: no room for the stack
  uint64_t missed_nested;   // allocations of a signal handler that came in between
  uint64_t reserved_too[1];
};

// What leads to the tables of this process; always the same address.
const struct heapgraph_tracking_root *heapgraph_tracking(void);

// What went wrong, for a message.
struct heapgraph_tracking_failure {
  const char *step;
  int error;  // errno
};

// From now on records each block that is allocated through malloc and its like, with at most `frame_limit` frames.
//
// The first call decides how much address space there is, `memory_limit` bytes, none of which takes memory before it is
// used; a later one can have less. Where tracking is on already, libraries that were loaded since are taken in too. Returns 0, or -1.
int heapgraph_start_tracking(uint32_t frame_limit, uint64_t memory_limit, struct heapgraph_tracking_failure *failure);

// Takes in libraries that were loaded since tracking began; nothing where it is off. Returns 0, or -1.
int heapgraph_extend_tracking(struct heapgraph_tracking_failure *failure);

// Puts everything back as it was and forgets all records.
void heapgraph_stop_tracking(void);

#ifdef __cplusplus
}
#endif
#endif
