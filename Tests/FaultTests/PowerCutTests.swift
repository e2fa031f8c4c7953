import Testing
@testable import FaultTrials
@Suite struct PowerCutTests {}
