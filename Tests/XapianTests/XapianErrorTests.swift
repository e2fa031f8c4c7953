import Testing
import Xapian

@Suite struct XapianErrorTests {
  /// A bug or a bad argument is the program's business; for all else there is something that a person can do.
  @Test(arguments: XapianError.Code.allCases)
  func hintsWhereThereIsAWayOut(code: XapianError.Code) {
    let without: Set<XapianError.Code> = [
      .closed, .invalidArgument, .invalidOperation, .unimplemented, .rangeError, .unknown,
    ]
    let error = XapianError(code: code, message: "message", context: "context")
    #expect((error.hint == nil) == without.contains(code))
    #expect(error.description == "context: message")
    #expect(XapianError(code: code, message: "message", context: "").description == "message")
  }
}
