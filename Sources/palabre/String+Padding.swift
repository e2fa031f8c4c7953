extension String {
  /// With spaces behind, up to this many columns of a terminal.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - DisplayWidth.of(self)))
  }
}
