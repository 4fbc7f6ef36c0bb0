// One import for everything that can be asked of a heap and drawn of it.
@_exported public import GraphOutput
@_exported public import GraphvizRenderer
@_exported public import HeapAnalysis
@_exported public import HeapFormats
@_exported public import HeapModel
@_exported public import ObjectGraph
