import Schema
import Testing

@testable import Debates
@testable import Searching

@Suite struct PassageLinkTests {
  static let moments: [(address: String, linked: String)] = [
    ("https://tv.example/debats/eau", "https://tv.example/debats/eau#t=754"),
    ("https://tv.example/debats/eau#comments", "https://tv.example/debats/eau#comments"),
    ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=754s"),
    ("https://youtu.be/abc", "https://youtu.be/abc?t=754s"),
    ("https://notyoutube.com/watch?v=abc", "https://notyoutube.com/watch?v=abc#t=754"),
    ("https://vimeo.com/12345", "https://vimeo.com/12345#t=754s"),
    ("https://www.dailymotion.com/video/x1", "https://www.dailymotion.com/video/x1?start=754"),
    ("https://tube.example/w/9bRkCvKHnVy4dvXFLrMbKe", "https://tube.example/w/9bRkCvKHnVy4dvXFLrMbKe?start=754s"),
    ("https://tube.example/videos/watch/1f", "https://tube.example/videos/watch/1f?start=754s"),
    ("not an address", "not an address#t=754"),
  ]

  @Test(arguments: moments) func aSecondIsWrittenAsThePlatformReadsIt(_ row: (address: String, linked: String)) {
    #expect(PassageLink.moment(row.address, 754) == row.linked)
  }

  private func address(_ kind: PassageKind, _ id: String, url: String?, media: String? = nil, at second: Double?)
    -> String?
  {
    var debate = Debate(id: "d", title: "t")
    debate.url = url
    if let media { debate.media = Media(url: media) }
    let passage = Passage(id: id, debate: "d", kind: kind, text: "x", cues: [], date: nil, language: nil)
    return PassageLink.address(
      of: StoredPassage(passage, language: nil), in: StoredDebate(debate, passages: 1, source: ""), at: second)
  }

  @Test func passagesLeadToTheirPlace() {
    let page = "https://tv.example/d"
    #expect(address(.talk, "d/talk/0", url: page, at: 754.9) == page + "#t=754")
    #expect(address(.talk, "d/talk/0", url: page, at: 0) == page)
    #expect(address(.talk, "d/talk/0", url: page, at: .nan) == page)
    #expect(address(.talk, "d/talk/0", url: nil, media: "https://youtu.be/a", at: 5) == "https://youtu.be/a?t=5s")
    #expect(address(.subject, "d/subject/0", url: nil, at: nil) == nil)
    #expect(address(.comment, "d/comment/17", url: page, at: nil) == page + "#comment-17")
    #expect(address(.comment, "d/comment/comment-17", url: page, at: nil) == page + "#comment-17")
    #expect(address(.comment, "d/comment/é \"<", url: page, at: nil) == page + "#comment-%C3%A9%20%22%3C")
    #expect(address(.comment, "d/comment/17", url: page + "#x", at: nil) == page + "#x")
  }
}
