import Testing

@testable import Formats

/// Captions of meetings, as conference services write them.
@Suite struct CaptionMeetingTests {
  /// People are called in a meeting as they like.
  @Test func whatOpensEveryCueIsWhoSpeaks() {
    let cues = [
      "Ann Lee: Hello.", "jdupont: Bonjour.", "Salle 3/4 (hall): oui : non", "Zoé: a\nProblème: b", "+33 6: ok",
    ]
    #expect(
      CaptionTests.said(cues) == [
        "Ann Lee|Hello.", "jdupont|Bonjour.", "Salle 3/4|oui : non", "Zoé|a Problème: b", "+33 6|ok",
      ])
    // Too few to tell.
    #expect(CaptionTests.said(Array(cues.prefix(2))) == ["Ann Lee|Hello.", "Ann Lee|jdupont: Bonjour."])
  }

  @Test func aNameEndsBeforeItsComma() {
    #expect(CaptionTests.said(["Christiane Taubira, : Merci."]) == ["Christiane Taubira|Merci."])
  }
}
