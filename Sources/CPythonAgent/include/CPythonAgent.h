#ifndef CPYTHONAGENT_H
#define CPYTHONAGENT_H

#include <stddef.h>

// The text of the agent, without a zero at its end, and its length in bytes.
extern const unsigned char *const heapgraph_agent;
extern const size_t heapgraph_agent_length;

#endif
