import Foundation

let usage = """
  usage: train-language --sets FOLDER --lists FOLDER --output FILE
         train-language --measure FILE.ndjson
  See Documentation/language-model.md.

  """

func refuse(_ message: String, exitCode: Int32) -> Never {
  FileHandle.standardError.write(Data(message.utf8))
  exit(exitCode)
}

var options: [String: URL] = [:]
var arguments = CommandLine.arguments.dropFirst()
while let name = arguments.popFirst() {
  guard ["--sets", "--lists", "--output", "--measure"].contains(name), let value = arguments.popFirst() else {
    refuse(usage, exitCode: 64)
  }
  options[name] = URL(fileURLWithPath: value)
}

do {
  if let file = options["--measure"] {
    try measureThroughput(file)
  } else if let sets = options["--sets"], let lists = options["--lists"], let output = options["--output"] {
    let table = try trainedTable(sets: sets, lists: lists)
    try Data(table).write(to: output)
    print("\(output.lastPathComponent): \(table.count) bytes")
  } else {
    refuse(usage, exitCode: 64)
  }
} catch {
  refuse("train-language: \(error)\n", exitCode: 65)
}
