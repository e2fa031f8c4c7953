import Foundation
import Schema

/// What the system tells of processes, in `/proc/PID/stat` (proc_pid_stat(5)); nothing where there is none.
enum ProcessTable {
  /// One process.
  struct Entry: Equatable {
    /// A letter, such as `R` or `T`.
    var state: Character
    /// Clock ticks since the system was started.
    var started: UInt64
  }

  static let isReadable = entry(of: getpid()) != nil

  static func entry(of process: Int32) -> Entry? {
    FileManager.default.contents(atPath: "/proc/\(process)/stat").flatMap {
      entry(in: String(decoding: $0, as: UTF8.self))
    }
  }

  /// The fields are counted from behind the program's name, which stands in parentheses and may hold any character.
  static func entry(in line: String) -> Entry? {
    guard let name = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: name)...].split(separator: " ")
    guard fields.count > 19, let state = fields[0].first, let started = UInt64(fields[19]) else { return nil }
    return Entry(state: state, started: started)
  }

  /// The name of this host. (Foundation's asks the network for it.)
  static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()
}

extension LockHolder {
  /// This process, from now on.
  static func current(command: String) -> LockHolder {
    let process = getpid()
    return LockHolder(
      process: process, host: ProcessTable.host, started: Date(),
      processStarted: ProcessTable.entry(of: process)?.started, command: command)
  }

  /// What can be seen of the holder from here. A process that has its number and another start is another.
  var state: State {
    guard host == ProcessTable.host, let processStarted, ProcessTable.isReadable else { return .unknown }
    guard let entry = ProcessTable.entry(of: process), entry.started == processStarted else { return .ended }
    return entry.state == "T" || entry.state == "t" ? .stopped : .running
  }
}
