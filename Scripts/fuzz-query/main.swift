import Analysis
import Debates
import Foundation
import Searching
import TestTools

// Reads whatever libFuzzer makes up as a query. Any text must be understood as something within its bounds.

/// libFuzzer's own loop (LLVM, compiler-rt/lib/fuzzer/FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let parser = QueryParser(analyzer: try Analyzer(), today: try Moment("2010-06-16"))

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runFuzzer(&count, &arguments) { bytes, count in
    let query = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    if let fault = QueryTrial.fault(of: query, understoodAs: parser.parse(query)) { fatalError(fault) }
    return 0
  })
