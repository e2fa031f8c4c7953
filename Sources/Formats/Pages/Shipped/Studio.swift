extension PageProfile {
  /// A debate's page on a collaborative television's site of 2009. Its labels are in English on every page; the menu
  /// above the title and the feedback form are not kept.
  static let studio = #"""
    name: studio
    test: >
      //h3[starts-with(normalize-space(.), 'Misc infos')]
      and //*[starts-with(normalize-space(.), 'Subject proposed by')]
    id:
      - xpath: //link[@rel='canonical']/@href
        part: name
    title: //h1
    url: //link[@rel='canonical']/@href
    date:
      xpath: //*[@class='date' and not(ancestor::*[@class='comment'])]
      formats:
        - EEEE d MMMM yyyy 'à' H'h'mm
        - EEEE d MMMM yyyy
        - d MMM yyyy
        - MMMM d, yyyy
    category: {xpath: "//*[@class='infos']/*[starts-with(normalize-space(.), 'Category')]", strip: Category, trim: ": "}
    location: {xpath: "//*[@class='infos']/*[starts-with(normalize-space(.), 'Location')]", strip: Location, trim: ": "}
    format: {xpath: "//*[@class='infos']/*[starts-with(normalize-space(.), 'Format')]", strip: Format, trim: ": "}
    treatment: {xpath: "//*[@class='infos']/*[starts-with(normalize-space(.), 'Treatment')]", strip: Treatment, trim: ": "}
    proposer:
      xpath: //*[@class='infos']/*[starts-with(normalize-space(.), 'Subject proposed by')]
      strip: Subject proposed by
    organizer:
      xpath: //*[@class='infos']/*[starts-with(normalize-space(.), 'Organization by')]
      strip: Organization by
    sponsor: //*[@class='sponsor']/*[not(self::h3)][normalize-space(.) != 'Loading...']
    audience: //*[@class='audience']
    media:
      url: //video/source/@src
      duration: //*[@class='duration']
    # The page repeats its title as the first paragraph.
    description: "//*[@class='description']/*[translate(normalize-space(.), '\xA0', ' ') !=
      translate(normalize-space(//h1), '\xA0', ' ')]"
    expertises:
      - //*[@class='box'][starts-with(normalize-space(.), 'Related expertises')]//li
      - xpath: //*[@class='box'][starts-with(normalize-space(.), 'Related expertises')]
        strip: Related expertises
        split: ","
        trim: ": •"
    connected:
      xpath: //*[@class='box'][starts-with(normalize-space(.), 'Connected subjects')]//a/@href
      part: name
    speakers:
      each: //*[@class='speakers']//li
      id:
        xpath: .//a[1]/@href
        part: name
      name: .//b
      affiliation: .//*[@class='affiliation']
      headline: .//*[@class='headline']
      bio: .//*[@class='bio']
    comments:
      each: //*[@class='comment']
      id:
        xpath: "@id"
        strip: comment-
      author:
        xpath: b
        strip: Comment from
        trim: ": "
      date: .//*[@class='date']
      parent:
        xpath: .//a[@class='answers']/@href
        part: fragment
        strip: comment-
      text: .//*[@class='text']
    """#
}
