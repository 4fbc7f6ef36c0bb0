#include "CPythonAgent.h"

// Embedded here and not as a Swift resource: an array literal of this length takes Swift half a minute.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char text[] = {
#embed "../PythonCapture/Agent/heapgraph_agent.py"
};

const unsigned char *const heapgraph_agent = text;
const size_t heapgraph_agent_length = sizeof text;
