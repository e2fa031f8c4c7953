import ArgumentParser

/// How many queries to print.
enum QueryCount: ExpressibleByArgument, CustomStringConvertible {
  case all
  case some(Int)

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let count = Int(argument) {
      self = .some(count)
    } else {
      return nil
    }
  }

  var maximum: Int {
    switch self {
    case .all: .max
    case .some(let count): count
    }
  }

  var description: String {
    switch self {
    case .all: "all"
    case .some(let count): String(count)
    }
  }
}
