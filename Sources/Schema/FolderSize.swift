import Foundation

/// What a folder takes on disk.
public enum FolderSize {
  /// The bytes of all files below `path`; 0 where nothing is.
  public static func bytes(of path: String) -> Int64 {
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: path), includingPropertiesForKeys: [.fileSizeKey])
    var bytes: Int64 = 0
    while let file = files?.nextObject() as? URL {
      bytes += Int64((try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0)
    }
    return bytes
  }
}
