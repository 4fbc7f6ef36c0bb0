extension Drawing {
  /// What two pictures of the same question do not agree in, one thing a line; empty where they are the same.
  ///
  /// Objects, references, finalizers, colours and the numbers of references left out have to be equal; what
  /// labels may differ in is up to ``LabelRules``.
  ///
  /// - Parameters:
  ///   - objgraph: objgraph's picture; this one is ours.
  ///   - rules: when labels agree.
  func differences(from objgraph: Drawing, _ rules: LabelRules) -> [String] {
    var found: [String] = []
    for (address, theirs) in objgraph.nodes.sorted(by: { $0.key < $1.key }) {
      guard let ours = nodes[address] else {
        found.append("missing object: \(theirs.type) \(theirs.text)")
        continue
      }
      if !rules.typesAgree(theirs.type, ours.type, of: address, isStart: theirs.textColor == "red") {
        found.append("type: objgraph \(theirs.type), ours \(ours.type)")
      }
      if !rules.textsAgree(theirs.text, ours.text, type: theirs.type) {
        found.append("text of a \(theirs.type): objgraph \(theirs.text), ours \(ours.text)")
      }
      if !Self.colorsAgree(theirs.fill, ours.fill) {
        found.append("colour of a \(theirs.type): objgraph \(theirs.fill), ours \(ours.fill)")
      }
      if theirs.textColor != ours.textColor {
        found.append("text colour of a \(theirs.type): objgraph \(theirs.textColor), ours \(ours.textColor)")
      }
    }
    for (address, ours) in nodes where objgraph.nodes[address] == nil {
      found.append("object too much: \(ours.type) \(ours.text)")
    }
    for (ends, theirs) in objgraph.edges {
      let ours = edges[ends] ?? []
      if theirs.count != ours.count {
        found.append(
          "\(description(ends, objgraph)): objgraph \(theirs.count) references, ours \(ours.count)")
      } else if !rules.edgesAgree(
        theirs, ours, between: ends,
        fromFunctionToNone: objgraph.nodes[ends.source]?.isOf("function") == true
          && objgraph.nodes[ends.target]?.isOf("NoneType") == true,
        toEmptyDictionary: objgraph.nodes[ends.target]?.text == "0 items")
      {
        found.append("label of \(description(ends, objgraph)): objgraph \(theirs), ours \(ours)")
      }
    }
    for ends in edges.keys where objgraph.edges[ends] == nil {
      found.append("reference too much: \(description(ends, self)): \(edges[ends] ?? [])")
    }
    for address in finalizers.symmetricDifference(objgraph.finalizers) {
      let type = objgraph.nodes[address]?.type ?? "?"
      found.append(
        "finalizer of a \(type): \(finalizers.contains(address) ? "ours alone" : "objgraph's alone")")
    }
    for address in Set(remaining.keys).union(objgraph.remaining.keys) {
      let (theirs, ours) = (objgraph.remaining[address], remaining[address])
      let agree =
        if let theirs, let ours {
          theirs.label == ours.label && theirs.pointsAtObject == ours.pointsAtObject
            && Self.colorsAgree(theirs.fill, ours.fill)
        } else {
          false
        }
      if !agree {
        let type = objgraph.nodes[address]?.type ?? "?"
        found.append(
          "left out of a \(type): objgraph \(theirs.map { "\($0)" } ?? "none"), "
            + "ours \(ours.map { "\($0)" } ?? "none")")
      }
    }
    return found
  }

  private func description(_ ends: Ends, _ drawing: Drawing) -> String {
    func name(_ address: UInt64) -> String {
      drawing.nodes[address].map { "\($0.type) (\($0.text))" } ?? "\(address)"
    }
    return "\(name(ends.source)) -> \(name(ends.target))"
  }

  private static func colorsAgree(_ first: [Double], _ second: [Double]) -> Bool {
    zip(first, second).allSatisfy { abs($0 - $1) < 1e-5 }
  }
}

extension Drawing.Node {
  /// Whether it is of a built-in type, short or long, with its count or without.
  func isOf(_ name: String) -> Bool {
    let type = self.type.prefix { $0 != " " }
    return type == name || type == "builtins." + name
  }
}
