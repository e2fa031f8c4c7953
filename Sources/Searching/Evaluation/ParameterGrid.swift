/// Settings of ranking constants to try: every combination of some values of each.
public struct ParameterGrid: Sendable {
  /// The values of one constant.
  public struct Axis: Sendable, Equatable {
    /// The constant.
    public let name: String
    /// In the order to be tried.
    public let values: [Double]
  }

  /// One combination.
  public struct Setting: Sendable, Equatable {
    /// A value for each axis.
    public let values: [Double]
    /// All constants, with these values.
    public let parameters: RankingParameters
  }

  /// The most settings of one grid: each ranks all queries.
  public static let maximumSettings = 200

  /// What varies.
  public let axes: [Axis]
  /// Every combination; the last axis varies fastest.
  public let settings: [Setting]

  /// - Parameters:
  ///   - sweeps: each `name=v1,v2,v3` or `name=from:to:step`, the last value included.
  ///   - base: the constants that are not swept.
  /// - Throws: `ParameterError`.
  public init(_ sweeps: [String], base: RankingParameters) throws(ParameterError) {
    var axes: [Axis] = []
    for sweep in sweeps {
      let axis = try ParameterGrid.axis(sweep)
      guard !axes.contains(where: { $0.name == axis.name }) else { throw .repeated(axis.name) }
      axes.append(axis)
    }
    let sizes = axes.map(\.values.count)
    guard sizes.reduce(1.0, { $0 * Double($1) }) <= Double(ParameterGrid.maximumSettings) else { throw .tooMany(sizes) }
    var settings = [Setting(values: [], parameters: base)]
    for axis in axes {
      var longer: [Setting] = []
      for setting in settings {
        for value in axis.values {
          longer.append(
            Setting(values: setting.values + [value], parameters: try setting.parameters.setting(axis.name, to: value)))
        }
      }
      settings = longer
    }
    self.axes = axes
    self.settings = settings
  }

  private static func axis(_ sweep: String) throws(ParameterError) -> Axis {
    let parts = sweep.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw .malformed(sweep) }
    let bounds = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    if bounds.count == 1 {
      let listed = parts[1].split(separator: ",", omittingEmptySubsequences: false).map { number($0) }
      let values = listed.compactMap { $0 }
      guard values.count == listed.count else { throw .malformed(sweep) }
      guard values.count <= maximumSettings else { throw .tooMany([values.count]) }
      return Axis(name: parts[0], values: values)
    }
    guard bounds.count == 3, let from = number(bounds[0]), let to = number(bounds[1]), let step = number(bounds[2]),
      step > 0, from <= to
    else { throw .malformed(sweep) }
    // A little more than the quotient: 0.3 / 0.1 is less than 3.
    let steps = ((to - from) / step * (1 + 1e-9)).rounded(.down)
    guard steps < Double(maximumSettings) else {
      throw .tooMany([steps < 1e9 ? Int(steps) + 1 : Int.max])
    }
    return Axis(name: parts[0], values: (0...Int(steps)).map { rounded(from + Double($0) * step) })
  }

  private static func number(_ text: Substring) -> Double? { Double(text).flatMap { $0.isFinite ? $0 : nil } }

  /// Without the last digits, which are of the additions.
  private static func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
}

/// Why a constant of ranking cannot be set.
public enum ParameterError: Error, Sendable, Equatable, CustomStringConvertible {
  case malformed(String)
  case unknown(String)
  case outOfRange(String, Double)
  case repeated(String)
  case tooMany([Int])

  /// One line, with the way out.
  public var description: String {
    switch self {
    case .malformed(let sweep): "\(sweep): expected name=value,value,... or name=from:to:step with a step above 0"
    case .unknown(let name): "\(name): no such constant; there are \(RankingParameters.names.joined(separator: ", "))"
    case .outOfRange(let name, let value):
      "\(name)=\(value): expected a number, from 1 to 999999 where it counts things"
    case .repeated(let name): "\(name) is given twice: give all its values at once"
    case .tooMany(let sizes):
      "\(sizes.map { $0 == Int.max ? "very many" : String($0) }.joined(separator: " × ")) settings are more than "
        + "\(ParameterGrid.maximumSettings): give fewer values"
    }
  }
}

extension RankingParameters {
  /// The same constants but for one.
  /// - Throws: `ParameterError`.
  public func setting(_ name: String, to value: Double) throws(ParameterError) -> RankingParameters {
    guard RankingParameters.names.contains(name) else { throw .unknown(name) }
    var changed = self
    guard value.isFinite, changed.set(name, to: value) else { throw .outOfRange(name, value) }
    return changed
  }
}
