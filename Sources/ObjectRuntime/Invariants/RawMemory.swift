#if DEBUG
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Reads and writes numbers at addresses, for the invariant check: it runs after each step of long programs in builds
  /// that are not optimized, where a generic access costs as much as ten of these.
  enum RawMemory {
    @_transparent
    static func word(_ address: UInt) -> UInt {
      unsafe UnsafePointer<UInt>(bitPattern: address).unsafelyUnwrapped.pointee
    }

    @_transparent
    static func integer(_ address: UInt) -> Int {
      unsafe UnsafePointer<Int>(bitPattern: address).unsafelyUnwrapped.pointee
    }

    @_transparent
    static func uint32(_ address: UInt) -> UInt32 {
      unsafe UnsafePointer<UInt32>(bitPattern: address).unsafelyUnwrapped.pointee
    }

    @_transparent
    static func int32(_ address: UInt) -> Int32 {
      unsafe UnsafePointer<Int32>(bitPattern: address).unsafelyUnwrapped.pointee
    }

    @_transparent
    static func uint16(_ address: UInt) -> UInt16 {
      unsafe UnsafePointer<UInt16>(bitPattern: address).unsafelyUnwrapped.pointee
    }

    @_transparent
    static func byte(_ address: UInt) -> UInt8 {
      unsafe UnsafePointer<UInt8>(bitPattern: address).unsafelyUnwrapped.pointee
    }

    /// How the instances of a plan are walked.
    @_transparent
    static func body(_ plan: UInt) -> ObjectBody { unsafe unsafeBitCast(byte(plan), to: ObjectBody.self) }

    @_transparent
    static func set(word value: UInt, _ address: UInt) {
      unsafe UnsafeMutablePointer<UInt>(bitPattern: address).unsafelyUnwrapped.pointee = value
    }

    @_transparent
    static func set(uint32 value: UInt32, _ address: UInt) {
      unsafe UnsafeMutablePointer<UInt32>(bitPattern: address).unsafelyUnwrapped.pointee = value
    }

    /// Fills bytes with zeros.
    static func clear(_ address: UInt, count: Int) {
      unsafe memset(UnsafeMutableRawPointer(bitPattern: address).unsafelyUnwrapped, 0, count)
    }

    @_transparent
    static func set(byte value: UInt8, _ address: UInt) {
      unsafe UnsafeMutablePointer<UInt8>(bitPattern: address).unsafelyUnwrapped.pointee = value
    }
  }

  /// Numbers by addresses: an open-addressing table in one block.
  @safe
  struct AddressTable: ~Copyable {
    private var base: UInt
    private var mask: UInt
    private(set) var count: UInt = 0

    init() {
      base = Self.memory(256)
      mask = 255
    }

    private static func memory(_ entries: UInt) -> UInt {
      guard let block = SystemMemory.allocateZeroed(Int(entries) * 16) else {
        preconditionFailure("The system has no memory for a check.")
      }
      return block.address
    }

    /// Where the number of an address lies; 0 where there is none.
    @_transparent
    func place(_ key: UInt) -> UInt {
      var slot = (key >> 4 &* 0x9E37_79B9) & mask
      while true {
        let entry = base &+ slot &* 16
        let known = RawMemory.word(entry)
        if known == 0 { return 0 }
        if known == key { return entry &+ 8 }
        slot = (slot &+ 1) & mask
      }
    }

    /// Adds an address that is not there.
    mutating func insert(_ key: UInt, _ value: UInt) {
      if 2 &* (count &+ 1) > mask { grow() }
      var slot = (key >> 4 &* 0x9E37_79B9) & mask
      while RawMemory.word(base &+ slot &* 16) != 0 { slot = (slot &+ 1) & mask }
      RawMemory.set(word: key, base &+ slot &* 16)
      RawMemory.set(word: value, base &+ slot &* 16 &+ 8)
      count &+= 1
    }

    private mutating func grow() {
      let old = base
      let oldMask = mask
      mask = 2 * mask + 1
      base = Self.memory(mask + 1)
      count = 0
      for slot in 0...oldMask where RawMemory.word(old + slot * 16) != 0 {
        insert(RawMemory.word(old + slot * 16), RawMemory.word(old + slot * 16 + 8))
      }
      SystemMemory.free(Block(address: old))
    }

    mutating func removeAll() {
      RawMemory.clear(base, count: Int(mask + 1) * 16)
      count = 0
    }

    deinit { SystemMemory.free(Block(address: base)) }
  }

  /// A growing row of words.
  @safe
  struct WordRow: ~Copyable {
    private var base: UInt
    private var capacity = 1024
    private(set) var count = 0

    init() {
      guard let block = SystemMemory.allocate(8 * 1024) else {
        preconditionFailure("The system has no memory for a check.")
      }
      base = block.address
    }

    subscript(_ index: Int) -> UInt {
      @_transparent
      get { RawMemory.word(base &+ UInt(bitPattern: 8 &* index)) }
      @_transparent
      nonmutating set { RawMemory.set(word: newValue, base &+ UInt(bitPattern: 8 &* index)) }
    }

    @_transparent
    mutating func append(_ word: UInt) {
      if count == capacity { grow() }
      self[count] = word
      count &+= 1
    }

    private mutating func grow() {
      capacity *= 2
      guard let block = SystemMemory.resize(Block(address: base), to: 8 * capacity) else {
        preconditionFailure("The system has no memory for a check.")
      }
      base = block.address
    }

    mutating func removeAll() { count = 0 }

    deinit { SystemMemory.free(Block(address: base)) }
  }
#endif
