"""Everything works without JavaScript."""

from pages import PageTest


class WithoutScripts(PageTest):
    runs_scripts = False

    def test_scripts_are_off(self):
        self.open("/search?q=ville")
        self.assertIsNone(self.find("#query").get_attribute("role"), "the script has run")

    def test_search_and_filter_and_widen(self):
        self.open("/")
        self.type("ville").submit()
        self.wait(lambda: self.path == "/search", "the search opens")
        before = self.text("#summary")
        self.find(".facet[open] a[href*='language=']").click()
        self.wait(lambda: "language" in self.query, "the filter is in the address")
        self.assertNotEqual(self.text("#summary"), before)
        self.find(".chips a").click()
        self.wait(lambda: "language" not in self.query, "the filter is gone")

    def test_a_new_search_keeps_the_filters(self):
        self.open("/search?q=ville&language=fr&rank=passages")
        self.type("maire").submit()
        self.wait(lambda: self.query == {"q": "maire", "language": "fr", "rank": "passages"}, "the filters are kept")

    def test_pages_of_results(self):
        self.open("/search?sort=newest")
        first = self.texts("#results .title")
        self.find(".pages [rel=next]").click()
        self.wait(lambda: "after" in self.query, "the next page opens")
        self.assertEqual(set(first) & set(self.texts("#results .title")), set())

    def test_languages(self):
        for name, code in [("Français", "fr"), ("English", "en")]:
            self.open("/")
            self.link(name, within=".languages").click()
            self.wait(lambda: self.find("html").get_attribute("lang") == code, f"the page is in {name}")
            self.open("/search")
            self.assertEqual(self.find("html").get_attribute("lang"), code)

    def test_facets_open(self):
        self.open("/search?q=ville")
        facet = self.find(".facet:not([open])")
        facet.find_element("css selector", "summary").click()
        self.assertTrue(facet.find_element("css selector", "a").is_displayed())

    def test_times_lead_to_the_recording(self):
        self.need_own_debates()
        self.open("/debates/phare-plateforme")
        for link in self.all(".turn a[data-second]")[1:]:
            self.assertIn("youtube.com", link.get_attribute("href"))
            self.assertIn(link.get_attribute("data-second"), link.get_attribute("href"))

    def test_search_inside_a_debate(self):
        self.open("/debates/participatory-budget-2018")
        self.type("residents", into="#inside-query").submit()
        self.wait(lambda: self.all("#matches > li"), "matches are there")
