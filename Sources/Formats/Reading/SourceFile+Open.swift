extension SourceFile {
  /// The file's bytes, unpacked when it is compressed.
  func open(limits: SourceLimits) throws(ReadError) -> ByteStream {
    let stream = ByteStream(try FileBytes(path: path), chunkBytes: bytes.map { Int($0) } ?? ByteStream.chunkBytes)
    // What is not a regular file cannot be opened a second time.
    guard bytes != nil, ArchiveKind(try stream.head(300)) == .compressed else { return stream }
    return ByteStream(try CompressedBytes(path: path, limits: limits))
  }

  /// The beginning of the file, named as it is called unpacked.
  func head(of stream: ByteStream) throws(ReadError) -> FileHead {
    FileHead(bytes: try stream.head(FileHead.maximumBytes), file: ArchiveKind.unpackedPath(shownPath))
  }
}
