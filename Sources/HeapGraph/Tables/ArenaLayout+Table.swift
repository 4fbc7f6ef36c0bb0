public import HeapModel

extension ArenaLayout {
  /// A table of the arena's pools, for people.
  ///
  /// - Returns: a line that says what the arena is, and below it one for every pool with its offset from the
  ///   arena's address in hexadecimal digits, the size of its blocks in bytes, how many there are, how many are
  ///   handed out, given back, and never handed out.
  /// - Complexity: O(*n*) in the number of blocks.
  public func table() -> String {
    var table = TextTable([
      .number("Offset"), .number("Block size"), .number("Blocks"), .number("Used"), .number("Freed"),
      .number("Untouched"),
    ])
    for pool in pools {
      table.append([
        "+" + String(pool.address.rawValue - address.rawValue, radix: 16),
        pool.blockSize.map { "\($0.rawValue)" } ?? "", "\(pool.blocks.count)", "\(pool.blockCount(.used))",
        "\(pool.blockCount(.freed))", "\(pool.blockCount(.untouched))",
      ])
    }
    let heading = "\(title) at \(address), \(size), \(usedSize) used"
    return ([heading] + table.lines()).joined(separator: "\n")
  }
}
