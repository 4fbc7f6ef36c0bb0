// One import for asking this process who holds what.
@_exported public import HeapGraph
@_exported public import SwiftHeap
