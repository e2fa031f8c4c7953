import CXapian

/// A failure inside Xapian, or a refusal before it: what kind, in which words, where, and the way out.
public struct XapianError: Error, Equatable, Sendable {
  /// What kind of failure it is, for code to decide on.
  public enum Code: String, Sendable, CaseIterable {
    /// No index at that path, or no such document.
    case notFound
    /// An index is there already.
    case exists
    /// Another writer holds the lock.
    case locked
    /// Commits went on until the blocks that this reader knew were reused: reopen and repeat.
    case modified
    /// The files contradict themselves.
    case corrupt
    /// The files are of a version that this Xapian does not read.
    case version
    /// The folder could not be opened as an index.
    case opening
    /// The handle was closed before.
    case closed
    /// An argument that no index accepts; nothing has changed.
    case invalidArgument
    /// Not in this state, for example a commit after a failed change.
    case invalidOperation
    /// A feature that this build of Xapian lacks.
    case unimplemented
    /// A number or an answer out of its range.
    case rangeError
    /// A remote database does not answer.
    case network
    /// No memory left.
    case outOfMemory
    /// No space or quota left on the disk.
    case diskFull
    /// Another failure of the file system or of the database.
    case io
    /// A bug, here or in Xapian.
    case unknown
  }

  /// What kind of failure it is.
  public let code: Code
  /// Xapian's words, with those of the system where it had some.
  public let message: String
  /// The path of the index, or the name of the call.
  public let context: String

  /// An error of the given kind.
  public init(code: Code, message: String, context: String) {
    self.code = code
    self.message = message
    self.context = context
  }

  /// The way out for the person at the keyboard, where there is one.
  public var hint: String? {
    switch code {
    case .notFound: "check the path, or build the index first"
    case .exists: "open it, or choose another path"
    case .locked: "another run is writing there: wait until it ends (leave its lock file alone)"
    case .modified: "the index changed during the read: try again"
    case .corrupt, .version: "rebuild the index from its sources"
    case .opening: "check that the path is the folder of an index and may be read"
    case .outOfMemory: "try with less at a time"
    case .diskFull: "make room on the disk and run again: what was committed before is safe"
    case .io: "check the disk and the permissions of the folder"
    case .network: "check that the remote database answers"
    case .closed, .invalidArgument, .invalidOperation, .unimplemented, .rangeError, .unknown: nil
    }
  }
}

extension XapianError: CustomStringConvertible {
  /// `context: message`.
  public var description: String { context.isEmpty ? message : "\(context): \(message)" }
}

extension XapianError.Code {
  /// Nil for OK. Without words of the system, a folder that could not be created is one that has an index already.
  init?(_ status: cxapian_status, hasSystemError: Bool) {
    switch status {
    case .CXAPIAN_STATUS_OK: return nil
    case .CXAPIAN_STATUS_INVALID_ARGUMENT, .CXAPIAN_STATUS_QUERY_PARSER, .CXAPIAN_STATUS_WILDCARD:
      self = .invalidArgument
    case .CXAPIAN_STATUS_INVALID_OPERATION: self = .invalidOperation
    case .CXAPIAN_STATUS_UNIMPLEMENTED, .CXAPIAN_STATUS_FEATURE_UNAVAILABLE: self = .unimplemented
    case .CXAPIAN_STATUS_DATABASE: self = .io
    case .CXAPIAN_STATUS_DATABASE_CORRUPT, .CXAPIAN_STATUS_SERIALISATION: self = .corrupt
    case .CXAPIAN_STATUS_DATABASE_CREATE: self = hasSystemError ? .io : .exists
    case .CXAPIAN_STATUS_DATABASE_LOCK: self = .locked
    case .CXAPIAN_STATUS_DATABASE_MODIFIED: self = .modified
    case .CXAPIAN_STATUS_DATABASE_OPENING: self = .opening
    case .CXAPIAN_STATUS_DATABASE_VERSION: self = .version
    case .CXAPIAN_STATUS_DATABASE_NOT_FOUND, .CXAPIAN_STATUS_DOCUMENT_NOT_FOUND: self = .notFound
    case .CXAPIAN_STATUS_DATABASE_CLOSED: self = .closed
    case .CXAPIAN_STATUS_NETWORK, .CXAPIAN_STATUS_NETWORK_TIMEOUT: self = .network
    case .CXAPIAN_STATUS_RANGE: self = .rangeError
    case .CXAPIAN_STATUS_DISK_FULL: self = .diskFull
    case .CXAPIAN_STATUS_OUT_OF_MEMORY: self = .outOfMemory
    case .CXAPIAN_STATUS_ASSERTION, .CXAPIAN_STATUS_INTERNAL, .CXAPIAN_STATUS_OTHER_XAPIAN,
      .CXAPIAN_STATUS_STANDARD, .CXAPIAN_STATUS_UNKNOWN:
      self = .unknown
    }
  }
}
