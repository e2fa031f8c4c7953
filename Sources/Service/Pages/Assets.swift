import Debates
import Hummingbird

/// The style sheet, the script and the icon of the pages, under addresses that change with their contents.
struct Assets: Sendable {
  let stylesheet: String
  let script: String
  let icon: String
  let endpoints: [Endpoint]

  init() {
    let files: [(name: String, ending: String, type: String, bytes: [UInt8])] = [
      ("palabre", "css", "text/css; charset=utf-8", PackageResources.palabre_css),
      ("palabre", "js", "text/javascript; charset=utf-8", PackageResources.palabre_js),
      ("icon", "svg", "image/svg+xml", PackageResources.icon_svg),
    ]
    let paths = files.map { file in
      var hash = ContentHash()
      hash.update(file.bytes)
      return "/assets/\(file.name).\(hash.hexadecimal.prefix(12)).\(file.ending)"
    }
    (stylesheet, script, icon) = (paths[0], paths[1], paths[2])
    endpoints = zip(files, paths).map { file, path in
      .fixed(path, file.bytes, mediaType: file.type, isImmutable: true)
    }
  }
}
