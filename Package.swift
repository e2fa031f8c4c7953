// swift-tools-version: 6.2
import PackageDescription

/// Strict for every target of ours: a leaked dependency takes a visible `public import`, and a warning is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "palabre",
  products: [
    .executable(name: "palabre", targets: ["palabre"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // C libraries. Each is imported by exactly one module above it (Tests/HouseTests holds the rule).
    .target(
      name: "CXapian",
      cxxSettings: [.define("CXAPIAN_FAULTS", .when(configuration: .debug)), .headerSearchPath(".")],
      linkerSettings: [.linkedLibrary("xapian"), .linkedLibrary("deflate")]),
    // Where ICU is, as pkg-config tells; only CICU sees its headers (Sources/CICU/include/cicu.h says why).
    .systemLibrary(
      name: "SystemICU", path: "Sources/CICU/SystemICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    .target(name: "CICU", dependencies: ["SystemICU"], exclude: ["SystemICU"]),
    .target(name: "CPing"),
    // model.bin is read by `#embed`; the target train-language writes it (Documentation/language-model.md).
    .target(name: "CLanguageModel", exclude: ["model.bin"]),
    // lexicon.bin is read by `#embed`; Scripts/train-lexicon writes it (Documentation/lexicon.md).
    .target(name: "CLexicon", exclude: ["lexicon.bin"]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),

    // The house, from the ground up.
    .target(name: "Xapian", dependencies: ["CXapian"], swiftSettings: strict),
    .target(
      name: "Stopwords", path: "Stopwords",
      resources: [.embedInCode("french.txt"), .embedInCode("english.txt")],
      swiftSettings: strict),
    .target(
      name: "Analysis", dependencies: ["CICU", "CLanguageModel", "Stopwords", "Xapian"], swiftSettings: strict),
    .target(name: "Lexicon", dependencies: ["CLexicon"], swiftSettings: strict),
    .target(name: "Debates", dependencies: ["CXXHash"], swiftSettings: strict),
    .target(
      name: "Formats", dependencies: ["CArchive", "CXML", "Debates", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Schema", dependencies: ["Analysis", "Debates", "Xapian"], swiftSettings: strict),
    .target(name: "Indexing", dependencies: ["Formats", "Schema"], swiftSettings: strict),
    .target(name: "Searching", dependencies: ["Lexicon", "Schema"], swiftSettings: strict),
    .target(name: "Checking", dependencies: ["Searching"], swiftSettings: strict),
    .target(
      name: "Service",
      dependencies: [
        "Analysis", "CDeflate", "Debates", "Schema", "Searching",
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("API/schemas.json"), .embedInCode("Assets"), .embedInCode("Templates")],
      swiftSettings: strict),
    .executableTarget(
      name: "palabre",
      dependencies: [
        "Analysis", "CPing", "Checking", "Debates", "Formats", "Indexing", "Schema", "Searching", "Service", "Xapian",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "train-language", dependencies: ["Analysis"], path: "Scripts/train-language", swiftSettings: strict),
    // Scripts/faults builds and runs it.
    .executableTarget(
      name: "faults",
      dependencies: ["FaultTrials", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Scripts/faults-driver", exclude: ["interposer.c"], swiftSettings: strict),

    .testTarget(name: "XapianTests", dependencies: ["CXapian", "TestTools", "Xapian"], swiftSettings: strict),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "Stopwords"], swiftSettings: strict),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "TestTools", "Xapian"], swiftSettings: strict),
    .testTarget(name: "DebatesTests", dependencies: ["Debates"], swiftSettings: strict),
    .testTarget(name: "FormatsTests", dependencies: ["CArchive", "Debates", "Formats"], swiftSettings: strict),
    .testTarget(
      name: "SearchingTests",
      dependencies: ["Analysis", "Debates", "Indexing", "Schema", "Searching", "TestTools", "Xapian"],
      swiftSettings: strict),
    .testTarget(
      name: "SymmetryTests", dependencies: ["Debates", "Formats", "Indexing", "Schema", "Searching"],
      swiftSettings: strict),
    .testTarget(
      name: "IndexingTests", dependencies: ["Debates", "Formats", "Indexing", "Schema", "TestTools", "Xapian"],
      swiftSettings: strict),
    .testTarget(name: "CheckingTests", dependencies: ["Checking", "Schema", "TestTools"], swiftSettings: strict),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "CDeflate", "Debates", "Indexing", "Schema", "Searching", "Service", "TestTools", "palabre",
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["palabre", "Indexing", "Schema", "TestTools", "Xapian"],
      swiftSettings: strict),
    // What several of them share: running the built program, reading an index to its last term.
    .target(
      name: "TestTools", dependencies: ["Schema", "Searching", "Xapian"], path: "Tests/TestTools", swiftSettings: strict
    ),
    // What Scripts/faults and its tests do to the indexer.
    .target(
      name: "FaultTrials", dependencies: ["Debates", "Schema", "TestTools"], path: "Tests/FaultTrials",
      swiftSettings: strict),
    .testTarget(name: "FaultTests", dependencies: ["FaultTrials", "TestTools", "palabre"], swiftSettings: strict),
    .testTarget(name: "HouseTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Built by Scripts/fuzz only: their entry point is libFuzzer's, which comes with a compiler flag.
if Context.environment["PALABRE_FUZZ"] != nil {
  let linkerSettings: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]
  package.targets += [
    .executableTarget(
      name: "fuzz-formats", dependencies: ["Debates", "Formats"], path: "Scripts/fuzz-formats",
      swiftSettings: strict, linkerSettings: linkerSettings),
    .executableTarget(
      name: "fuzz-query", dependencies: ["Analysis", "Debates", "Searching", "TestTools"], path: "Scripts/fuzz-query",
      swiftSettings: strict, linkerSettings: linkerSettings),
  ]
}
