/// The types that every space has from the start.
package enum BuiltinType: Int, CaseIterable, Sendable {
  case object, type
  case none, notImplemented, ellipsis
  case int, bool, float, complex, string, bytes
  case tuple, list, dict, set, frozenSet
  case cell, code, function, method, builtinFunction, module
  case property, staticMethod, classMethod
  case attributeDescriptor, memberDescriptor
  case slice, range
  case generator, frame, traceback
  case weakReference, weakProxy, callableWeakProxy
  case mappingProxy
  case listIterator, reverseListIterator, tupleIterator, setIterator, rangeIterator
  case dictKeys, dictValues, dictItems
  case dictKeyIterator, dictValueIterator, dictItemIterator
  case dictReverseKeyIterator, dictReverseValueIterator, dictReverseItemIterator
  case asciiIterator, stringIterator, bytesIterator, longRangeIterator
  case sequenceIterator, callableIterator
  case enumerate, zip, map, filter, reversed
  case methodDescriptor, wrapperDescriptor, classMethodDescriptor, methodWrapper, superType
  case deque, dequeIterator, reverseDequeIterator, defaultDict, orderedDict
  case partial, cacheWrapper, cacheEntry, chain, count, itemSlice, simpleNamespace
  case union, versionInfo, floatInfo, byteArray, byteArrayIterator

  /// The type's name.
  package var name: String {
    switch self {
    case .object: "object"
    case .type: "type"
    case .none: "NoneType"
    case .notImplemented: "NotImplementedType"
    case .ellipsis: "ellipsis"
    case .int: "int"
    case .bool: "bool"
    case .float: "float"
    case .complex: "complex"
    case .string: "str"
    case .bytes: "bytes"
    case .tuple: "tuple"
    case .list: "list"
    case .dict: "dict"
    case .set: "set"
    case .frozenSet: "frozenset"
    case .cell: "cell"
    case .code: "code"
    case .function: "function"
    case .method: "method"
    case .builtinFunction: "builtin_function_or_method"
    case .module: "module"
    case .property: "property"
    case .staticMethod: "staticmethod"
    case .classMethod: "classmethod"
    case .attributeDescriptor: "getset_descriptor"
    case .memberDescriptor: "member_descriptor"
    case .slice: "slice"
    case .range: "range"
    case .generator: "generator"
    case .frame: "frame"
    case .traceback: "traceback"
    case .weakReference: "ReferenceType"
    case .weakProxy: "ProxyType"
    case .callableWeakProxy: "CallableProxyType"
    case .mappingProxy: "mappingproxy"
    case .listIterator: "list_iterator"
    case .reverseListIterator: "list_reverseiterator"
    case .tupleIterator: "tuple_iterator"
    case .setIterator: "set_iterator"
    case .rangeIterator: "range_iterator"
    case .dictKeys: "dict_keys"
    case .dictValues: "dict_values"
    case .dictItems: "dict_items"
    case .dictKeyIterator: "dict_keyiterator"
    case .dictValueIterator: "dict_valueiterator"
    case .dictItemIterator: "dict_itemiterator"
    case .dictReverseKeyIterator: "dict_reversekeyiterator"
    case .dictReverseValueIterator: "dict_reversevalueiterator"
    case .dictReverseItemIterator: "dict_reverseitemiterator"
    case .asciiIterator: "str_ascii_iterator"
    case .stringIterator: "str_iterator"
    case .bytesIterator: "bytes_iterator"
    case .longRangeIterator: "longrange_iterator"
    case .sequenceIterator: "iterator"
    case .callableIterator: "callable_iterator"
    case .enumerate: "enumerate"
    case .zip: "zip"
    case .map: "map"
    case .filter: "filter"
    case .reversed: "reversed"
    case .methodDescriptor: "method_descriptor"
    case .wrapperDescriptor: "wrapper_descriptor"
    case .classMethodDescriptor: "classmethod_descriptor"
    case .methodWrapper: "method-wrapper"
    case .superType: "super"
    case .deque: "deque"
    case .dequeIterator: "_deque_iterator"
    case .reverseDequeIterator: "_deque_reverse_iterator"
    case .defaultDict: "defaultdict"
    case .orderedDict: "OrderedDict"
    case .partial: "partial"
    case .cacheWrapper: "_lru_cache_wrapper"
    case .cacheEntry: "_lru_list_elem"
    case .chain: "chain"
    case .count: "count"
    case .itemSlice: "islice"
    case .simpleNamespace: "SimpleNamespace"
    case .union: "UnionType"
    case .byteArray: "bytearray"
    case .byteArrayIterator: "bytearray_iterator"
    case .versionInfo: "version_info"
    case .floatInfo: "float_info"
    }
  }

  /// The module that `__module__` names.
  package var module: String {
    switch self {
    case .weakReference, .weakProxy, .callableWeakProxy: "weakref"
    case .deque, .dequeIterator, .reverseDequeIterator, .defaultDict, .orderedDict: "collections"
    case .partial, .cacheWrapper, .cacheEntry: "functools"
    case .chain, .count, .itemSlice: "itertools"
    case .simpleNamespace, .union: "types"
    case .versionInfo, .floatInfo: "sys"
    default: "builtins"
    }
  }
}
