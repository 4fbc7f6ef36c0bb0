/// Something in a space's memory that is not as it has to be between two steps of a program.
package struct InvariantViolation: Error, Hashable, Sendable {
  /// What has to hold.
  package enum Rule: String, Sendable {
    case arena = "an arena's bookkeeping agrees with its pools"
    case pool = "a pool's bookkeeping agrees with its blocks"
    case freeBlocks = "the free blocks of a pool are its own, each once"
    case largeBlocks = "the large blocks are linked and counted"
    case leakedBlock = "every used block has an owner"
    case doubleClaim = "every block has one owner"
    case foreignBlock = "a body lies in a used block that is large enough"
    case reference = "a reference leads to an object"
    case count = "an object counts its references"
    case immortality = "what lies in the arenas can go, what lies outside cannot"
    case freeList = "a kept object is in one free list"
    case generation = "a generation's list is linked both ways"
    case tracking = "an object that the collector has to see is in one list"
    case collectorFlags = "no mark of a collection is left over"
    case collectorCounts = "the collector's counters are plausible"
    case keyTable = "a key table's indices lead to its entries"
    case dict = "a dict's number of entries is right"
    case values = "the order of attribute values names each value once"
    case set = "a set's elements are where they are looked for"
    case list = "a list has room for its items"
    case weakReference = "weak references are linked to their object"
    case typeCache = "what was found in a class is what is there"
    case type = "a class fits its plan, its order and its bases"
    case interning = "an interned string is in the table once"
    case tracing = "a traced block is in use"
    case rest = "nothing is under way between steps"
  }

  /// What has to hold.
  package let rule: Rule
  /// Where: the address, and the class of an object.
  package let place: String
  /// What is expected there.
  package let expected: String
  /// What is found there.
  package let found: String

  init(_ rule: Rule, at place: String, expected: String, found: String) {
    self.rule = rule
    self.place = place
    self.expected = expected
    self.found = found
  }
}

extension InvariantViolation: CustomStringConvertible {
  /// The rule, the place, and what was expected and found.
  package var description: String {
    "\(rule.rawValue): \(place): expected \(expected), found \(found)"
  }
}
