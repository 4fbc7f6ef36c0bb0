extension ObjectSpace {
  /// Makes a function whose results are kept, as `functools._lru_cache_wrapper`; owned by the caller.
  func makeCache(_ type: ObjectPointer, _ arguments: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    guard arguments.count == 4 else {
      throw ObjectError(
        .typeError,
        "function missing required argument '\(["user_function", "maxsize", "typed", "cache_info_type"][min(arguments.count, 3)])' (pos \(arguments.count + 1))"
      )
    }
    guard isCallable(arguments[0]) else {
      throw ObjectError(.typeError, "the first argument must be callable")
    }
    var limit = -1
    if arguments[1] != none {
      guard isSubtype(arguments[1].type, self.type(.int)) else {
        throw ObjectError(.typeError, "maxsize should be integer or None")
      }
      limit = max(arguments[1].integerValue ?? Int.max, 0)
    }
    let isTyped = try isTrue(arguments[2])
    let dict = try makeDict()
    let mark: ObjectPointer
    do throws(ObjectError) {
      mark = try cacheMark()
    } catch {
      release(dict)
      throw error
    }
    let cache = try fillAdaptor(
      type,
      [
        (CacheOffset.cache, dict), (CacheOffset.function, arguments[0].retained()),
        (CacheOffset.mark, mark), (CacheOffset.entryType, self.type(.cacheEntry)),
        (CacheOffset.infoType, arguments[3].retained()),
      ])
    cache[word: CacheEntryOffset.previous] = cache.address
    cache[word: CacheEntryOffset.next] = cache.address
    cache[int32: CacheOffset.isTyped] = isTyped ? 1 : 0
    cache[integer: CacheOffset.limit] = limit
    return cache
  }

  /// What stands between arguments by place and by name in a key: the same object for all caches.
  private func cacheMark() throws(ObjectError) -> ObjectPointer {
    if let mark = state.cacheMark { return mark }
    let mark = ObjectPointer(address: state.staticMemory.allocate(16).address)
    makeImmortal(mark, type(.object))
    state.cacheMark = mark
    return mark
  }

  /// The key of a call, owned by the caller.
  private func cacheKey(
    _ cache: ObjectPointer, _ arguments: [ObjectPointer],
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    let isTyped = cache[int32: CacheOffset.isTyped] != 0
    if !isTyped, keywords.isEmpty, arguments.count == 1,
      arguments[0].type == type(.string) || arguments[0].type == type(.int)
    {
      return arguments[0].retained()
    }
    var parts = arguments
    if !keywords.isEmpty {
      if let mark = cache[object: CacheOffset.mark] { parts.append(mark) }
      for (name, value) in keywords { parts += [name, value] }
    }
    if isTyped { parts += arguments.map(\.type) + keywords.map(\.value.type) }
    return try makeTuple(parts)
  }

  func callCache(
    _ cache: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    guard let function = cache[object: CacheOffset.function], let dict = cache[object: CacheOffset.cache]
    else { return none }
    cache.retain()
    defer { release(cache) }
    let limit = cache[integer: CacheOffset.limit]
    if limit == 0 {
      cache[integer: CacheOffset.misses] += 1
      return try call(function, arguments, keywords: keywords)
    }
    let key = try cacheKey(cache, arguments, keywords)
    defer { release(key) }
    if let known = try value(of: key, in: dict) {
      cache[integer: CacheOffset.hits] += 1
      guard limit > 0 else { return known.retained() }
      unlinkEntry(known)
      linkEntry(known, to: cache)
      return known[object: CacheEntryOffset.result]?.retained() ?? none
    }
    cache[integer: CacheOffset.misses] += 1
    let result = try call(function, arguments, keywords: keywords)
    do throws(ObjectError) {
      if limit < 0 {
        try setValue(result, for: key, in: dict)
      } else if try value(of: key, in: dict) == nil {
        // What the function did may have kept a result meanwhile, which then stays.
        try keep(result, for: key, in: cache, dict, limit)
      }
    } catch {
      release(result)
      throw error
    }
    return result
  }

  /// Keeps a result; beyond the limit, in the entry of the one that was not asked for the longest.
  private func keep(
    _ result: ObjectPointer, for key: ObjectPointer, in cache: ObjectPointer, _ dict: ObjectPointer,
    _ limit: Int
  ) throws(ObjectError) {
    guard dictCount(dict) >= limit, cache[word: CacheEntryOffset.next] != cache.address,
      let oldest = cache[object: CacheEntryOffset.next], let oldKey = oldest[object: CacheEntryOffset.key]
    else {
      let entry = try makeCacheEntry(key, result)
      defer { release(entry) }
      try setValue(entry, for: key, in: dict)
      linkEntry(entry, to: cache)
      return
    }
    unlinkEntry(oldest)
    oldKey.retain()
    defer { release(oldKey) }
    guard let entry = try takeValue(of: oldKey, from: dict) else { return }
    defer { release(entry) }
    let oldResult = entry[object: CacheEntryOffset.result]
    entry[object: CacheEntryOffset.key] = key.retained()
    entry[object: CacheEntryOffset.result] = result.retained()
    entry[integer: CacheEntryOffset.hash] = try hash(of: key)
    release(oldKey)
    if let oldResult { release(oldResult) }
    try setValue(entry, for: key, in: dict)
    linkEntry(entry, to: cache)
  }

  private func makeCacheEntry(_ key: ObjectPointer, _ result: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let number = try hash(of: key)
    let entry = try allocatePlain(type(.cacheEntry), size: CacheEntryOffset.size)
    entry[word: CacheEntryOffset.previous] = 0
    entry[word: CacheEntryOffset.next] = 0
    entry[integer: CacheEntryOffset.hash] = number
    entry[object: CacheEntryOffset.key] = key.retained()
    entry[object: CacheEntryOffset.result] = result.retained()
    return entry
  }

  /// Puts an entry at the end of a cache's ring: it is the newest.
  private func linkEntry(_ entry: ObjectPointer, to cache: ObjectPointer) {
    let last = cache[word: CacheEntryOffset.previous]
    Block(address: last)[word: CacheEntryOffset.next] = entry.address
    cache[word: CacheEntryOffset.previous] = entry.address
    entry[word: CacheEntryOffset.previous] = last
    entry[word: CacheEntryOffset.next] = cache.address
  }

  private func unlinkEntry(_ entry: ObjectPointer) {
    let (previous, next) = (entry[word: CacheEntryOffset.previous], entry[word: CacheEntryOffset.next])
    Block(address: previous)[word: CacheEntryOffset.next] = next
    Block(address: next)[word: CacheEntryOffset.previous] = previous
  }

  /// The entries of a cache from the oldest to the newest, borrowed.
  @inline(__always)
  func forEachEntry(ofCache cache: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    var address = cache[word: CacheEntryOffset.next]
    while address != cache.address, address != 0 {
      let entry = ObjectPointer(address: address)
      address = entry[word: CacheEntryOffset.next]
      visit(entry)
    }
  }

  /// Lets all results go.
  func clearCache(_ cache: ObjectPointer) {
    cache[integer: CacheOffset.hits] = 0
    cache[integer: CacheOffset.misses] = 0
    detachEntries(of: cache)
    if let dict = cache[object: CacheOffset.cache] { clearDict(dict) }
  }

  /// Empties the ring; the dict still holds the entries.
  func detachEntries(of cache: ObjectPointer) {
    cache[word: CacheEntryOffset.previous] = cache.address
    cache[word: CacheEntryOffset.next] = cache.address
  }
}

extension BuiltinMethod {
  static let caches: [BuiltinMethod] = [
    BuiltinMethod("cache_info", 0) { (space, cache, _) throws(ObjectError) in
      let limit = cache[integer: CacheOffset.limit]
      guard let type = cache[object: CacheOffset.infoType], let dict = cache[object: CacheOffset.cache] else {
        return space.none
      }
      var parts: [ObjectPointer] = []
      defer { for part in parts { space.release(part) } }
      parts.append(try space.makeInteger(cache[integer: CacheOffset.hits]))
      parts.append(try space.makeInteger(cache[integer: CacheOffset.misses]))
      parts.append(limit < 0 ? space.none : try space.makeInteger(limit))
      parts.append(try space.makeInteger(space.dictCount(dict)))
      return try space.call(type, parts)
    },
    BuiltinMethod("cache_clear", 0) { (space, cache, _) throws(ObjectError) in
      space.clearCache(cache)
      return space.none
    },
    BuiltinMethod("__copy__", 0) { (space, cache, _) throws(ObjectError) in cache.retained() },
    BuiltinMethod("__deepcopy__", 1) { (space, cache, _) throws(ObjectError) in cache.retained() },
  ]
}
