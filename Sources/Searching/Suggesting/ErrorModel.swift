/// How unlikely it is that somebody who meant a word typed another: the least sum of what the slips between them cost.
///
/// A cost is about the negative logarithm of a slip's probability (Brill and Moore 2000 learn them; these are set by
/// hand, and measured in Documentation/suggestions.md).
struct ErrorModel {
  /// A letter in the place of another, whatever they are.
  static let substitution = 4.0
  /// A letter beside it on the keyboard, or that sounds alike.
  static let likelySubstitution = 3.0
  /// A letter too many or too few.
  static let insertion = 3.6
  static let omission = 3.4
  /// A letter said twice instead of once, or once instead of twice.
  static let doubling = 2.0
  static let transposition = 2.6
  /// More for the first letter: people know how a word begins.
  static let first = 1.5

  /// The cost of typing `typed` for `meant`; both are of the letters from a to z.
  static func cost(typed: [UInt8], meant: [UInt8]) -> Double {
    var before = [Double](repeating: 0, count: typed.count + 1)
    var last = before
    for column in typed.indices { last[column + 1] = last[column] + extra(typed, column) }
    var current = last
    for line in meant.indices {
      current[0] = last[0] + missing(meant, line)
      for column in typed.indices {
        let (wanted, letter) = (meant[line], typed[column])
        let same = wanted == letter ? 0 : substitution(of: wanted, by: letter) + (line == 0 && column == 0 ? first : 0)
        var best = last[column] + same
        best = min(best, last[column + 1] + missing(meant, line))
        best = min(best, current[column] + extra(typed, column))
        if line > 0, column > 0, wanted != letter, wanted == typed[column - 1], letter == meant[line - 1] {
          best = min(best, before[column - 1] + transposition + (line == 1 && column == 1 ? first : 0))
        }
        current[column + 1] = best
      }
      (before, last, current) = (last, current, before)
    }
    return last[typed.count]
  }

  private static func extra(_ typed: [UInt8], _ place: Int) -> Double {
    if place > 0, typed[place] == typed[place - 1] { return doubling }
    return insertion + (place == 0 ? first : 0)
  }

  private static func missing(_ meant: [UInt8], _ place: Int) -> Double {
    if place > 0, meant[place] == meant[place - 1] { return doubling }
    return omission + (place == 0 ? first : 0)
  }

  private static func substitution(of wanted: UInt8, by letter: UInt8) -> Double {
    likely[Int(wanted - 0x61) * 26 + Int(letter - 0x61)] ? likelySubstitution : substitution
  }

  /// By two letters: whether one is easily typed for the other.
  private static let likely: [Bool] = {
    var likely = [Bool](repeating: false, count: 26 * 26)
    func join(_ one: UInt8, _ other: UInt8) {
      likely[Int(one - 0x61) * 26 + Int(other - 0x61)] = true
      likely[Int(other - 0x61) * 26 + Int(one - 0x61)] = true
    }
    for keyboard in keyboards {
      let rows = keyboard.map { Array($0.utf8) }
      for (row, keys) in rows.enumerated() {
        for (column, key) in keys.enumerated() where key != blank {
          for (nextRow, nextColumn) in [(row, column + 1), (row + 1, column - 1), (row + 1, column)] {
            guard rows.indices.contains(nextRow), rows[nextRow].indices.contains(nextColumn) else { continue }
            let neighbour = rows[nextRow][nextColumn]
            if neighbour != blank { join(key, neighbour) }
          }
        }
      }
    }
    for group in alike.map({ Array($0.utf8) }) {
      for (place, one) in group.enumerated() { for other in group[(place + 1)...] { join(one, other) } }
    }
    return likely
  }()

  private static let blank = UInt8(ascii: " ")
  /// French and international; each row stands half a key to the right of the one above.
  private static let keyboards = [["azertyuiop", "qsdfghjklm", "wxcvbn"], ["qwertyuiop", "asdfghjkl", "zxcvbnm"]]
  /// Letters that French or English writes for one sound, or for sounds that are nearly one.
  private static let alike = ["aeiouy", "ckqs", "sz", "gj", "mn", "bp", "dt", "fv", "vw"]
}
