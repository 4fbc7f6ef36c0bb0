// One face for every Graphviz from 2.42 on.
//
// The functions here exist because a declaration changed between versions (`const`, an argument less, a
// function that is gone), because it is a macro, or because it needs what Swift cannot say (a C callback
// without a context, a stream in memory). Everything else is called directly.

#ifndef HEAPGRAPH_CGRAPHVIZ_SHIM_H
#define HEAPGRAPH_CGRAPHVIZ_SHIM_H

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Reading

/// DOT text that is read piece by piece.
typedef struct {
  const char *bytes;
  size_t count;
  size_t position;
} heapgraph_text;

/// Hands out at most one line, so that a scanner never holds more than the line it is in: what follows
/// a graph stays here and can be asked for.
static inline int heapgraph_read_line(void *channel, char *buffer, int capacity) {
  heapgraph_text *text = (heapgraph_text *)channel;
  size_t length = text->count - text->position;
  if (capacity <= 0 || length == 0) return 0;
  if (length > (size_t)capacity) length = (size_t)capacity;
  const char *start = text->bytes + text->position;
  const char *newline = (const char *)memchr(start, '\n', length);
  if (newline) length = (size_t)(newline - start) + 1;
  memcpy(buffer, start, length);
  text->position += length;
  return (int)length;
}

/// Has cgraph's scanner name no file and count lines from 1.
///
/// The scanner of older versions is one for the process and counts on from text to text. `agsetfile` sets both
/// back; it is looked up by its name since newer versions, whose scanners live as long as a reading, need not
/// have it.
static inline void heapgraph_reset_lines(void) {
#ifdef RTLD_DEFAULT
  void *everywhere = RTLD_DEFAULT;
#else
  void *everywhere = NULL;  // What it is where the headers show it to GNU sources alone.
#endif
  void *address = dlsym(everywhere, "agsetfile");
  if (!address) return;
  void (*set_file)(const char *);
  memcpy(&set_file, &address, sizeof set_file);
  set_file(NULL);
}

/// The next graph of a text, or NULL where there is none or it is malformed.
static inline Agraph_t *heapgraph_read_graph(heapgraph_text *text) {
  static Agiodisc_t io;  // Outlives the call: a graph keeps a pointer to it.
  io = AgIoDisc;
  io.afread = heapgraph_read_line;
  Agdisc_t discipline = AgDefaultDisc;
  discipline.io = &io;
  return agread(text, &discipline);
}

// Asking

static const int heapgraph_kind_graph = AGRAPH;
static const int heapgraph_kind_node = AGNODE;
static const int heapgraph_kind_edge = AGOUTEDGE;

static inline const char *heapgraph_attribute(void *object, const char *name) {
  return agget(object, (char *)(uintptr_t)name);
}

static inline int heapgraph_set_attribute(void *object, const char *name, const char *value) {
  return agsafeset(object, (char *)(uintptr_t)name, (char *)(uintptr_t)value, (char *)(uintptr_t)"");
}

static inline const char *heapgraph_value(void *object, Agsym_t *symbol) { return agxget(object, symbol); }

static inline int heapgraph_is_html(const char *value) { return aghtmlstr((char *)(uintptr_t)value) ? 1 : 0; }

// Numbers in some versions, truth values in others.
static inline int heapgraph_is_directed(Agraph_t *graph) { return agisdirected(graph) ? 1 : 0; }

static inline int heapgraph_is_strict(Agraph_t *graph) { return agisstrict(graph) ? 1 : 0; }

static inline const char *heapgraph_name(void *object) { return agnameof(object); }

static inline Agnode_t *heapgraph_tail(Agedge_t *edge) { return AGTAIL(edge); }

static inline Agnode_t *heapgraph_head(Agedge_t *edge) { return AGHEAD(edge); }

static inline const char *heapgraph_version(GVC_t *context) { return gvcVersion(context); }

