"""Facts of the layout, from a small phone to a desktop, on paper and in the dark."""

from page_kinds import in_language
from pages import PageTest

WIDTHS = [320, 390, 768, 1280]

OVERFLOWING = """
  const width = document.documentElement.clientWidth;
  // What scrolls in a box of its own may be wider.
  const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX)
    || scrolls(element.parentElement));
  return [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1)
      && element.checkVisibility() && !element.closest(".visually-hidden, .skip") && !scrolls(element.parentElement);
  }).map((element) => element.outerHTML.slice(0, 100));"""

# WCAG 2.2, 2.5.8: at least 24 pixels; links in running text are exempt, and what is not drawn.
SMALL_TARGETS = """
  return [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden])")].filter((element) => {
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) return false;
    if (element.closest(".skip, .prose, .visually-hidden")) return false;
    const box = element.getBoundingClientRect();
    return box.width < 23.9 || box.height < 23.9;
  }).map((element) => {
    const box = element.getBoundingClientRect();
    return `${Math.round(box.width)} x ${Math.round(box.height)} ${element.outerHTML.slice(0, 100)}`;
  });"""

# Characters of a line on the average, in paragraphs of at least three lines.
MEASURES = """
  return [...document.querySelectorAll(".prose p, blockquote p, .lead")].filter((p) => p.checkVisibility())
    .map((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top / 8)));
      return [lines.size, paragraph.textContent.length / lines.size];
    }).filter(([lines]) => lines > 2).map(([, characters]) => characters);"""


class Layout(PageTest):
    def setUp(self):
        super().setUp()
        self.complaints_expected.append("404")

    def each(self, widths, check):
        for name, path in self.pages().items():
            self.open(in_language(path, "fr"))
            for width in widths:
                self.browser.resize(width, 900)
                with self.subTest(f"{name} at {width}"):
                    check()

    def test_nothing_is_wider_than_the_page_and_every_target_is_large_enough(self):
        def check():
            self.assertEqual(self.run_script(OVERFLOWING), [])
            self.assertLessEqual(self.run_script("return document.documentElement.scrollWidth - innerWidth"), 0)
            self.assertEqual(self.run_script(SMALL_TARGETS), [])
        self.each(WIDTHS, check)

    def test_lines_are_neither_too_long_nor_too_short_to_read(self):
        measured = []
        def check():
            measures = self.run_script(MEASURES)
            measured.extend(measures)
            self.assertEqual([round(characters) for characters in measures if not 20 <= characters <= 85], [])
        self.each([390, 1280], check)
        self.assertGreater(len(measured), 50)

    def top(self, selector):
        return self.find(selector).rect["y"]

    def test_filters_are_below_the_results_on_a_phone_and_beside_them_on_a_desktop(self):
        self.open("/search?q=ville")
        self.browser.resize(390, 844)
        self.assertGreater(self.top("#filters"), self.top("#results"))
        self.assertTrue(self.find(".to-filters").is_displayed())
        self.click(self.find(".to-filters a"))
        self.wait(lambda: 0 <= self.run_script(
            "return document.getElementById('filters').getBoundingClientRect().top") < 400, "the filters are in view")
        self.browser.resize(1280, 900)
        self.assertLess(self.top("#filters"), self.top("#results"))
        self.assertGreater(self.find("#filters").rect["x"], self.find("#results").rect["x"] + 400)
        self.assertFalse(self.find(".to-filters").is_displayed())

    def test_the_content_is_no_wider_than_a_hand_can_follow(self):
        self.browser.resize(2560, 1400)
        self.open("/search?q=ville")
        self.assertLess(self.find("main").rect["width"], 1300)


class OnPaper(PageTest):
    def test_what_only_a_screen_can_use_is_left_out(self):
        for path, kept, left_out in [
            ("/search?q=ville", ["#results", "h1"],
             [".search-form", ".languages", ".footer", "#filters", ".tabs", ".pages"]),
            ("/debates/community-manager-2009", ["h1", ".talk", ".comments"],
             [".languages", ".footer", "#player", ".permalink", ".search-form"]),
        ]:
            self.open(path)
            self.browser.emulate(media="print")
            for selector in kept:
                self.assertTrue(self.find(selector).is_displayed(), f"{selector} of {path}")
            for selector in left_out:
                shown = [element for element in self.all(selector) if element.is_displayed()]
                self.assertEqual(shown, [], f"{selector} of {path}")

    def test_paper_is_white_in_the_dark_too(self):
        self.open("/search?q=ville")
        self.browser.emulate(media="print", scheme="dark")
        self.assertEqual(self.style(self.find("body"), "background-color"), "rgba(255, 255, 255, 1)")


class InTheDark(PageTest):
    def brightness(self, name):
        red, green, blue = self.run_script(
            "return getComputedStyle(document.body)[arguments[0]].match(/[\\d.]+/g).map(Number)", name)[:3]
        return (red + green + blue) / 3

    def test_dark_is_dark_and_light_is_light(self):
        self.open("/search?q=ville")
        for scheme, is_dark in [("dark", True), ("light", False)]:
            self.browser.emulate(scheme=scheme)
            self.assertEqual(self.brightness("backgroundColor") < 60, is_dark, scheme)
            self.assertEqual(self.brightness("color") > 180, is_dark, scheme)
