// The records of the small tables, field by field as the `.heap` format lays them out (docs/heap-format.md).
// Swift lays out a struct of fixed-width integers in the order of its fields at their natural alignment.

/// Says that there is no object, where an object's index is expected.
package let noObject: UInt32 = .max

package struct TypeRecord: BitwiseCopyable, Hashable, Sendable {
  package var name: UInt32
  package var qualifiedName: UInt32
  package var classObject: UInt32
  package var reserved: UInt32 = 0

  package init(name: UInt32, qualifiedName: UInt32, classObject: UInt32) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.classObject = classObject
  }
}

package struct ShapeRecord: BitwiseCopyable, Hashable, Sendable {
  package var size: UInt64
  package var type: UInt32
  package var reserved: UInt32 = 0

  package init(size: UInt64, type: UInt32) {
    self.size = size
    self.type = type
  }
}

package struct RootRecord: BitwiseCopyable, Hashable, Sendable {
  package var object: UInt32
  package var name: UInt32
  package var detail: UInt32
  package var kind: UInt16
  package var reserved: UInt16 = 0

  package init(object: UInt32, name: UInt32, detail: UInt32, kind: UInt16) {
    self.object = object
    self.name = name
    self.detail = detail
    self.kind = kind
  }
}

package struct SiteFrameRecord: BitwiseCopyable, Hashable, Sendable {
  package var function: UInt32
  package var file: UInt32
  package var line: UInt32
  package var reserved: UInt32 = 0

  package init(function: UInt32, file: UInt32, line: UInt32) {
    self.function = function
    self.file = file
    self.line = line
  }
}

package struct MetadataRecord: BitwiseCopyable, Hashable, Sendable {
  package var key: UInt32
  package var value: UInt32

  package init(key: UInt32, value: UInt32) {
    self.key = key
    self.value = value
  }
}

package struct LimitationRecord: BitwiseCopyable, Hashable, Sendable {
  package var count: UInt64
  package var text: UInt32
  package var reserved: UInt32 = 0

  package init(count: UInt64, text: UInt32) {
    self.count = count
    self.text = text
  }
}

package struct DanglingRecord: BitwiseCopyable, Hashable, Sendable {
  package var address: UInt64
  package var source: UInt32
  package var reserved: UInt32 = 0

  package init(address: UInt64, source: UInt32) {
    self.address = address
    self.source = source
  }
}
