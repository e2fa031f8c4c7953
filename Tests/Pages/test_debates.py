"""The page of a debate: permalinks, search inside, folded parts."""

from pages import PageTest

TRANSPARENT = "rgba(0, 0, 0, 0)"


class Permalinks(PageTest):
    def assert_is_shown(self, anchor):
        """The passage is in view, and stands out."""
        target = self.find(f"[id='{anchor}']")
        self.assertTrue(self.run_script("return arguments[0].matches(':target')", target))
        self.assertNotEqual(self.style(target, "background-color"), TRANSPARENT)
        self.assertTrue(target.is_displayed(), f"{anchor} is hidden")
        box = self.run_script("return arguments[0].getBoundingClientRect()", target)
        self.assertGreaterEqual(box["top"], -1)
        self.assertLess(box["top"], 800)

    def anchor(self):
        return self.driver.current_url.partition("#")[2]

    def test_from_a_result_to_the_passage(self):
        self.open("/search?q=sardines&rank=passages")
        link = next(link for link in self.all("#results a") if "#" in link.get_attribute("href"))
        self.click(link)
        self.wait(lambda: self.path.startswith("/debates/"), "the debate opens")
        self.assert_is_shown(self.anchor())
        self.assertIn("sardines", self.find(f"[id='{self.anchor()}']").text)

    def test_a_comment_has_an_address(self):
        self.open("/debates/community-manager-2009")
        permalink = self.all(".comment .permalink")[-1]
        anchor = permalink.get_attribute("href").partition("#")[2]
        self.open(f"/debates/community-manager-2009#{anchor}")
        self.assert_is_shown(anchor)
        self.assertTrue(anchor.startswith("comment-"))

    def test_a_passage_of_a_long_debate_is_on_the_page_that_its_link_opens(self):
        self.need_own_debates()
        self.open("/search?q=%22num%C3%A9ro+230%22&rank=passages")
        self.click(next(link for link in self.all("#results a") if "#" in link.get_attribute("href")))
        self.wait(lambda: self.path == "/debates/phare-long", "the debate opens")
        self.assert_is_shown(self.anchor())
        self.assertIn("numéro 230", self.find(f"[id='{self.anchor()}']").text)

    def test_every_anchor_is_there_once_and_every_link_to_one_finds_it(self):
        self.need_own_debates()
        for debate in ["community-manager-2009", "studio-page", "phare-long", "phare-hostile"]:
            self.open(f"/debates/{debate}")
            lost, twice = self.run_script("""
              const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
              const links = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href"));
              return [links.filter((link) => !ids.includes(decodeURIComponent(link.slice(1)))),
                      ids.filter((id, place) => ids.indexOf(id) !== place)];""")
            self.assertEqual((lost, twice), ([], []), debate)


class InsideADebate(PageTest):
    def search(self, words):
        self.open("/debates/participatory-budget-2018")
        self.type(words, into="#inside-query").submit()
        self.wait(lambda: self.query.get("q") == words, "the words are in the address")

    def test_matches_are_marked_and_lead_to_their_passages(self):
        self.search("residents")
        self.assertEqual(self.path, "/debates/participatory-budget-2018")
        self.assertRegex(self.text("#inside-summary"), r"^\d+ passages? match(es)? “residents”\.")
        matches = self.all("#matches > li")
        self.assertTrue(matches)
        for match in matches:
            self.assertTrue(match.find_elements("css selector", "mark"), match.text)
        link = next(link for link in self.all("#matches a") if "#" in link.get_attribute("href"))
        anchor = link.get_attribute("href").partition("#")[2]
        self.click(link)
        self.wait(lambda: self.driver.current_url.endswith(f"#{anchor}"), "the address has the passage")
        self.assertTrue(self.find(f"[id='{anchor}']").is_displayed())

    def test_the_box_keeps_the_words_and_the_search_can_be_cleared(self):
        self.search("residents")
        self.assertEqual(self.find("#inside-query").get_property("value"), "residents")
        self.click(self.find("#inside-summary a"))
        self.wait(lambda: "q" not in self.query, "the search is cleared")
        self.assertEqual(self.all("#matches > li"), [])

    def test_nothing_inside_says_so(self):
        self.search("zzzqqq")
        self.assertIn("zzzqqq", self.text("#inside-summary"))
        self.assertEqual(self.all("#matches > li"), [])


class LongDebates(PageTest):
    def setUp(self):
        super().setUp()
        self.need_own_debates()

    def test_the_talk_goes_on_on_the_next_page(self):
        self.open("/debates/phare-long")
        first = [turn.get_attribute("id") for turn in self.all(".turn")]
        self.click(self.find(".pages [rel=next]"))
        self.wait(lambda: self.all(".pages [rel=prev]"), "there is a page before")
        second = [turn.get_attribute("id") for turn in self.all(".turn")]
        self.assertTrue(first and second)
        self.assertEqual(set(first) & set(second), set())
        self.assertEqual(len(first) + len(second), 240)

    def test_markup_in_a_debate_is_text(self):
        self.open("/debates/phare-hostile")
        self.assertEqual(self.text("h1"), "<script>alert('phare')</script> & <b>Les phares</b>")
        self.assertIn("<i>Odalys</i>", self.text(".talk"))
        self.assertEqual(self.all(".content img, .content b, .content i"), [])
