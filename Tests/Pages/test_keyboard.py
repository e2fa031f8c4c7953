"""Everything can be done without a mouse."""

from pages import Keys, PageTest

WHERE = """
  const all = [...document.querySelectorAll("*")];
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {place: all.indexOf(element), name: element.outerHTML.slice(0, 90), isPage: element === document.body,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight};"""

REACHABLE = """
  const stops = "a[href], button, input:not([type=hidden]), summary, [tabindex='0'], video, audio";
  return [...document.querySelectorAll(stops)].filter((element) =>
    element.checkVisibility({contentVisibilityAuto: true})).length;"""


class Keyboard(PageTest):
    def stops(self):
        """Where Tab leads, from the start of the page to its end."""
        seen = []
        for _ in range(400):
            self.press(Keys.TAB)
            stop = self.run_script(WHERE)
            if stop["isPage"] or (seen and stop["place"] == seen[0]["place"]):
                return seen
            seen.append(stop)
        self.fail(f"Tab does not come to an end: {seen[-1]['name']}")

    def assert_tab_goes_through(self, path):
        self.open(path)
        # The home page puts the focus in its box.
        self.run_script("document.activeElement.blur()")
        stops = self.stops()
        self.assertIn("class=\"skip\"", stops[0]["name"])
        for stop in stops:
            self.assertGreaterEqual(stop["outline"], 2, f"no visible focus: {stop['name']}")
            self.assertTrue(stop["isInView"], f"out of view: {stop['name']}")
        places = [stop["place"] for stop in stops]
        self.assertEqual(places, sorted(places), "Tab does not follow the page")
        self.assertGreaterEqual(len(stops), self.run_script(REACHABLE))

    def test_tab_goes_through_a_search_in_order_and_shows_where_it_is(self):
        self.assert_tab_goes_through("/search?q=velo&language=fr")

    def test_tab_goes_through_a_debate_in_order_and_shows_where_it_is(self):
        self.assert_tab_goes_through("/debates/presse-locale-2010")

    def test_the_skip_link_leads_past_the_head(self):
        self.open("/search?q=velo")
        self.press(Keys.TAB)
        self.assertGreaterEqual(self.run_script("return document.activeElement.getBoundingClientRect().top"), 0)
        self.press(Keys.ENTER)
        self.assertEqual(self.focused().get_attribute("id"), "main")
        self.press(Keys.TAB)
        self.assertTrue(self.run_script("return document.activeElement.closest('main') !== null"))

    def test_slash_goes_to_the_search_box(self):
        self.open("/debates/presse-locale-2010")
        self.press("/")
        self.assertEqual(self.focused().get_attribute("id"), "query")
        self.press("/")
        self.assertEqual(self.find("#query").get_property("value"), "/", "in the box it is a sign like others")

    def test_keys_that_are_letters_can_be_switched_off(self):
        self.open("/search?q=ville")
        switch = self.find("#keys-switch")
        self.assertEqual(switch.text, "Turn these keys off")
        self.click(switch)
        for path in ["/search?q=ville", "/debates/presse-locale-2010"]:
            self.open(path)
            self.press("/")
            self.assertNotEqual(self.focused().get_attribute("id"), "query", "the choice is forgotten")
        switch = self.find("#keys-switch")
        self.assertEqual(switch.text, "Turn these keys on")
        self.click(switch)
        self.run_script("document.activeElement.blur()")
        self.press("/")
        self.assertEqual(self.focused().get_attribute("id"), "query")

    def test_j_and_k_go_from_result_to_result(self):
        self.open("/search?q=ville")
        links = self.all("#results .title a")
        self.assertGreater(len(links), 2)
        self.press("j")
        self.assertNotIn(self.focused(), links, "keys do nothing while the focus is not among the results")
        self.run_script("document.getElementById('main').focus()")
        for link in links[:3]:
            self.press("j")
            self.assertEqual(self.focused(), link)
        self.press("k")
        self.assertEqual(self.focused(), links[1])

    def test_a_facet_opens_and_filters_by_keys(self):
        self.open("/search?q=ville")
        facet = self.all(".facet:not([open])")[0]
        self.run_script("arguments[0].querySelector('summary').focus()", facet)
        self.press(Keys.ENTER)
        self.assertTrue(facet.get_attribute("open"))
        self.press(Keys.TAB, Keys.ENTER)
        self.wait(lambda: self.all(".chips"), "the filter is chosen")
