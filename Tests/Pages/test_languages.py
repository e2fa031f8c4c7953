"""The interface speaks French and English, each completely."""

from page_kinds import PAGES, in_language
from pages import PageTest

# What both languages write alike.
ALIKE = {"Palabre", "Atom", "JSON", "Passages", "Expertises", "Date", "Format", "Suggestions", "Notes", "Note", "Sujet",
         "Français", "English", "/", "j", "k", "#", "Audience", "Comment", "passages", "expertises",
         "Expertise"}

CHROME = """
  // Text of the interface: not of debates (they have their own language), nor what the index calls things.
  const content = `blockquote, .prose, .title, .page-title[lang], .who, .tags, .label, .facts, dd, .count, .time,
    .bar-name, .bar-text, .voice-name, .detail, code, pre, .brand, .source a, .when, .chips a, .page-title, time,
    .print-only, .did-you-mean a, .examples a, .affiliations, .other-names, .card, .eyebrow, .figures, .origin,
    .inside h2, .inside label`;
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (/\\p{L}/u.test(text) && !walker.currentNode.parentElement.closest(content)) found.add(text);
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder]")) {
    for (const name of ["aria-label", "placeholder"]) {
      if (element.getAttribute(name)) found.add(element.getAttribute(name));
    }
  }
  for (const name of ["description"]) found.add(document.querySelector(`meta[name=${name}]`).content);
  return [...found];"""


class Languages(PageTest):
    def language(self):
        return self.find("html").get_attribute("lang")

    def test_the_browser_says_which(self):
        for languages, expected in [("fr", "fr"), ("fr-CA,fr;q=0.8,en;q=0.5", "fr"), ("en", "en"),
                                    ("de,en;q=0.5,fr;q=0.2", "en"), ("de", "en")]:
            self.browser.prefer_language(languages)
            self.open("/")
            self.assertEqual(self.language(), expected, languages)

    def test_a_choice_is_remembered_both_ways(self):
        self.open("/search?q=budget")
        for name, code, button in [("Français", "fr", "Rechercher"), ("English", "en", "Search")]:
            self.click(self.link(name, within=".languages"))
            self.wait(lambda: self.language() == code, f"the page is in {name}")
            self.assertEqual(self.query["q"], "budget")
            self.assertEqual(self.texts(".languages [aria-current]"), [name])
            for path in ["/", "/debates/green-belt-2013", "/debates/there-is-no-such-debate"]:
                self.open(path)
                self.assertEqual(self.language(), code, path)
                self.assertEqual(self.text(".search-form button"), button)
            self.open("/search?q=budget")
            self.assertEqual(self.language(), code)
        self.complaints_expected.append("404")

    def test_each_language_is_complete(self):
        self.complaints_expected.append("404")
        for name, path in PAGES.items():
            self.open(in_language(path, "en"))
            english = set(self.run_script(CHROME))
            self.open(in_language(path, "fr"))
            french = set(self.run_script(CHROME))
            with self.subTest(name):
                self.assertGreater(len(english), 8)
                self.assertEqual((english & french) - ALIKE, set())

    def test_what_is_in_another_language_says_so(self):
        self.browser.prefer_language("fr")
        self.open("/debates/green-belt-2013")
        self.assertEqual(self.find("h1").get_attribute("lang"), "en")
        self.assertEqual({prose.get_attribute("lang") for prose in self.all(".turn .prose")}, {"en"})
        self.open("/search?q=landlords")
        self.assertEqual(self.find("#results .title a").get_attribute("lang"), "en")
        self.assertEqual(self.find("#results blockquote").get_attribute("lang"), "en")
