import Foundation
import HTTPTypes

/// The OpenAPI 3.1 document of the endpoints: paths and parameters from the tables that requests are parsed by, answers
/// from `schemas.json`, which tests hold against real answers.
struct OpenAPIDocument: Sendable {
  let endpoints: [Endpoint]
  let version: String

  /// As JSON.
  ///
  /// - Throws: where the schemas are no JSON, which only a mistake in this module can bring about.
  func json() throws -> [UInt8] {
    let schemas = try JSONSerialization.jsonObject(with: Data(PackageResources.schemas_json))
    let document: [String: Any] = [
      "openapi": "3.1.0",
      "info": [
        "title": "Palabre", "version": version,
        "summary": "Search for debates in French and English.",
        "description": """
        Debates, speakers and expertises are ranked by the votes of their passages, and every answer quotes them. \
        Every key of an answer is always there, null where there is nothing. ETags change with the index. Errors are \
        problem details (RFC 9457).
        """,
        "license": ["name": "GPL-2.0-or-later", "identifier": "GPL-2.0-or-later"],
      ] as JSONObject,
      "servers": [["url": "/"]],
      "paths": paths,
      "components": ["schemas": schemas],
    ]
    return [UInt8](
      try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes]))
  }

  private var paths: [String: JSONObject] {
    var paths: [String: JSONObject] = [:]
    for endpoint in endpoints {
      guard let operation = endpoint.operation else { continue }
      let method = endpoint.method.rawValue.lowercased()
      paths[endpoint.path.template, default: [:]][method] = object(operation, endpoint)
    }
    return paths
  }

  private func object(_ operation: Endpoint.Operation, _ endpoint: Endpoint) -> JSONObject {
    var parameters = operation.parameters.map(OpenAPIDocument.parameter)
    if case .value(_, let name, _) = endpoint.path {
      parameters.insert(
        [
          "name": name, "in": "path", "required": true, "description": "Percent-encoded; slashes too.",
          "schema": ["type": "string", "minLength": 1] as JSONObject,
        ], at: 0)
    }
    var responses: JSONObject = [
      "200": [
        "description": "The answer.",
        "content": [
          operation.answerType: ["schema": OpenAPIDocument.reference(operation.answer)]
        ],
      ] as JSONObject
    ]
    if endpoint.method == .get, operation.isRevalidated {
      responses["304"] = ["description": "The answer that If-None-Match names still holds."] as JSONObject
    }
    for status in Set(operation.statuses + [400, 414, 503])
    where status != 400 || operation.isRevalidated || operation.body != nil {
      responses["\(status)"] =
        status == 503 && operation.answer == "Health"
        ? [
          "description": "Not ready.",
          "content": ["application/json": ["schema": OpenAPIDocument.reference("Health")]],
        ] as JSONObject : OpenAPIDocument.problem(status)
    }
    var object: JSONObject = [
      "operationId": operation.id, "summary": operation.summary, "parameters": parameters, "responses": responses,
    ]
    if let body = operation.body {
      object["requestBody"] =
        [
          "required": true,
          "content": ["application/json": ["schema": OpenAPIDocument.reference(body)]],
        ] as JSONObject
    }
    return object
  }

  private static func parameter(_ parameter: Parameter) -> JSONObject {
    let schema = parameter.value.schema
    var object: JSONObject = ["name": parameter.name, "in": "query", "description": parameter.summary]
    if let example = parameter.example { object["example"] = example }
    if parameter.isRepeatable {
      object["schema"] = ["type": "array", "items": schema, "maxItems": Parameter.maximumValues] as JSONObject
      object["style"] = "form"
      object["explode"] = true
    } else {
      object["schema"] = schema
    }
    return object
  }

  private static func reference(_ name: String) -> [String: String] { ["$ref": "#/components/schemas/\(name)"] }

  private static func problem(_ status: Int) -> JSONObject {
    [
      "description": HTTPResponse.Status(code: status).reasonPhrase,
      "content": [Problem.mediaType: ["schema": reference("Problem")]],
    ]
  }
}
