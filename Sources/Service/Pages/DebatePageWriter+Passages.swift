import Debates
import Searching

extension DebatePageWriter {
  private func passages(_ kind: PassageKind) -> [DebatePassage] { debate.passages.filter { $0.kind == kind } }

  private func anchor(_ passage: DebatePassage) -> String {
    PassageAnchor.of(passage.id, in: debate.id, passage.kind)
  }

  private func html(_ passage: DebatePassage) -> String {
    HTMLText.escaped(
      passage.text, passage.highlights, without: passage.kind == .subject ? debate.title : "")
  }

  func prose(of kind: PassageKind) -> [DebatePage.Prose] {
    passages(kind).map { .init(anchor: anchor($0), language: $0.language, html: html($0)) }
      .filter { !$0.html.isEmpty }
  }

  var turns: [DebatePage.Turn] {
    var before: Person??
    return passages(.talk).enumerated().map { place, passage in
      let goesOn = before.map { $0 == passage.speaker } ?? false
      before = passage.speaker
      let voice = DebatePage.Turn.Voice(
        voiceName: passage.speaker?.name ?? wording.debate.unknownVoice,
        voiceHref: passage.speaker.map { page.links.speaker($0.id) })
      let second = passage.start.map { Int($0) }
      let address = passage.url.flatMap(SafeAddress.init)
      return .init(
        anchor: anchor(passage), voice: goesOn ? nil : voice, time: address == nil ? nil : second.map(Clock.text),
        timeHref: second == nil ? nil : address?.text, second: second ?? 0,
        permalinkName: wording.debate.permalinkOfTalk(debate.offset + place + 1), language: passage.language,
        html: html(passage))
    }
  }

  var comments: [DebatePage.Comment] {
    passages(.comment).map { passage in
      let author = passage.speaker?.name ?? wording.debate.anonymous
      return .init(
        anchor: anchor(passage), depth: 0, author: author,
        authorHref: passage.speaker.map { page.links.speaker($0.id) },
        date: passage.date.map(wording.dates.text), dateTime: passage.date,
        permalinkName: wording.debate.permalinkOfComment(author), language: passage.language, html: html(passage))
    }
  }

  var notes: [DebatePage.Note] {
    passages(.note).map {
      .init(anchor: anchor($0), author: $0.speaker?.name, language: $0.language, html: html($0))
    }
  }

  /// A passage that matches what is looked for, in the list above the debate.
  func match(_ passage: DebatePassage) -> PassageView {
    let kind = page.name(of: passage.kind)
    let second = passage.kind == .talk ? passage.start.map { Int($0) } : nil
    let address = passage.url.flatMap(SafeAddress.init)
    // A subject may be no more than the title of the page, and match by it.
    let anchor = html(passage).isEmpty ? "main" : anchor(passage)
    return PassageView(
      kind: kind, voiceName: passage.speaker?.name, voiceHref: passage.speaker.map { page.links.speaker($0.id) },
      time: address == nil ? nil : second.map(Clock.text), timeHref: second == nil ? nil : address?.text,
      second: second ?? 0, language: passage.language,
      languageName: page.foreign(passage.language).flatMap(page.name(ofLanguage:)),
      snippet: HTMLText.escaped(passage.text, passage.highlights, without: ""),
      passageHref: "#" + RequestQuery.encoded(anchor),
      passageName: wording.search.passageName(kind, passage.speaker?.name), debateTitle: page.title(debate.title))
  }
}
