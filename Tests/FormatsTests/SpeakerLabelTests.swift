import Testing

@testable import Formats

@Suite struct SpeakerLabelTests {
  @Test(
    arguments: [
      ("M. Paul Girard.", "Paul Girard", nil), ("Mme la présidente. ", "la présidente", nil),
      ("Paul Girard ,Premier ministre.", "Paul Girard", "Premier ministre"),
      ("Ann Lee, ministre. ...", "Ann Lee", "ministre"), ("Ann Lee, ", "Ann Lee", nil),
      ("MM. Girard et Roux", "Girard et Roux", nil), ("Mr. Speaker:", "Mr. Speaker", nil),
      ("Mr. Ralph Finch: ", "Ralph Finch", nil), ("Mrs. Moore", "Mrs. Moore", nil),
      ("The Minister for Transport\n (Mrs. Ida Moore): ", "Ida Moore", "The Minister for Transport"),
      ("Ann Lee (Nantes) (Ind)", "Ann Lee (Nantes)", "Ind"), ("Harry S.", "Harry S.", nil),
      ("Mme ROUX. – Je parle, et longtemps", "ROUX", nil), ("HÉLÈNE ASTIER:", "HÉLÈNE ASTIER", nil),
      ("(applause)", "(applause)", nil), ("Ann Lee ()", "Ann Lee", nil),
    ] as [(String, String, String?)]) func labels(text: String, name: String, function: String?)
  {
    let label = SpeakerLabel(text)
    #expect(label?.name == name)
    #expect(label?.function == function)
  }

  @Test(arguments: ["", " . ", "—", ",,,", "M. ", "()"]) func nobody(text: String) {
    #expect(SpeakerLabel(text) == nil)
  }
}
