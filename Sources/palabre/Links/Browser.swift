import Foundation

/// Shows pages to the user: by `$BROWSER`, programs separated by colons of which the first that works is taken, else by
/// the program of the desktop. No shell reads the address.
enum Browser {
  /// Whether a program took it.
  static func open(_ address: WebAddress) -> Bool {
    commands(ProcessInfo.processInfo.environment["BROWSER"]).contains { command in
      run(arguments(command, address))
    }
  }

  private static func commands(_ setting: String?) -> [String] {
    let chosen = (setting ?? "").split(separator: ":").map(String.init)
    guard chosen.isEmpty else { return chosen }
    #if canImport(Darwin)
      return ["open"]
    #else
      return ["xdg-open"]
    #endif
  }

  /// The words of a command, with the address in the place of `%s`, or behind them.
  static func arguments(_ command: String, _ address: WebAddress) -> [String] {
    let words = command.split(separator: " ").map(String.init)
    guard words.contains(where: { $0.contains("%s") }) else { return words + [address.text] }
    return words.map { $0.replacing("%s", with: address.text) }
  }

  /// Waits for its end, since it may use the terminal; in our process group, which alone may.
  private static func run(_ arguments: [String]) -> Bool {
    guard let program = arguments.first else { return false }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // What else is on standard input is for us.
    if !Terminal.inputIsTerminal { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, program, &actions, nil, &words, &settings) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return false } }
    return status == 0
  }
}
