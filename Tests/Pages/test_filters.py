"""Facets narrow a search, chips widen it again."""

import re

from pages import PageTest

NUMBER = r"(?:about )?([\d,]+)"


class Filters(PageTest):
    def found(self):
        """How many results the page says there are."""
        self.wait_for_results()
        return int(re.match(NUMBER, self.text("#summary"))[1].replace(",", ""))

    def value(self, facet, label):
        """The link of a value of a facet, and its count."""
        for details in self.all(".facet"):
            if details.find_element("css selector", "h3").get_attribute("textContent") != facet:
                continue
            for folded in [details, *details.find_elements("css selector", "details")]:
                if not folded.get_attribute("open"):
                    self.click(folded.find_element("css selector", "summary"))
            for link in details.find_elements("css selector", "a"):
                if label in link.text:
                    return link, int(link.find_element("css selector", ".count").text)
        self.fail(f"no {label} in {facet}")

    def test_a_value_narrows_and_its_chip_widens_again(self):
        self.open("/search?q=ville")
        before = self.found()
        link, count = self.value("Language", "English")
        self.click(link)
        self.wait(lambda: self.query.get("language") == "en", "the address has the filter")
        self.assertEqual(self.found(), count)
        self.assertLess(count, before)
        self.assertEqual(self.value("Language", "English")[0].get_attribute("aria-current"), "true")
        self.assertEqual(len(self.all(".chips a:not(.clear)")), 1)
        self.assertEqual(self.focused().get_attribute("id"), "summary")
        self.click(self.find(".chips a"))
        self.wait(lambda: "language" not in self.query, "the filter is gone")
        self.assertEqual(self.found(), before)
        self.assertEqual(self.all(".chips"), [])

    def test_two_values_of_a_facet_are_alternatives(self):
        self.open("/search?q=ville&kind=talk")
        first = self.found()
        link, _ = self.value("Kind of passage", "Comment")
        self.click(link)
        self.wait(lambda: len(self.all(".chips a:not(.clear)")) == 2, "there are two chips")
        self.assertGreaterEqual(self.found(), first)
        self.click(self.find(".chips .clear"))
        self.wait(lambda: self.query == {"q": "ville"}, "no filter is left")

    def test_every_count_is_what_is_found(self):
        script = """
          const done = arguments[arguments.length - 1];
          const links = [...document.querySelectorAll(".facet a")].slice(0, 40);
          Promise.all(links.map(async (link) => {
            const answer = await (await fetch(link.href)).text();
            const page = new DOMParser().parseFromString(answer, "text/html");
            return [link.textContent.trim(), link.querySelector(".count").textContent,
                    page.getElementById("summary").textContent];
          })).then(done);"""
        for path in ["/search?sort=newest", "/search?q=%22la+ville%22"]:
            self.open(path)
            counted = self.driver.execute_async_script(script)
            self.assertGreater(len(counted), 8)
            wrong = [(name, count, summary) for name, count, summary in counted
                     if re.match(NUMBER, summary) is None or re.match(NUMBER, summary)[1] != count]
            self.assertEqual(wrong, [], path)

    def test_open_facets_stay_open(self):
        self.open("/search?q=ville")
        self.value("Place", "Grandlac")
        link, _ = self.value("Language", "French")
        self.click(link)
        self.wait(lambda: "language" in self.query, "the address has the language")
        self.wait_for_results()
        place = next(details for details in self.all(".facet")
                     if details.find_element("css selector", "h3").get_attribute("textContent") == "Place")
        self.assertTrue(place.get_attribute("open"))

    def test_without_words_there_is_something_to_choose_from(self):
        self.open("/search")
        link, count = self.value("Category", "Transport")
        self.click(link)
        self.wait(lambda: self.query.get("category") == "Transport", "the category is chosen")
        self.assertEqual(self.found(), count)


class Timeline(PageTest):
    def test_a_year_opens_its_months_and_there_is_a_way_back(self):
        self.open("/search?sort=newest")
        bar = next(link for link in self.all(".bars a") if "2022" in link.get_attribute("textContent"))
        count = re.search(r"2022: (\d+)\sdebates?", bar.get_attribute("textContent"))[1]
        self.click(bar)
        self.wait(lambda: self.query.get("from") == "2022", "the year is chosen")
        self.wait_for_results()
        self.assertTrue(self.text("#summary").replace("\u00a0", " ").startswith(f"{count} debates"))
        self.assertIn("2022", self.text(".timeline figcaption"))
        self.assertTrue(any("March" in link.get_attribute("textContent") for link in self.all(".bars a")))
        self.click(self.link("All years"))
        self.wait(lambda: "from" not in self.query, "all years are back")

    def test_every_bar_is_as_high_as_its_count(self):
        self.open("/search?sort=newest")
        self.wait_for_results()
        bars = [(int(re.search(r": (\d+)", link.get_attribute("textContent"))[1]),
                 link.find_element("css selector", "rect").size["height"]) for link in self.all(".bars a")]
        tallest = max(bars, key=lambda bar: bar[0])
        for count, height in bars:
            self.assertAlmostEqual(height / tallest[1], count / tallest[0], delta=0.06, msg=str(bars))
