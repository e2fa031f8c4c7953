"""What is ranked, in which order, page after page."""

from pages import PageTest


class Results(PageTest):
    def titles(self):
        self.wait_for_results()
        return self.texts("#results .result > article > .title, #results .title")

    def test_tabs_rank_debates_people_expertises_and_passages(self):
        self.open("/search?q=budget")
        seen = {}
        for name, rank in [("People", "speakers"), ("Expertises", "expertises"), ("Passages", "passages"),
                           ("Debates", None)]:
            self.click(self.link(name, within=".tabs"))
            self.wait(lambda: self.query.get("rank") == rank, f"{name} are shown")
            self.wait_for_results()
            self.assertEqual(self.texts(".tabs [aria-current]"), [name])
            self.assertEqual(self.query["q"], "budget")
            seen[name] = tuple(self.titles())
            self.assertTrue(seen[name], f"no {name}")
        self.assertEqual(len(set(seen.values())), 4)

    def test_by_date_the_newest_or_the_oldest_comes_first(self):
        self.open("/search?q=ville")
        for name, is_descending in [("Newest", True), ("Oldest", False)]:
            self.click(self.link(name, within=".orders"))
            self.wait(lambda: self.query.get("sort") == name.lower(), f"{name} first")
            self.wait_for_results()
            days = [time.get_attribute("datetime")[:10] for time in self.all("#results time")]
            self.assertGreater(len(days), 2)
            self.assertEqual(days, sorted(days, reverse=is_descending))
            self.assertEqual(self.texts(".orders [aria-current]"), [name])

    def test_the_next_page_and_back(self):
        self.open("/search?sort=newest")
        first = self.titles()
        self.click(self.find(".pages [rel=next]"))
        self.wait(lambda: "after" in self.query, "the next page is asked for")
        second = self.titles()
        self.assertEqual(set(first) & set(second), set())
        self.assertEqual(self.find("#results").get_attribute("start"), str(len(first) + 1))
        self.driver.back()
        self.wait(lambda: self.titles() == first, "the first page is back")
        self.driver.forward()
        self.wait(lambda: self.titles() == second, "the second page is back")
        self.click(self.find(".pages a:not([rel])"))
        self.wait(lambda: "after" not in self.query and self.titles() == first, "the start is back")

    def test_all_pages_together_have_every_debate_once(self):
        self.open("/search?sort=newest")
        links = []
        for _ in range(20):
            self.wait_for_results()
            links += [link.get_attribute("href") for link in self.all("#results .title a")]
            following = self.all(".pages [rel=next]")
            if not following:
                break
            before = self.driver.current_url
            self.click(following[0])
            self.wait(lambda: self.driver.current_url != before, "the next page is asked for")
        self.assertEqual(len(links), len(set(links)))
        self.assertRegex(self.text("#summary"), rf"^{len(links)}\sdebates")


class OtherWords(PageTest):
    def test_a_better_spelling_is_offered(self):
        self.open("/search?q=presse+localle")
        self.click(self.find(".did-you-mean a"))
        self.wait(lambda: self.query.get("q") == "presse locale", "the better spelling is searched for")
        self.wait(lambda: self.find("#query").get_property("value") == "presse locale", "the box says it")
        self.wait(lambda: not self.all(".did-you-mean"), "nothing better is offered")
        self.assertIn("La presse locale a-t-elle encore un avenir ?", self.texts("#results .title"))

    def test_where_nothing_has_the_words_the_nearest_is_shown_and_said(self):
        self.open("/search?q=landlors")
        self.assertIn("“landlords”", self.text("#instead-heading"))
        self.assertIn("Should Marlbrook build on its green belt?", self.texts("#results .title"))

    def test_nothing_found_says_what_to_do(self):
        self.open("/search?q=zzzqqq")
        self.assertEqual(self.all("#results"), [])
        self.assertEqual(self.text("#summary"), "Nothing was found")
        self.assertGreater(len(self.all(".advice li")), 1)

    def test_nothing_found_says_which_filter_is_in_the_way(self):
        self.open("/search?q=loyers&category=Transport")
        self.click(self.link("without", within=".nothing"))
        self.wait(lambda: self.query == {"q": "loyers"}, "the filter is gone")
        self.wait_for_results()
        self.assertIn("Logement : faut-il encadrer les loyers partout ?", self.texts("#results .title"))
