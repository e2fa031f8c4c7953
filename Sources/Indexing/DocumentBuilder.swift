import Analysis
import Debates
import Schema
import Xapian

/// Turns passages into Xapian documents. Keeps an analyzer, so it belongs to one thread.
final class DocumentBuilder {
  private let analyzer: Analyzer
  private var tokens: [Token] = []
  private var keys: [UInt64] = []
  private var positions: [UInt32] = []
  /// The length of the document under way, as Xapian will count it.
  private var length = 0

  init() throws(AnalysisError) { analyzer = try Analyzer() }

  /// Documents of some of a debate's passages.
  struct Built {
    var passages: [Passage] = []
    var documents: [DocumentBuffer] = []
  }

  /// The documents of a debate's passages, in their order.
  ///
  /// - Parameters:
  ///   - except: the places of passages that are left out.
  ///   - lengths: takes the lengths of those that are not; the debate's length is read from it.
  func documents(
    of passages: [Passage], in debate: Debate, except: Set<Int>, lengths: inout PassageDigests
  ) throws -> Built {
    var built = Built()
    let names = NameFinder(debate, with: analyzer)
    for (place, passage) in passages.enumerated() where !except.contains(place) {
      length = 0
      built.passages.append(passage)
      built.documents.append(try document(of: passage, in: debate, isFirst: place == 0, naming: names))
      lengths.setLength(length, of: place)
    }
    let debateLength = Array(String(lengths.debateLength).utf8)
    for i in built.documents.indices {
      built.documents[i].addValue(slot: Slot.debateLength.rawValue, debateLength)
      PassageChecksum.seal(&built.documents[i])
    }
    return built
  }

  private func document(
    of passage: Passage, in debate: Debate, isFirst: Bool, naming names: NameFinder
  ) throws -> DocumentBuffer {
    let language = analyzer.analyze(
      passage.text, hint: passage.language.flatMap(Language.init(rawValue:)), into: &tokens)
    var document = DocumentBuffer()
    addWords(to: &document)
    addLabels(of: passage, in: debate, language: language, isFirst: isFirst, to: &document)
    addLikeness(to: &document)
    addColumns(of: passage, in: debate, isFirst: isFirst, naming: names, to: &document)
    document.data = try StoredJSON.encode(StoredPassage(passage, language: language?.rawValue))
    return document
  }

  // MARK: Words

  private enum Kind: UInt64 {
    case surface, frenchStem, englishStem

    /// What its terms begin with.
    var prefix: UInt8? {
      switch self {
      case .surface: nil
      case .frenchStem: TermPrefix.frenchStem.rawValue.utf8.first
      case .englishStem: TermPrefix.englishStem.rawValue.utf8.first
      }
    }
  }

  /// A posting as one integer that sorts by word, kind of term and position: 31, 2 and 31 bits.
  private func key(_ word: WordID, _ kind: Kind, _ position: Int) -> UInt64 {
    UInt64(word.index) << 33 | kind.rawValue << 31 | UInt64(position)
  }

  private func addWords(to document: inout DocumentBuffer) {
    let vocabulary = analyzer.vocabulary
    // Held here for the loops: each access to a property of a class is checked.
    var keys: [UInt64] = []
    var positions: [UInt32] = []
    var length = 0
    swap(&keys, &self.keys)
    swap(&positions, &self.positions)
    defer {
      swap(&keys, &self.keys)
      swap(&positions, &self.positions)
      self.length += length
    }
    keys.removeAll(keepingCapacity: true)
    for token in tokens {
      keys.append(key(token.word, .surface, token.position))
      if vocabulary.isStopWord(token) { continue }
      if token.language != .english {
        let stem = vocabulary.stem(of: token.word, in: .french)
        if !Terms.isImplied(stem: stem, by: token.word, in: vocabulary) {
          keys.append(key(stem, .frenchStem, token.position))
        }
      }
      if token.language != .french {
        let stem = vocabulary.stem(of: token.word, in: .english)
        if !Terms.isImplied(stem: stem, by: token.word, in: vocabulary) {
          keys.append(key(stem, .englishStem, token.position))
        }
      }
    }
    keys.sort()
    document.reserve(bytes: keys.count * 8 + 256, terms: keys.count + 16, positions: tokens.count)
    var i = 0
    while i < keys.count {
      let group = keys[i] >> 31
      positions.removeAll(keepingCapacity: true)
      let first = i
      while i < keys.count, keys[i] >> 31 == group {
        // From 1: Xapian 1.4 writes positions 0 and 1 of a term as it writes 1 alone.
        let position = UInt32(truncatingIfNeeded: keys[i] & 0x7FFF_FFFF) + 1
        if positions.last != position { positions.append(position) }
        i += 1
      }
      let kind = Kind(rawValue: group & 3) ?? .surface
      if kind != .surface { positions.removeAll(keepingCapacity: true) }
      length += i - first
      vocabulary.withSurface(of: WordID(index: Int32(group >> 2))) { word in
        positions.withUnsafeBufferPointer { positions in
          document.addTerm(
            prefix: kind.prefix, word, withinDocumentFrequency: UInt32(i - first), positions: positions)
        }
      }
    }
  }

