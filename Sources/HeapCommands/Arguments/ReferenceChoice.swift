public import ArgumentParser
public import HeapGraph

/// Which references a command follows.
enum ReferenceChoice: String, ExpressibleByArgument, CaseIterable {
  case drawn, all, strong, traced

  var selection: ReferenceSelection {
    switch self {
    case .drawn: .drawn
    case .all: .all
    case .strong: .strong
    case .traced: .traced
    }
  }
}

extension GraphStyle.Look: ExpressibleByArgument {}
extension GraphStyle.Theme: ExpressibleByArgument {}

/// Which way the layers of a picture go.
enum Direction: String, ExpressibleByArgument, CaseIterable {
  case down, right, up, left

  var rankDirection: GraphPicture.RankDirection {
    switch self {
    case .down: .topToBottom
    case .right: .leftToRight
    case .up: .bottomToTop
    case .left: .rightToLeft
    }
  }
}

/// What can be said of each object beside its type and text.
enum ExtraInformation: String, ExpressibleByArgument, CaseIterable {
  case address, index, size, generation, site

  func text(of object: ObjectIndex, in heap: HeapSnapshot) -> String? {
    switch self {
    case .address: "\(heap.address(of: object))"
    case .index: "\(object)"
    case .size: "\(heap.shallowSize(of: object))"
    case .generation:
      heap.generation(of: object).map { generation in
        switch generation {
        case .number(let number): "generation \(number)"
        case .permanent: "permanent generation"
        }
      }
    case .site:
      heap.allocationSite(of: object)?.frames.first.map { "made in \($0)" }
    }
  }
}
