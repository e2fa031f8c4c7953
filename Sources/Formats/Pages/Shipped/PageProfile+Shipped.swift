extension PageProfile {
  /// Those that are part of the program, as YAML; texts in the source, so that the program is one file and a profile
  /// that does not load is found by a test.
  static let shippedSources = [
    ("studio", studio), ("idebate", idebate), ("assemblee-nationale", assembleeNationale),
  ]

  /// Profiles of sites that are known without being told.
  static let shipped: [PageProfile] = shippedSources.compactMap { name, yaml in
    try? PageProfile(yaml: yaml, file: "\(name).yaml")
  }
}
