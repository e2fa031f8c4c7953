/// Byte strings one after another in one buffer: the form in which many of them cross the C boundary at once.
public struct ByteStrings: Sendable, Equatable {
  /// All bytes.
  public var bytes: [UInt8]
  /// Where each string ends in `bytes`; it begins where the one before it ends, the first at 0.
  public var ends: [UInt32]

  /// No strings.
  @inlinable public init() {
    self.bytes = []
    self.ends = []
  }

  /// These strings.
  ///
  /// - Precondition: All strings together have less than 4 GiB.
  public init(_ strings: some Sequence<String>) {
    self.init()
    for string in strings { append(string) }
  }

  /// How many strings there are.
  @inlinable public var count: Int { ends.count }

  /// Adds one string.
  ///
  /// - Precondition: All strings together have less than 4 GiB.
  @inlinable public mutating func append(_ string: some Collection<UInt8>) {
    bytes.append(contentsOf: string)
    ends.append(UInt32(bytes.count))
  }

  /// Adds the UTF-8 of one string.
  ///
  /// - Precondition: All strings together have less than 4 GiB.
  @inlinable public mutating func append(_ string: String) { append(string.utf8) }

  /// The bytes of string `index`.
  @inlinable public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
  }

  /// String `index` as text; what is no UTF-8 in it becomes U+FFFD.
  public func string(at index: Int) -> String { String(decoding: self[index], as: UTF8.self) }
}
