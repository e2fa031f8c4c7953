import Analysis
import ArgumentParser
import Formats
import Foundation
import Indexing
import Schema
import Searching
import Service
import Xapian

/// The edge of the program, the one place where an error becomes a line on standard error and an exit code.
enum Edge {
  /// Exit codes of sysexits.h.
  enum Status: Int32 {
    case dataRefused = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
  }

  /// Runs a command's body. A path that is no index is an output that cannot be made to one that writes, and a
  /// missing input to one that reads.
  static func run(isWriting: Bool = false, _ body: () throws -> Void) throws {
    do {
      try body()
      try Output.flush()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      Terminal.error("palabre: \(error)")
      throw ExitCode(status(of: error, isWriting: isWriting).rawValue)
    }
  }

  /// The exit code of a run of the indexer.
  static func status(of end: IndexRun.End) -> Int32 {
    switch end {
    case .done: 0
    case .refused: Status.dataRefused.rawValue
    case .failed(let error): status(of: error, isWriting: true).rawValue
    }
  }

  static func status(of error: any Error, isWriting: Bool) -> Status {
    switch error {
    case let error as IndexError: status(of: error, isWriting: isWriting)
    case is SourceError, is SearchError, is LinkError, EvaluationError.unreadable: .noInput
    case is EvaluationError: .dataRefused
    case is Output.Failure: .inputOutput
    case is AnalysisError, is ListeningError: .unavailable
    case let error as XapianError: status(of: error)
    default: .software
    }
  }

  private static func status(of error: IndexError, isWriting: Bool) -> Status {
    switch error {
    case .notFound, .nothingRead: .noInput
    case .isFile, .notAnIndex: isWriting ? .cannotCreate : .noInput
    case .cannotWrite: .cannotCreate
    case .locked: .temporary
    case .incomplete, .otherFormat, .otherAnalysis, .corrupt, .cannotRead: .inputOutput
    case .storage(let error): status(of: error)
    }
  }

  private static func status(of error: XapianError) -> Status {
    switch error.code {
    case .locked: .temporary
    case .diskFull: .cannotCreate
    case .outOfMemory, .invalidArgument, .invalidOperation, .unimplemented, .unknown: .software
    default: .inputOutput
    }
  }
}
