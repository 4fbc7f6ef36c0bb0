// Where blocks of memory were allocated: a table of the blocks that live and the calls that were under way when each was
// allocated. Linux with glibc, on x86-64 and arm64.
//
// Everything lies in memory that is mapped for it, outside the heap, and is found from one structure, so that it can be
// read from a copy of the process or from outside.
#ifndef C_SWIFT_HEAP_TRACKING_H
#define C_SWIFT_HEAP_TRACKING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A block that lives. An address of 0 is an empty place.
struct heapgraph_record {
  uint64_t address;
  uint32_t stack;  // where its stack begins among the words of stacks; never 0
  uint32_t size;   // the bytes asked for; 4,294,967,295 stands for as many or more
};

// A part of the table, by the hash of addresses.
struct heapgraph_record_shard {
  uint32_t lock;
  uint32_t padding;
  uint64_t count;
  uint64_t records;   // address of `capacity` records; 0 as long as there are none
  uint64_t capacity;  // a power of two; 0 as long as there are none. Set after `records`, so never too large
  uint64_t reserved[4];
};

#define HEAPGRAPH_RECORD_SHARDS 256
#define HEAPGRAPH_MAXIMUM_FRAMES 64

// "HGTRACK1", little-endian.
#define HEAPGRAPH_TRACKING_MARK 0x314B434152544748u

// Where stacks are. A stack is a word with the number of its frames and as many words with return addresses, innermost
// first. Stacks lie one behind the other from word 1 on, each once.
struct heapgraph_stacks {
  uint64_t words;           // their address
  uint64_t capacity;        // how many words there is room for
  uint64_t index;           // address of the hash table: each place a tag (high half) and a stack's number (low half)
  uint64_t index_shift;     // how far a hash is shifted for a place
  uint64_t index_capacity;  // places
  uint64_t bytes;           // what was asked for
};

// What leads to everything; in a section of its own, named heapgraph.tracking.
struct heapgraph_tracking_root {
  uint64_t mark;
  uint32_t is_on;
  uint32_t session;      // counts how often tracking began or ended
  uint32_t frame_limit;  // the most return addresses of one stack
  int32_t process;
  uint64_t shards;       // address of HEAPGRAPH_RECORD_SHARDS shards
  uint64_t stacks;       // address of a heapgraph_stacks; 0 before tracking began for the first time
  uint64_t record_limit;    // the most bytes for records
  uint64_t reserved[2];
  // What changes often has a cache line of its own.
  uint64_t stack_words;     // words in use
  uint64_t stack_count;
  uint64_t record_bytes;    // bytes that shards take
  uint64_t missed_records;  // allocations that were not recorded: no room for the record
  uint64_t missed_stacks;   // allocations that were not recorded: no room for the stack
  uint64_t missed_nested;   // allocations in a signal handler that came in between
  uint64_t reserved_too[2];
};

// What leads to the tables of this process; always the same address.
const struct heapgraph_tracking_root *heapgraph_tracking(void);

// What went wrong, for a message.
struct heapgraph_tracking_failure {
  const char *step;
  int error;  // errno
};

// From now on records each block that is allocated through malloc and its like, with at most `frame_limit` frames, in
// at most `memory_limit` bytes.
//
// Where it is on already, libraries that were loaded since are taken in too and the limits stay. Returns 0, or -1.
int heapgraph_start_tracking(uint32_t frame_limit, uint64_t memory_limit, struct heapgraph_tracking_failure *failure);

// Takes in libraries that were loaded since tracking began; nothing where it is off. Returns 0, or -1.
int heapgraph_extend_tracking(struct heapgraph_tracking_failure *failure);

// Puts everything back as it was and forgets all records.
void heapgraph_stop_tracking(void);

// For an allocator that itself says what it does, in place of patched calls (SwiftHeapInterposition).
void heapgraph_announce_interposition(void);
void heapgraph_remember(void *block, size_t size, void *frame);
// Takes a block's record out; returns what heapgraph_move takes, 0 where it had none.
uint64_t heapgraph_forget(void *block);
// Enters a block with the stack that another one had.
void heapgraph_move(void *block, size_t size, uint64_t origin);

#ifdef __cplusplus
}
#endif
#endif
