import Foundation
import HeapFixtures

extension TemporaryFolder {
  /// A notebook of code cells, each with an output and a count of an earlier run.
  func notebook(_ cells: String..., name: String = "book.ipynb") throws -> String {
    try notebook(
      cells: cells.map { source in
        [
          "cell_type": "code", "metadata": [:], "source": source, "execution_count": 99,
          "outputs": [["output_type": "stream", "name": "stdout", "text": "of an earlier run"]],
        ]
      }, name: name)
  }

  /// A notebook of any cells.
  func notebook(cells: [[String: Any]], name: String = "book.ipynb") throws -> String {
    let root: [String: Any] = ["cells": cells, "metadata": [:], "nbformat": 4, "nbformat_minor": 5]
    return try write(try JSONSerialization.data(withJSONObject: root), to: name)
  }
}
