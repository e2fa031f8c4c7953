public import Foundation
import Synchronization

/// A program under way.
///
/// Foundation's `Process` lets other children inherit the pipes of this one, so that two tests at the same time wait
/// for each other's ends; here every descriptor closes on exec.
public struct Child: Sendable {
  /// The process.
  public let id: pid_t
  /// The end to write to, when standard input is a pipe; the caller closes it.
  public let input: Int32?

  /// What it reads on standard input.
  public enum Input {
    case nothing, pipe
    case file(String)
  }

  /// It could not be started.
  public struct Failure: Error {
    /// In the words of the system.
    public var reason: String
  }

  /// - Parameters:
  ///   - output, errors: files to write to; nowhere when nil.
  public static func start(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String], input: Input = .nothing,
    output: String? = nil, errors: String? = nil
  ) throws -> Child {
    // One at a time: another child must not be made between a pipe and its closing on exec.
    try oneAtATime.withLock { _ in
      try spawn(program, arguments, in: folder, environment, input, output, errors)
    }
  }

  private static let oneAtATime = Mutex(())

  private static func spawn(
    _ program: String, _ arguments: [String], in folder: String, _ environment: [String: String], _ input: Input,
    _ output: String?, _ errors: String?
  ) throws -> Child {
    let (reading, writing): (Int32, Int32?)
    switch input {
    case .nothing: (reading, writing) = (open("/dev/null", O_RDONLY | O_CLOEXEC), nil)
    case .file(let path): (reading, writing) = (open(path, O_RDONLY | O_CLOEXEC), nil)
    case .pipe: (reading, writing) = try pipe()
    }
    defer { close(reading) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, reading, 0)
    for (descriptor, path) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    // The threads that run tests block every signal, and a child would inherit that.
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] =
      (["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var id: pid_t = 0
    let status = posix_spawn(&id, "/bin/sh", &actions, &attributes, &words, &settings)
    guard status == 0 else { throw Failure(reason: "\(program): \(String(cString: strerror(status)))") }
    return Child(id: id, input: writing)
  }

  private static func pipe() throws -> (Int32, Int32?) {
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Sends a signal.
  public func signal(_ signal: Int32) { kill(id, signal) }

  /// Waits for the end. The exit code, or 128 and the signal that ended it, as a shell says it.
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
