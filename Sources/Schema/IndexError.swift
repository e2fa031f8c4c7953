import Foundation
public import Xapian

/// Why an index cannot be used, and the way out.
public enum IndexError: Error, Sendable, CustomStringConvertible {
  /// There is no index at this path.
  case notFound(String)
  /// The path is a file.
  case isFile(String)
  /// The folder holds something else.
  case notAnIndex(String)
  /// The generation named by `CURRENT` is not there: a half-copied or unmounted index.
  case incomplete(String, missing: String)
  /// The index was made by another format version.
  case otherFormat(String, found: String, expected: String)
  /// The index was made by another analysis: its terms are not the ones a query would ask for.
  case otherAnalysis(String, found: String, expected: String)
  /// Another run is writing to the index: who, as far as it is known, and what can be seen of it from here.
  case locked(String, by: LockHolder?, state: LockHolder.State)
  /// The index folder cannot be written.
  case cannotWrite(String, reason: String)
  /// What says which databases are in use is there and cannot be read.
  case cannotRead(String, reason: String)
  /// Xapian failed.
  case storage(XapianError)
  /// What is stored in the index cannot be read back.
  case corrupt(String, what: String)
  /// The sources that an index was to be built of hold no debate.
  case nothingRead(String)

  /// Whether the index was copied in part, or is of a generation that has just been replaced.
  public var isIncomplete: Bool {
    if case .incomplete = self { true } else { false }
  }

  /// One line for standard error: where, what, and the way out.
  public var description: String {
    switch self {
    case .notFound(let path):
      "\(path): no index here; make one with: palabre index SOURCE... --index \(path)"
    case .isFile(let path):
      "\(path): is a file, not an index folder; choose another place with --index"
    case .notAnIndex(let path):
      "\(path): this folder holds something other than an index; choose another place with --index"
    case .incomplete(let path, let missing):
      "\(path): \(missing) is missing; the index was copied in part or its disk is not mounted"
    case .otherFormat(let path, let found, let expected):
      "\(path): index format \(found), this version reads \(expected); build it anew of its sources: "
        + "palabre rebuild --index \(path)"
    case .otherAnalysis(let path, let found, let expected):
      "\(path): made by analysis \(found), this version has \(expected); build it anew of its sources: "
        + "palabre rebuild --index \(path)"
    case .locked(let path, let holder?, let state):
      "\(path): another run is writing to this index: \(holder.description(at: Date())); \(holder.wayOut(state))"
    case .locked(let path, nil, _):
      "\(path): another run is writing to this index; try again when it has ended"
    case .cannotWrite(let path, let reason):
      "\(path): cannot write: \(reason)"
    case .cannotRead(let path, let reason):
      "\(path): cannot read: \(reason)"
    case .storage(let error):
      error.hint.map { "\(error): \($0)" } ?? "\(error)"
    case .nothingRead(let path):
      "\(path): no debate was found in the sources; the index stays as it was"
    case .corrupt(let path, let what):
      "\(path): \(what) cannot be read back; build it anew of its sources: palabre rebuild"
    }
  }
}

/// The format of an index: what its terms, values, data and metadata mean.
public enum IndexFormat {
  /// Raised with every change that an older or newer program would misread.
  public static let version = "4"
}
