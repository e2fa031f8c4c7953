extension PageProfile {
  /// Sittings of the French National Assembly, as its site published them from 2012 on.
  static let assembleeNationale = #"""
    name: assemblee-nationale
    language: fr
    encoding: windows-1252
    test: //meta[@name='NUMERO_DOCUMENT'] and //meta[@name='QUANTIEME_SEANCE']
    id: //meta[@name='NUMERO_DOCUMENT']/@content
    title: //meta[@name='QUANTIEME_SEANCE']/@content
    date: //meta[@name='QUANTIEME_SEANCE']/@content
    category: //meta[@name='TYPE_DOCUMENT']/@content
    description: //h2[@class='titre1']
    transcript:
      # The record begins with who presides; what stands before is the table of contents.
      flow: >
        (//h5[@class='presidence'])[1]
        | (//h5[@class='presidence'])[1]/following::*[self::p or self::h2 or self::h5]
          [not(@align) and not(@class='numencad')]
      heading: self::h2 or self::h5 or @class='sstitreinfo'
      speaker:
        xpath: >
          (.//b)[1][starts-with(normalize-space(.), 'M.') or starts-with(normalize-space(.), 'MM.')
          or starts-with(normalize-space(.), 'Mme') or contains(., 'député')]
        strip: [M., MM., Mme, Mmes]
        trim: ".,: "
        until: ","
        rest: headline
      # <b>Mme X,</b><i> ministre.</i>
      role: >
        i[not(starts-with(normalize-space(.), '('))]
        [preceding-sibling::node()[normalize-space()][1][self::b]
          [substring(normalize-space(.), string-length(normalize-space(.))) = ',']]
      direction: .//i[starts-with(normalize-space(.), '(')]
    """#
}
