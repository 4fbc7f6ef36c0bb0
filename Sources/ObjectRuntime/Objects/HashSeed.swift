/// The key of string hashes that a seed gives, as `PYTHONHASHSEED`.
enum HashSeed {
  /// The key: zeros for seed 0, else bytes of CPython's linear congruential generator.
  static func key(_ seed: UInt32) -> (UInt64, UInt64) {
    guard seed != 0 else { return (0, 0) }
    var state = seed
    func word() -> UInt64 {
      var word: UInt64 = 0
      for byte in 0..<8 {
        state = state &* 214_013 &+ 2_531_011
        word |= UInt64(state >> 16 & 0xFF) << UInt64(8 * byte)
      }
      return word
    }
    return (word(), word())
  }
}
