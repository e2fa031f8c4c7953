import Foundation

/// Queries to evaluate, one JSON object per line: `{"_id", "text", "exclude"?}`.
public struct EvaluationQuery: Decodable, Sendable, Equatable {
  /// The id that judgements name it by.
  public var id: String
  /// What is searched for.
  public var text: String
  /// A result that does not count: the debate the query was made from.
  public var exclude: String?

  enum CodingKeys: String, CodingKey {
    case id = "_id"
    case text, exclude
  }

  /// A query made by hand.
  public init(id: String, text: String, exclude: String? = nil) {
    self.id = id
    self.text = text
    self.exclude = exclude
  }

  /// Whether a result counts: not the query itself, nor what it excludes.
  func counts(_ id: String) -> Bool { id != self.id && id != exclude }

  /// - Throws: `EvaluationError` naming the line.
  public static func read(_ path: String) throws(EvaluationError) -> [EvaluationQuery] {
    var queries: [EvaluationQuery] = []
    for (number, line) in try EvaluationFile.lines(of: path) {
      do {
        queries.append(try JSONDecoder().decode(EvaluationQuery.self, from: Data(line.utf8)))
      } catch {
        throw .malformed(path, line: number, expected: "an object with \"_id\" and \"text\"")
      }
    }
    return queries
  }
}

/// Relevance judgements: for each query, the grade of each judged result; what is not judged is not relevant.
public struct Qrels: Sendable, Equatable {
  /// For each query, the grade of each judged result.
  public var grades: [String: [String: Int]] = [:]

  /// No judgement at all.
  public init() {}

  /// Reads lines of query, id and grade, separated by tabs. A first line whose grade is no number is a header.
  /// - Throws: `EvaluationError` naming the line.
  public init(_ path: String) throws(EvaluationError) {
    for (number, line) in try EvaluationFile.lines(of: path) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { throw .malformed(path, line: number, expected: "query, id and grade, by tabs") }
      guard let grade = Int(fields[2]) else {
        if number == 1 { continue }
        throw .malformed(path, line: number, expected: "a whole number as the grade")
      }
      grades[String(fields[0]), default: [:]][String(fields[1])] = grade
    }
  }
}

/// Why an evaluation cannot be made.
public enum EvaluationError: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable(String)
  case malformed(String, line: Int, expected: String)
  case foreignRun(String)

  /// One line, with the file and, where one is at fault, the line.
  public var description: String {
    switch self {
    case .unreadable(let path): "\(path): no such file, or it cannot be read"
    case .malformed(let path, let line, let expected): "\(path):\(line): expected \(expected)"
    case .foreignRun(let path): "\(path): ranks none of the judged queries; give a run of the same set"
    }
  }
}

enum EvaluationFile {
  /// The lines that are not empty, numbered from 1.
  static func lines(of path: String) throws(EvaluationError) -> [(Int, String)] {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    // Only a line feed ends a line: JSON strings may hold other separators of Unicode.
    return data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
      ($0.offset + 1, String(decoding: $0.element, as: UTF8.self).trimmingCharacters(in: ["\r"]))
    }.filter { !$0.1.isEmpty }
  }
}
