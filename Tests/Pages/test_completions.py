"""The search box completes what is typed, as the pattern of an editable combobox with a list has it (ARIA APG)."""

from pages import Keys, PageTest


class Completions(PageTest):
    def complete(self, text, path="/"):
        self.open(path)
        box = self.type(text)
        self.wait(lambda: self.options(), "completions are there")
        return box

    def options(self):
        return [option for option in self.all("[role=listbox] [role=option]") if option.is_displayed()]

    def place(self, text, kind):
        """Where an option stands in the list."""
        for place, option in enumerate(self.options()):
            if text in option.text and option.text.endswith(kind):
                return place
        self.fail(f"no {kind} {text}: {[option.text for option in self.options()]}")

    def active(self, box):
        return box.get_attribute("aria-activedescendant")

    def choose(self, box, text, kind):
        self.press(*[Keys.ARROW_DOWN] * (self.place(text, kind) + 1))
        self.assertIn(text, self.find(f"#{self.active(box)}").text)

    def test_it_is_a_combobox_that_says_whether_it_is_open(self):
        box = self.complete("nesta")
        self.assertEqual(box.get_attribute("role"), "combobox")
        self.assertEqual(box.get_attribute("aria-expanded"), "true")
        listing = self.find(f"#{box.get_attribute('aria-controls')}")
        self.assertEqual(listing.get_attribute("role"), "listbox")
        self.assertTrue(listing.get_attribute("aria-label"))
        self.press(Keys.ESCAPE)
        self.assertEqual(box.get_attribute("aria-expanded"), "false")
        self.assertEqual(self.options(), [])
        self.assertEqual(box.get_property("value"), "nesta")

    def test_arrows_go_round_and_the_box_keeps_the_focus(self):
        box = self.complete("ma")
        count = len(self.options())
        self.assertGreater(count, 2)
        self.assertIsNone(self.active(box))
        seen = []
        for _ in range(count):
            self.press(Keys.ARROW_DOWN)
            seen.append(self.active(box))
            chosen = self.all("[role=option][aria-selected=true]")
            self.assertEqual([option.get_attribute("id") for option in chosen], [seen[-1]])
            self.assertEqual(self.focused(), box)
        self.assertEqual(len(set(seen)), count)
        self.press(Keys.ARROW_DOWN)
        self.assertIsNone(self.active(box), "after the last comes the box again")
        self.press(Keys.ARROW_UP)
        self.assertEqual(self.active(box), seen[-1])

    def test_a_person_leads_to_their_page(self):
        box = self.complete("nesta")
        self.choose(box, "Nesta Bramwell", "person")
        self.press(Keys.ENTER)
        self.wait(lambda: self.path == "/speakers/nesta-bramwell", "the page of the person opens")

    def test_a_title_leads_to_the_debate(self):
        self.complete("night trains")
        self.options()[self.place("branch lines", "debate")].click()
        self.wait(lambda: self.path == "/debates/night-trains-2020", "the page of the debate opens")

    def test_an_expertise_leads_to_its_page(self):
        box = self.complete("planni")
        self.choose(box, "Planning", "expertise")
        self.press(Keys.ENTER)
        self.wait(lambda: self.path == "/expertises/Planning", "the page of the expertise opens")

    def test_a_phrase_is_searched_for(self):
        box = self.complete("mana")
        self.choose(box, "community manager", "phrase")
        self.press(Keys.ENTER)
        self.wait(lambda: self.path == "/search" and self.query.get("q") == "community manager", "it is searched for")
        self.assertEqual(self.find("#query").get_property("value"), "community manager")

    def test_enter_without_a_choice_searches_for_what_was_typed(self):
        self.complete("nesta")
        self.press(Keys.ENTER)
        self.wait(lambda: self.path == "/search" and self.query.get("q") == "nesta", "nesta is searched for")
        self.assertEqual(self.options(), [])

    def test_they_go_when_the_box_is_left_or_emptied(self):
        box = self.complete("nesta")
        self.press(Keys.TAB)
        self.wait(lambda: not self.options(), "the list is closed")
        box = self.complete("nesta")
        box.send_keys(Keys.CONTROL, "a")
        box.send_keys(Keys.BACKSPACE)
        self.wait(lambda: not self.options(), "the list is closed")

    def test_markup_of_a_debate_is_text(self):
        self.need_own_debates()
        self.complete("alert")
        self.assertIn("<script>alert('phare')</script>", self.options()[self.place("phare", "debate")].text)