typedef char **(*heapgraph_plugin_list_with_filter)(GVC_t *, const char *, int *, char *);
typedef char **(*heapgraph_plugin_list)(GVC_t *, const char *, int *);

static inline char **heapgraph_list_with_filter(void (*list)(void), GVC_t *context, const char *kind, int *count) {
  return ((heapgraph_plugin_list_with_filter)list)(context, kind, count, NULL);
}

static inline char **heapgraph_list(void (*list)(void), GVC_t *context, const char *kind, int *count) {
  return ((heapgraph_plugin_list)list)(context, kind, count);
}

/// Names of the plugins of a kind ("device", "layout"); each name and the list are the caller's to free.
static inline char **heapgraph_plugins(GVC_t *context, const char *kind, int *count) {
  *count = 0;
  return _Generic(&gvPluginList,
                  heapgraph_plugin_list_with_filter: heapgraph_list_with_filter,
                  default: heapgraph_list)((void (*)(void))gvPluginList, context, kind, count);
}

// Drawing

/// The size in points of what a layout placed, without the space around it.
static inline void heapgraph_layout_size(Agraph_t *graph, double *width, double *height) {
  *width = GD_bb(graph).UR.x - GD_bb(graph).LL.x;
  *height = GD_bb(graph).UR.y - GD_bb(graph).LL.y;
}

/// By how much a drawing of a size in points shrinks, or grows, since the graph says how large it is to be.
static inline double heapgraph_scale_to_size(Agraph_t *graph, double width, double height) {
  double wanted_width = GD_drawing(graph)->size.x, wanted_height = GD_drawing(graph)->size.y;
  if (!(wanted_width > 0.001 && wanted_height > 0.001 && width > 0 && height > 0)) return 1;
  int shrinks = wanted_width < width || wanted_height < height;
  int grows = GD_drawing(graph)->filled && wanted_width > width && wanted_height > height;
  if (!shrinks && !grows) return 1;
  double across = wanted_width / width, down = wanted_height / height;
  return across < down ? across : down;
}

/// The dots an inch that a graph asks for; 0 where it asks for none.
static inline double heapgraph_dots_per_inch(Agraph_t *graph) { return GD_drawing(graph)->dpi; }

static inline void heapgraph_set_dots_per_inch(Agraph_t *graph, double value) {
  GD_drawing(graph)->dpi = value;
}

/// Renders a graph that has a layout; the bytes are the caller's to free. Returns 0 on success.
///
/// A stream in memory and not `gvRenderData`: some devices (webp, gd) write to a stream and to nothing
/// else, and the type of that function's length differs between versions.
static inline int heapgraph_render(
    GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *count) {
  *bytes = NULL;
  *count = 0;
  FILE *stream = open_memstream(bytes, count);
  if (!stream) return -1;
  int status = gvRender(context, graph, format, stream);
  if (fclose(stream) != 0 && status == 0) status = -1;
  return status;
}

// Running

typedef struct {
  void (*body)(void *);
  void *argument;
} heapgraph_work;

static inline void *heapgraph_start(void *argument) {
  heapgraph_work *work = (heapgraph_work *)argument;
  work->body(work->argument);
  return NULL;
}

/// Calls `body` on a thread with `stack_size` bytes of stack and waits for it; on this thread where none
/// can be had.
///
/// Layout recurses along chains, and a thread that runs tasks may have no more than half a megabyte.
static inline void heapgraph_run(size_t stack_size, void (*body)(void *), void *argument) {
  heapgraph_work work = {body, argument};
  pthread_attr_t attributes;
  pthread_t thread;
  int started = 0;
  if (pthread_attr_init(&attributes) == 0) {
    started = pthread_attr_setstacksize(&attributes, stack_size) == 0 &&
              pthread_create(&thread, &attributes, heapgraph_start, &work) == 0;
    pthread_attr_destroy(&attributes);
  }
  if (started) {
    pthread_join(thread, NULL);
  } else {
    body(argument);
  }
}

#endif
