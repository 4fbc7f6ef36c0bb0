import HeapModel

/// A row's worth of an arena: a pool, or all pools in a row that have no size class.
enum PoolRun {
  case pool(PoolLayout)
  case unused(count: Int, first: Address, size: ByteCount)

  /// The runs of some pools, in their order.
  static func runs(_ pools: [PoolLayout]) -> [PoolRun] {
    var runs: [PoolRun] = []
    for pool in pools {
      guard pool.blockSize == nil else {
        runs.append(.pool(pool))
        continue
      }
      if case .unused(let count, let first, let size)? = runs.last {
        runs[runs.count - 1] = .unused(count: count + 1, first: first, size: size + pool.size)
      } else {
        runs.append(.unused(count: 1, first: pool.address, size: pool.size))
      }
    }
    return runs
  }

  var address: Address {
    switch self {
    case .pool(let pool): pool.address
    case .unused(_, let first, _): first
    }
  }

  /// The number of pools.
  var count: Int {
    switch self {
    case .pool: 1
    case .unused(let count, _, _): count
    }
  }

  var usedSize: ByteCount {
    switch self {
    case .pool(let pool): pool.usedSize
    case .unused: .zero
    }
  }
}
