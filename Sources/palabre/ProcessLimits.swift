import Foundation

/// What this process may use before the system ends it: damaged files may send it round in circles.
enum ProcessLimits {
  /// For reading an index of this many bytes, with a wide margin.
  static func set(forBytes bytes: Int64) {
    let megabytes = rlim_t(bytes >> 20)
    set(RLIMIT_CPU, 60 + 4 * megabytes)
    set(RLIMIT_AS, 4 << 30 + rlim_t(bytes))
    set(RLIMIT_CORE, 0)
  }

  #if canImport(Glibc)
    private static func set(_ resource: __rlimit_resource, _ most: rlim_t) {
      set(__rlimit_resource_t(resource.rawValue), most)
    }
  #endif

  private static func set(_ resource: Int32, _ most: rlim_t) {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(resource, &limit)
  }
}
