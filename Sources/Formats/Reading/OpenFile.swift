import Debates
import Foundation

/// A file being read, piece by piece.
final class OpenFile {
  static let noRecord = "holds no record; if that is meant, leave it out"
  static let unknownFormat = "not a format that can be read; \(FormatRegistry.hint)"

  let bytesBefore: Int64
  /// Never more than the file has on disk, though a compressed one yields more.
  var bytesRead: Int64 { min(Int64(stream.bytesRead), file.bytes ?? .max) }
  private let file: SourceFile
  private let context: FileContext
  private let stream: ByteStream
  private let reader: any FormatReader
  private var isFinished = false
  private var isEmpty = true

  /// Opens the file and recognises its format; standard input is NDJSON.
  init(_ file: SourceFile, settings: SourceSettings, bytesBefore: Int64) throws(LocatedError) {
    self.file = file
    self.bytesBefore = bytesBefore
    context = settings.context(of: file)
    do throws(ReadError) {
      if file.path == "-" {
        stream = ByteStream(FileBytes(descriptor: settings.standardInput))
        reader = NDJSONFormat.reader(of: stream, in: context)
      } else {
        stream = try file.open(limits: settings.limits)
        guard let format = FormatRegistry.recognise(try file.head(of: stream)) else {
          throw ReadError(reason: Self.unknownFormat)
        }
        reader = format.reader(of: stream, in: context)
      }
    } catch {
      throw LocatedError(file: file.shownPath, reason: error.reason)
    }
  }

  /// The next piece; nil at the end. A file without any is refused: a failed export must not pass for "all is gone".
  func next() -> RawItem? {
    guard !isFinished else { return nil }
    do throws(ReadError) {
      if var piece = try reader.next() {
        isEmpty = false
        if reader.holdsOneDebate { piece.lonePath = file.shownPath }
        return piece
      }
      isFinished = true
      return isEmpty ? context.piece(context.refused(Self.noRecord)) : nil
    } catch {
      isFinished = true
      return context.piece(context.refused(error.reason))
    }
  }
}

/// What all files of a run are read with.
struct SourceSettings: Sendable {
  var limits: SourceLimits
  var recordLimits: RecordLimits
  /// A descriptor.
  var standardInput: Int32
  /// See ``FileContext/manner``; the language of a source comes to it.
  private let manner: String

  /// Raised with every change in what is understood of a record: what was understood otherwise is read again.
  private static let readingVersion = 1

  init(limits: SourceLimits, recordLimits: RecordLimits, standardInput: Int32) {
    self.limits = limits
    self.recordLimits = recordLimits
    self.standardInput = standardInput
    manner = "\(Self.readingVersion) \(recordLimits)"
  }

  func context(of file: SourceFile) -> FileContext {
    FileContext(
      file: file.shownPath, name: file.name, limits: limits, recordLimits: recordLimits,
      profiles: file.source.profiles, language: file.source.language,
      manner: "\(manner) \(file.source.language ?? "")")
  }
}