  // MARK: Labels

  private func addLabels(
    of passage: Passage, in debate: Debate, language: Language?, isFirst: Bool, to document: inout DocumentBuffer
  ) {
    var labels: Set<String> = [
      Terms.id(.passage, passage.id), Terms.id(.debate, passage.debate), Terms.id(.kind, passage.kind.rawValue),
    ]
    if let language { labels.insert(Terms.id(.language, language.rawValue)) }
    if let speaker = passage.speaker {
      labels.insert(Terms.label(.speaker, speaker.id))
      labels.insert(Terms.label(.speakerName, speaker.name))
    }
    for expertise in debate.expertises { labels.insert(Terms.label(.expertise, expertise)) }
    if let category = debate.category { labels.insert(Terms.label(.category, category)) }
    if isFirst {
      labels.insert(TermPrefix.first.rawValue)
      for (slot, label) in [(Slot.category, debate.category), (.format, debate.format), (.location, debate.location)] {
        if let label { document.addValue(slot: slot.rawValue, Array(label.utf8)) }
      }
    }
    if let title = passage.title {
      let stems = titleStems(title)
      labels.formUnion(stems.terms)
      document.addValue(slot: Slot.titleLength.rawValue, Array(String(stems.words).utf8))
    }
    for label in labels.sorted() { document.addTerm(label, withinDocumentFrequency: 0) }

    document.addValue(slot: Slot.debate.rawValue, Array(passage.debate.utf8))
    document.addValue(slot: Slot.kind.rawValue, Array(passage.kind.rawValue.utf8))
    if let date = passage.date ?? debate.date {
      document.addValue(slot: Slot.date.rawValue, Array(date.sortKey.utf8))
    }
    if let language { document.addValue(slot: Slot.language.rawValue, Array(language.rawValue.utf8)) }
    if let speaker = passage.speaker { document.addValue(slot: Slot.speaker.rawValue, Array(speaker.id.utf8)) }
  }

  /// The title of a debate begins its first passage, whose tokens these are: as many as the title has.
  private func titleStems(_ title: String) -> (terms: Set<String>, words: Int) {
    let vocabulary = analyzer.vocabulary
    let end = title.utf16.count
    var terms: Set<String> = []
    var words = 0
    for token in tokens where token.end <= end && !vocabulary.isStopWord(token) {
      if token.takesPosition { words += 1 }
      for language in [Language.french, .english] {
        terms.insert(TermPrefix.title.rawValue + vocabulary.surface(of: vocabulary.stem(of: token.word, in: language)))
      }
    }
    return (terms, words)
  }

  private func addLikeness(to document: inout DocumentBuffer) {
    let vocabulary = analyzer.vocabulary
    let words = tokens.filter(\.takesPosition).map { token in
      vocabulary.withSurface(of: token.word) { ShortHash.of(UnsafeRawBufferPointer($0), seed: 0) }
    }
    let fingerprint = Likeness.fingerprint(of: words)
    document.addValue(slot: Slot.likeness.rawValue, withUnsafeBytes(of: fingerprint.littleEndian) { Array($0) })
  }

  /// What ranking people and expertises reads of the passage.
  private func addColumns(
    of passage: Passage, in debate: Debate, isFirst: Bool, naming names: NameFinder, to document: inout DocumentBuffer
  ) {
    var people: [(role: PassageRole, person: Person)] = passage.speaker.map { [(.author, $0)] } ?? []
    if isFirst {
      people += debate.speakers.map { (.panel, $0.person) }
      if let proposer = debate.proposer { people.append((.proposer, proposer)) }
      if let organizer = debate.organizer { people.append((.organizer, organizer)) }
    }
    if passage.kind != .profile {
      // Who names themselves is not mentioned.
      let mentioned = names.people(in: tokens, analyzer.vocabulary).filter { $0.id != passage.speaker?.id }
      people += mentioned.map { (.mentioned, $0) }
    }
    if !people.isEmpty { document.addValue(slot: Slot.people.rawValue, PeopleColumn.value(of: people)) }

    var expertises = isFirst ? debate.expertises : []
    if passage.kind == .profile, let speaker = debate.speakers.first(where: { $0.id == passage.speaker?.id }) {
      expertises = speaker.expertises
    }
    if !expertises.isEmpty { document.addValue(slot: Slot.expertises.rawValue, LabelColumn.value(of: expertises)) }
  }
}
