"""Results come while one types."""

from pages import Keys, PageTest


class InstantResults(PageTest):
    def setUp(self):
        super().setUp()
        self.open("/search?q=school")
        self.run_script("window.isSamePage = true")

    def search(self, *keys):
        """Types in the box and waits for the results; the first of them must be of night trains."""
        box = self.type("night trains")
        box.send_keys(*keys)
        self.wait_for_night_trains()
        return box

    def wait_for_night_trains(self):
        self.wait(lambda: self.query == {"q": "night trains"}, "the address has the words")
        self.wait_for_results()
        self.assertEqual(self.text("#results .title"), "Night trains and branch lines: what is rail for?")

    def test_typing_replaces_the_results_and_nothing_else(self):
        masthead = self.find(".masthead")
        box = self.search()
        self.assertTrue(self.run_script("return window.isSamePage"), "the page was loaded again")
        self.assertTrue(masthead.is_displayed(), "the masthead was replaced")
        self.assertEqual(self.focused(), box, "the box lost the focus")
        self.assertIn("night trains", self.driver.title)
        self.assertIn("night trains", self.text("h1"))

    def test_what_was_found_is_announced(self):
        self.assertEqual(self.find("#announcer").get_attribute("role"), "status")
        self.search()
        self.assertRegex(self.find("#announcer").get_attribute("textContent"), r"^Results: \d+\sdebates?\.$")

    def test_one_step_of_history_for_one_typing(self):
        for text in ["night", "night trains"]:
            self.type(text)
            self.wait(lambda: self.query.get("q") == text, f"the address says {text}")
        self.driver.back()
        self.wait(lambda: self.find("#query").get_property("value") == "school", "the box says what it said before")
        self.wait(lambda: "school" in self.text("h1"), "the results are those of before")
        self.assertTrue(self.run_script("return window.isSamePage"))
        self.driver.forward()
        self.wait_for_night_trains()

    def test_enter_searches_at_once(self):
        self.search(Keys.ENTER)
        self.assertTrue(self.run_script("return window.isSamePage"))

    def test_filters_stay_while_one_types(self):
        self.open("/search?q=ville&language=fr")
        self.type("maire")
        self.wait(lambda: self.query == {"q": "maire", "language": "fr"}, "the address has words and filter")
        self.wait_for_results()
        self.assertEqual(len(self.all(".chips a:not(.clear)")), 1)

    def test_the_feed_and_the_languages_follow(self):
        self.search()
        for selector in ["link[type='application/atom+xml']", ".languages a"]:
            self.assertIn("q=night%20trains", self.find(selector).get_attribute("href"))
