import Foundation
import Xapian

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(component: "XapianTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  subscript(name: String) -> String { url.appending(component: name).path }

  /// How many files inside this folder the process holds open.
  func openFiles() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { descriptor in
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
      return target?.hasPrefix(path) == true
    }
  }
}

/// A document of words in their order, with `data` and values.
func document(_ words: String, data: String = "", values: [UInt32: String] = [:]) -> DocumentBuffer {
  var document = DocumentBuffer()
  document.data = Array(data.utf8)
  for (slot, value) in values { document.addValue(slot: slot, Array(value.utf8)) }
  for (position, word) in words.split(separator: " ").enumerated() {
    document.addTerm(String(word), withinDocumentFrequency: 1, positions: [UInt32(position + 1)])
  }
  return document
}

/// Makes an index of the documents at `path`, numbered from 1.
func build(_ path: String, _ documents: [DocumentBuffer]) throws {
  let writer = try Writer(path: path, mode: .create)
  for document in documents { _ = try writer.add(document) }
  try writer.commit()
  try writer.close()
}

/// The code of what `body` throws; nil if it throws nothing, or something else.
func code(_ body: () throws -> Void) -> XapianError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? XapianError)?.code
  }
}
