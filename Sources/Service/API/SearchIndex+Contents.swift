import Debates
import Searching

/// What the API tells of a debate, a person or an expertise.
extension SearchIndex {
  /// - Throws: `ServiceError.notFound`, `IndexError`.
  func debate(_ id: String, _ parameters: RequestParameters, timeLimit: Duration) throws -> DebateContents {
    var request = DebateRequest()
    let kinds = parameters[.kind].compactMap(PassageKind.init)
    request.kinds = kinds.isEmpty ? nil : kinds
    request.limit = parameters.integer(.limit, default: 100)
    request.offset = parameters.integer(.offset, default: 0)
    request.around = parameters.text(.around)
    request.query = parameters.text(.query).flatMap { $0.isEmpty ? nil : $0 }
    request.timeLimit = timeLimit
    guard var debate = try debateContents(id, request) else { throw ServiceError.notFound("no debate has this id") }
    // The ids of those that are not here, or are for members, tell of them.
    debate.connected.removeAll { $0.title == nil }
    return debate
  }

  /// - Throws: `ServiceError.notFound`, `IndexError`.
  func speaker(_ id: String, _ parameters: RequestParameters) throws -> SpeakerContents {
    guard let speaker = try speakerContents(id, PageRequest(parameters)) else {
      throw ServiceError.notFound("nobody has this id")
    }
    return speaker
  }

  /// - Throws: `ServiceError.notFound`, `IndexError`.
  func expertise(_ name: String, _ parameters: RequestParameters) throws -> ExpertiseContents {
    guard let expertise = try expertiseContents(name, PageRequest(parameters)) else {
      throw ServiceError.notFound("no expertise has this name")
    }
    return expertise
  }
}

extension PageRequest {
  fileprivate init(_ parameters: RequestParameters) {
    self.init(offset: parameters.integer(.offset, default: 0), limit: parameters.integer(.limit, default: 50))
  }
}
