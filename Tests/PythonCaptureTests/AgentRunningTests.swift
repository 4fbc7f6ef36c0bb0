import Testing

/// Scripts run under the agent, under every Python of this machine, one interpreter at a time.
///
/// Most of the time goes into starting interpreters, so that all of it is checked under the oldest and the newest
/// version alone; under those between, what is the same everywhere (exit statuses, messages, options) is left out.
@Suite(.serialized) struct AgentRunningTests {
  @Test(arguments: Interpreters.minors)
  func `scripts run under the agent as they do without it`(minor: Int) async throws {
    guard let interpreter = await Interpreters.available(minor) else { return }
    let isBrief = await Interpreters.isBetween(minor)
    try await AgentCheck(program: "check_running.py", options: isBrief ? ["brief"] : []).run(
      under: interpreter)
  }
}
