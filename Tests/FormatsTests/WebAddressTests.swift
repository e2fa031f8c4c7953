import Testing

@testable import Formats

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://Ville.example:443/velo/?utm_source=rss#fin", "ville.example/velo"),
    ("http://ville.example/velo", "ville.example/velo"),
    ("HTTP://ville.example:80/velo//", "ville.example/velo"),
    ("//ville.example/velo", "ville.example/velo"),
    ("https://www.ville.example/Velo", "www.ville.example/Velo"),
    ("https://ville.example", "ville.example"),
    ("https://ville.example./?p=12", "ville.example?p=12"),
    ("https://ville.example:8080/a?b=1&amp;fbclid=x&c=2", "ville.example:8080/a?b=1&c=2"),
    ("https://ville.example/a?utm_medium=a&utm_source=b", "ville.example/a"),
    ("https://zoe:secret@ville.example/a", "ville.example/a"),
    (" https://ville.example/a\n/b ", "ville.example/a/b"),
    ("tag:ville.example,2009:Velo/", "tag:ville.example,2009:Velo/"),
    ("voix-12", "voix-12"), ("ville.example/velo", "ville.example/velo"), ("", ""), ("https://", ""), ("#", "#"),
  ]) func ids(url: String, expected: String) {
    let id = WebAddress.id(of: url)
    #expect(id == expected)
    #expect(WebAddress.id(of: id) == id, "an id names itself")
  }

  @Test func longOnesEndInADigest() {
    let long = "https://ville.example/" + String(repeating: "é", count: 400)
    let ids = ["", "a", "b"].map { WebAddress.id(of: long + $0) }
    #expect(Set(ids).count == 3)
    for id in ids {
      #expect(id.utf8.count <= WebAddress.maximumBytes)
      #expect(id.hasPrefix("ville.example/éé"))
    }
    #expect(WebAddress.id(of: long + "/") == ids[0])
  }

  /// Values of the reference implementation, FNV-1a of 128 bits.
  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ]) func fingerprints(text: String, expected: String) {
    #expect(WebAddress.fingerprint(of: text) == expected)
  }

  @Test(
    arguments: [
      ("Zoé Martin", "Zoé Martin"), ("zoe@ville.example (Zoé Martin)", "Zoé Martin"),
      ("Zoé Martin <zoe@ville.example>", "Zoé Martin"), ("\"Zoé Martin\" <zoe@ville.example>", "Zoé Martin"),
      ("zoe@ville.example", nil), ("mailto:zoe@ville.example", nil), ("(zoe@ville.example)", nil),
      ("R&amp;D de la ville", "R&D de la ville"), ("@zoe", "@zoe"), ("zoe@home", "zoe@home"), ("192.0.2.17", nil),
      ("2001:db8::17", nil), ("v1.2.3", "v1.2.3"), ("", nil), (nil, nil), ("()", nil), ("\"", nil),
    ] as [(String?, String?)]) func publicNames(text: String?, expected: String?)
  {
    #expect(PublicName.of(text) == expected)
  }

  @Test(arguments: [
    ("a [gallery] b", "a  b"), ("a [sic] b […] [1] [Applause] c", "a [sic] b […] [1] [Applause] c"),
    ("[caption id=\"x\"]<img> Le quai[/caption]", "<img> Le quai"), ("[box]in[/box]", "in"),
    ("[caption caption=\"Old\"]<img>[/caption]", "Old<img>"), ("[youtube=https://v.example/1]", ""),
    ("[[gallery]] and [[caption id=1]]", "[gallery] and [caption id=1]"), ("[/box] alone", "[/box] alone"),
    ("[gallery", "[gallery"), ("[gallery [x]", "[gallery [x]"), ("[a][/b]", "[a][/b]"), ("]", "]"), ("[", "["),
    ("[vc_row css=\".x{}\"][vc_column]in[/vc_column][/vc_row]", "in"), ("[audio /]", ""), ("", ""),
    ("[see note 3, page=4]", "[see note 3, page=4]"), ("if [x = 3] holds", "if [x = 3] holds"),
  ]) func shortcodes(text: String, expected: String) {
    #expect(Shortcodes.removed(from: text) == expected)
  }
}
