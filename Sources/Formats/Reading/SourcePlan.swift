/// In what order the sources are read: archives unpacked, and set apart what joins the debates of other files.
struct SourcePlan {
  enum Step {
    case file(SourceFile)
    /// A file of a source folder that has been read already, or will be when a debate asks for it.
    case companion(bytes: Int64)
    /// Something to tell where the file stood.
    case items([SourceItem], file: String)
    /// The end of a source folder of this name.
    case folderEnd(String)
  }

  private(set) var steps: [Step] = []
  private(set) var companions: Companions
  /// Bytes of all files together; nil when one of them is a stream.
  private(set) var totalBytes: Int64? = 0
  /// Kept until all is read: their files go with them.
  private var archives: [UnpackedArchive] = []
  private let settings: SourceSettings

  /// - Throws: ``SourceError`` when a source does not exist.
  init(_ sources: [Source], settings: SourceSettings) throws(SourceError) {
    self.settings = settings
    companions = Companions(settings: settings)
    for source in sources {
      let files = try SourceFiles.files(of: source)
      for file in files { add(file) }
      if files.first?.isFound ?? true { steps.append(.folderEnd(source.path)) }
    }
  }

  /// The files to be read on their own, as they are shown.
  var files: [String] {
    steps.compactMap { step in if case .file(let file) = step { file.shownPath } else { nil } }
  }

  private mutating func add(_ file: SourceFile, inArchive: Bool = false) {
    guard file.path != "-", file.bytes != nil else {
      totalBytes = nil
      return steps.append(.file(file))
    }
    do throws(ReadError) {
      let stream = try file.open(limits: settings.limits)
      let head = try file.head(of: stream)
      if ArchiveKind(head.bytes) == .files {
        if inArchive { return refuse(file, "an archive inside an archive is not opened; unpack the outer one") }
        return unpack(file)
      }
      if let format = FormatRegistry.recognise(head) as? any CompanionFormat.Type {
        let problems = companions.add(file, format)
        totalBytes = totalBytes.map { $0 + (file.bytes ?? 0) }
        steps.append(.companion(bytes: file.bytes ?? 0))
        if !problems.isEmpty { steps.append(.items(problems, file: file.shownPath)) }
        return
      }
    } catch {
      // Opening it in its turn tells why.
    }
    totalBytes = totalBytes.map { $0 + (file.bytes ?? 0) }
    steps.append(.file(file))
  }

  private mutating func unpack(_ file: SourceFile) {
    let archive = UnpackedArchive(file, limits: settings.limits)
    archives.append(archive)
    for file in archive.files { add(file, inArchive: true) }
    if !archive.problems.isEmpty {
      steps.append(.items(archive.problems.map(SourceItem.refused), file: file.shownPath))
    } else if archive.files.isEmpty {
      refuse(file, OpenFile.noRecord)
    }
  }

  private mutating func refuse(_ file: SourceFile, _ reason: String) {
    steps.append(.items([.refused(LocatedError(file: file.shownPath, reason: reason))], file: file.shownPath))
  }
}
