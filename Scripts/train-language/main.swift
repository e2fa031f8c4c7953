import Foundation

func usage() -> Never {
  FileHandle.standardError.write(
    Data("usage: train-language --sets FOLDER --lists FOLDER --output FILE   (Documentation/language-model.md)\n".utf8))
  exit(64)
}

var options: [String: String] = [:]
var arguments = CommandLine.arguments.dropFirst()
while let name = arguments.popFirst() {
  guard ["--sets", "--lists", "--output"].contains(name), let value = arguments.popFirst() else { usage() }
  options[name] = value
}
guard let sets = options["--sets"], let lists = options["--lists"], let output = options["--output"] else { usage() }

do {
  let setFolder = URL(fileURLWithPath: sets)
  let withheld = try WithheldTexts(files: TrainingRecipe.withheld.map { setFolder.appending(path: $0) })
  var models: [CharacterModel] = []
  for language in TrainingRecipe.languages {
    var words = try WordCounts(
      wordList: URL(fileURLWithPath: lists).appending(path: language.code + ".tsv"),
      most: language.listLength)
    for source in language.texts {
      var texts = WordCounts()
      let skipped = try texts.add(jsonLines: setFolder.appending(path: source.file), without: withheld)
      print("\(language.code) \(source.file): \(texts.counts.count) different words, \(skipped) texts withheld")
      words.add(texts, weight: source.weight)
    }
    print("\(language.code): \(words.counts.count) different words")
    models.append(CharacterModel(words: words.damped().withUnaccented()))
  }
  let table = TableBuilder(languages: TrainingRecipe.languages.map(\.code), models: models).table()
  try Data(table).write(to: URL(fileURLWithPath: output))
  print("\(output): \(table.count) bytes")
} catch {
  FileHandle.standardError.write(Data("train-language: \(error)\n".utf8))
  exit(65)
}
