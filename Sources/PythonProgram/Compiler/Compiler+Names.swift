/// What is done with a variable.
enum VariableUse {
  case load, store, delete
}

extension Compiler {
  func load(_ name: String, at range: SourceRange) { use(name, .load, at: range) }

  func store(_ name: String, at range: SourceRange) { use(name, .store, at: range) }

  /// Loads, stores or deletes a variable.
  func use(_ name: String, _ use: VariableUse, at range: SourceRange) {
    guard unit.isReachable else { return }
    let name = scope.mangled(name)
    var owner = scope
    // What a comprehension does not bind is its surroundings'; a class's own names are not seen from it.
    while owner.kind == .comprehension, owner !== unit.scope {
      switch owner.places[name] {
      case .local: return useLocal(unit.local(name, of: owner), use, at: range)
      case .cell: return useCell(unit.cell(name, of: owner), use, at: range)
      case .global: return useGlobal(name, use, at: range)
      case .free, .unbound, .name, nil: break
      }
      guard let parent = owner.parent else { break }
      owner = parent
      if owner.kind == .class {
        return owner.free.contains(name) && owner.places[name] != .global
          ? useCell(unit.free(name), use, at: range) : useGlobal(name, use, at: range)
      }
    }
    switch owner.places[name] {
    case .local: useLocal(unit.local(name, of: owner), use, at: range)
    case .cell: useCell(unit.cell(name, of: owner), use, at: range)
    case .free:
      guard owner.kind == .class, use == .load else { return useCell(unit.free(name), use, at: range) }
      // The name, then where its cell lies: two instructions' worth.
      unit.emit(.loadCell, unit.free(name), at: range)
      unit.emit(.loadNameOrDeref, unit.name(name), at: range)
    case .global, .unbound: useGlobal(name, use, at: range)
    case nil where owner.isFunction: useGlobal(name, use, at: range)
    case .name, nil:
      let opcode: Opcode = use == .load ? .loadName : use == .store ? .storeName : .deleteName
      unit.emit(opcode, unit.name(name), at: range)
    }
  }

  private func useLocal(_ number: Int, _ use: VariableUse, at range: SourceRange) {
    let opcode: Opcode = use == .load ? .loadFast : use == .store ? .storeFast : .deleteFast
    unit.emit(opcode, number, at: range)
  }

  private func useCell(_ number: Int, _ use: VariableUse, at range: SourceRange) {
    let opcode: Opcode = use == .load ? .loadDeref : use == .store ? .storeDeref : .deleteDeref
    unit.emit(opcode, number, at: range)
  }

  private func useGlobal(_ name: String, _ use: VariableUse, at range: SourceRange) {
    let opcode: Opcode = use == .load ? .loadGlobal : use == .store ? .storeGlobal : .deleteGlobal
    unit.emit(opcode, unit.name(name), at: range)
  }

  /// Pushes the cell of a variable that an inner function takes.
  func loadClosureCell(_ name: String, at range: SourceRange) {
    var owner = scope
    while owner.kind == .comprehension, owner !== unit.scope, owner.places[name] != .cell,
      let parent = owner.parent
    {
      owner = parent
    }
    let isOwn = owner.places[name] == .cell || owner.kind == .class && owner.cells.contains(name)
    unit.emit(.loadCell, isOwn ? unit.cell(name, of: owner) : unit.free(name), at: range)
  }

  /// Puts into cells what inner functions share: at the begin of a function.
  func makeCells(of scope: Scope, at range: SourceRange) {
    for name in scope.cells.sorted() { unit.emit(.makeCell, unit.cell(name, of: scope), at: range) }
  }
}
