@main struct HeapGraphCommand { static func main() {} }
