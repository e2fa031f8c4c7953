extension PageProfile {
  /// The Debatabase of idebate.org: a motion, points for and against, and what answers each.
  static let idebate = #"""
    name: idebate
    language: en
    test: //div[@id='debatabase-points']
    # The last name of an address is cut, and not unique.
    id:
      xpath: //link[@rel='canonical']/@href
      part: path
    title: //div[@class='debatabase-title']
    url: //link[@rel='canonical']/@href
    date: //meta[@property='article:published_time']/@content
    category: substring-before(substring-after(//link[@rel='canonical']/@href, '/debatabase/'), '/')
    description: //div[@class='debatabase-description']
    connected:
      xpath: //div[@class='related-debates-single']/a/@href
      part: path
    # Votes for and against, in percent.
    opinions:
      mean: number((//div[@id='charts']//text)[1]) div 20
    audience: //li[contains(@class, 'statistics_counter')]
    # Each side has a list of points: `pro02a` is the second point for the motion, `pro02b` what answers it.
    comments:
      - each: //div[@id='debatabase-points-1']//div[contains(@class, 'field-collection-view')]
        id: >
          concat('pro', substring('0', 1, 2 - string-length(count(../preceding-sibling::div) + 1)),
          count(../preceding-sibling::div) + 1, 'a')
        opinion: 5
        text:
          xpath: >
            .//div[contains(@class, 'field-name-field-title') or
            contains(@class, 'field-name-field-point')]/div[@class='field-items']
          without: .//a[starts-with(@title, 'Improve') or starts-with(@title, 'Submit improvements')]
      - each: >
          //div[@id='debatabase-points-1']//div[contains(@class, 'field-collection-view')]
          //div[contains(@class, 'field-name-field-counterpoint')]
        id: >
          concat('pro', substring('0', 1, 2 - string-length(count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1)), count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1, 'b')
        parent: >
          concat('pro', substring('0', 1, 2 - string-length(count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1)), count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1, 'a')
        opinion: 0
        text:
          xpath: div[@class='field-items']
          without: .//a[starts-with(@title, 'Improve') or starts-with(@title, 'Submit improvements')]
      - each: //div[@id='debatabase-points-2']//div[contains(@class, 'field-collection-view')]
        id: >
          concat('con', substring('0', 1, 2 - string-length(count(../preceding-sibling::div) + 1)),
          count(../preceding-sibling::div) + 1, 'a')
        opinion: 0
        text:
          xpath: >
            .//div[contains(@class, 'field-name-field-title') or
            contains(@class, 'field-name-field-point')]/div[@class='field-items']
          without: .//a[starts-with(@title, 'Improve') or starts-with(@title, 'Submit improvements')]
      - each: >
          //div[@id='debatabase-points-2']//div[contains(@class, 'field-collection-view')]
          //div[contains(@class, 'field-name-field-counterpoint')]
        id: >
          concat('con', substring('0', 1, 2 - string-length(count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1)), count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1, 'b')
        parent: >
          concat('con', substring('0', 1, 2 - string-length(count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1)), count(ancestor::div[contains(@class,
          'field-collection-view')]/../preceding-sibling::div) + 1, 'a')
        opinion: 5
        text:
          xpath: div[@class='field-items']
          without: .//a[starts-with(@title, 'Improve') or starts-with(@title, 'Submit improvements')]
    """#
}
