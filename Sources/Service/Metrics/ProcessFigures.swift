import Foundation

/// What the system counts of this process, as Prometheus names it; nothing where there is no `/proc`.
enum ProcessFigures {
  /// Each with what it tells.
  static let help = [
    "process_resident_memory_bytes": "Memory that is in use.",
    "process_cpu_seconds_total": "Processor time that was used.",
    "process_open_fds": "Open files and connections.",
    "process_start_time_seconds": "When the process began, in seconds since 1970.",
  ]

  private static let started = Date().timeIntervalSince1970

  /// Notes when the process began.
  static func begin() { _ = started }

  /// By name.
  static var all: [(name: String, value: Double)] {
    var figures: [(String, Double)] = [("process_start_time_seconds", started.rounded())]
    if let pages = text("/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap({ Double($0) }) {
      figures.append(("process_resident_memory_bytes", pages * Double(sysconf(Int32(_SC_PAGESIZE)))))
    }
    // The name of the program, in parentheses, may hold spaces (proc(5)).
    if let fields = text("/proc/self/stat")?.split(separator: ")").last?.split(separator: " "), fields.count > 12,
      let user = Double(fields[11]), let system = Double(fields[12])
    {
      figures.append(("process_cpu_seconds_total", (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))))
    }
    if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
      figures.append(("process_open_fds", Double(files.count)))
    }
    return figures
  }

  private static func text(_ path: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) }
  }
}
