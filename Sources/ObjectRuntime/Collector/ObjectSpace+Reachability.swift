/// What a collection notes of the reachable objects while it passes them, so that nobody has to pass them again.
struct ReachableObjectNotes {
  /// How many there are.
  var count = 0
  /// The tuples among them, and the dicts that may hold nothing to look at, in the order of the list.
  var tuples: [CollectorHeader] = []
  var dicts: [CollectorHeader] = []
}

extension ObjectSpace {
  /// Moves the objects of a list that nothing outside it leads to into another.
  ///
  /// Each object's count is copied; every reference from within the list takes one off; who has a count left is
  /// reachable from outside, and so is everything that can be reached from there.
  ///
  /// - Returns: what was noted of the objects that stay.
  /// - Complexity: O(*n* + *m*).
  @discardableResult
  func deduceUnreachable(_ base: CollectorHeader, into unreachable: CollectorHeader) -> ReachableObjectNotes {
    copyCounts(base)
    subtractInnerReferences(base)
    return moveUnreachable(base, into: unreachable)
  }

  private func copyCounts(_ list: CollectorHeader) {
    let permanent = state.collector.permanent
    var header = list.next
    while header != list {
      let next = header.next
      let object = header.object
      if object.isImmortal {
        permanent.take(header)
      } else {
        let count = UInt(bitPattern: object.referenceCount)
        header.previousWord =
          header.previousWord & CollectorHeader.finalized | CollectorHeader.collecting
          | count << CollectorHeader.shift
      }
      header = next
    }
  }

  private func subtractInnerReferences(_ list: CollectorHeader) {
    var header = list.next
    while header != list {
      forEachTraced(header.object) { child in
        // Immortal objects are in no generation, and built-in types have no header at all.
        guard child[int32: ObjectOffset.referenceCount] >= 0,
          child.type.typeFlags & TypeFlag.isCollected != 0
        else { return }
        let inner = child.collectorHeader
        let word = inner.previousWord
        if word & CollectorHeader.collecting != 0 { inner.previousWord = word &- 1 << CollectorHeader.shift }
      }
      header = header.next
    }
  }

  /// Goes through the list once; what is found reachable behind the place that was passed is put at its end again.
  private func moveUnreachable(
    _ young: CollectorHeader, into unreachable: CollectorHeader
  ) -> ReachableObjectNotes {
    var notes = ReachableObjectNotes()
    let tuple = type(.tuple)
    let dict = type(.dict)
    var previous = young
    var header = young.next
    while header != young {
      if header.outsideCount != 0 {
        notes.count &+= 1
        let type = header.object.type
        if type == tuple {
          notes.tuples.append(header)
        } else if type == dict, mayHoldOnlyAtoms(dict: header.object) {
          notes.dicts.append(header)
        }
        forEachTraced(header.object) { child in
          guard child[int32: ObjectOffset.referenceCount] >= 0,
            child.type.typeFlags & TypeFlag.isCollected != 0
          else { return }
          let inner = child.collectorHeader
          let word = inner.previousWord
          guard word & CollectorHeader.collecting != 0 else { return }
          if inner.nextWord & CollectorHeader.unreachable != 0 {
            // It was moved too early: back to the end of the list.
            let before = inner.previous
            let after = CollectorHeader(address: inner.nextWord & ~CollectorHeader.unreachable)
            before.nextWord = inner.nextWord
            after.previous = before
            young.append(inner)
            // The place of a list's members is found again when they are passed.
            inner.previousWord = inner.previousWord & CollectorHeader.flags | 1 << CollectorHeader.shift
          } else if word >> CollectorHeader.shift == 0 {
            inner.previousWord = word & CollectorHeader.flags | 1 << CollectorHeader.shift
          }
        }
        header.previousWord = header.previousWord & CollectorHeader.finalized | previous.address
        previous = header
      } else {
        previous.nextWord = header.nextWord
        let last = unreachable.previous
        last.nextWord = header.address | CollectorHeader.unreachable
        header.previous = last
        header.nextWord = unreachable.address | CollectorHeader.unreachable
        unreachable.previousWord = header.address
      }
      header = CollectorHeader(address: previous.nextWord)
    }
    young.previousWord = previous.address
    unreachable.nextWord &= ~CollectorHeader.unreachable
    return notes
  }
}
