import HeapCommands

/// The program; everything it does lies in `HeapCommands`.
@main
struct EntryPoint {
  static func main() async {
    await HeapGraphProgram.main()
  }
}
