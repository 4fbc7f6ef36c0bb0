import HeapModel
import ObjectRuntime

/// What is measured: the names are those of `peers/runtime_peer.py`.
enum RuntimeOperation: String, CaseIterable {
  case collectInstances = "collect-instances"
  case collectLists = "collect-lists"
  case collectDicts = "collect-dicts"
  case collectTuples = "collect-tuples"
  case collectInstanceCycles = "collect-instance-cycles"
  case collectListCycles = "collect-list-cycles"
  case collectRings = "collect-rings"
  case releaseInstances = "release-instances"
  case releaseInstanceChain = "release-instance-chain"
  case releaseListChain = "release-list-chain"
  case makeInstances = "make-instances"
  case makeSlotted = "make-slotted"
  case makeInstancesTraced = "make-instances-traced"
  case snapshot

  func measure(count: Int) throws -> RuntimeMeasurement {
    var measurement = RuntimeMeasurement()
    let program = try RuntimeProgram(count: count)
    let space = program.space
    switch self {
    case .collectInstances, .collectLists, .collectDicts, .collectTuples:
      let list = try measurement.grow { try program.list(of: self) }
      measurement.check = try measurement.time { try space.collect() } + space.count(of: list)
    case .collectInstanceCycles, .collectListCycles, .collectRings:
      try measurement.grow { try program.makeGarbage(for: self) }
      measurement.check = try measurement.time { try space.collect() }
    case .releaseInstances:
      let list = try measurement.grow { try program.list(of: self) }
      measurement.check = try space.count(of: list)
      try measurement.time { try list.release() }
    case .releaseInstanceChain, .releaseListChain:
      let head = try measurement.grow {
        self == .releaseInstanceChain ? try program.makeInstanceChain() : try program.makeListChain()
      }
      measurement.check = count
      try measurement.time { try head.release() }
    case .makeInstances, .makeSlotted, .makeInstancesTraced:
      if self == .makeInstancesTraced { try space.startTracing() }
      let (list, time) = try measurement.grow { try timed { try program.list(of: self) } }
      measurement.seconds.append(time)
      measurement.check = try space.count(of: list)
    case .snapshot:
      // An instance and its own int make two.
      let list = try RuntimeProgram(count: count / 2, space: space).list(of: self)
      try space.setGlobal("items", to: list)
      measurement.check = try measurement.time { try space.snapshot() }.objectCount
    }
    return measurement
  }
}
