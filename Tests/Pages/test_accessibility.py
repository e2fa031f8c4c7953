"""axe-core finds nothing: WCAG 2.2 A and AA, and its best practices, on every page, in light and in dark.

A language changes what is written and a width how it is laid out: every page is looked at in French on a desktop, and
in English on a phone.
"""

import unittest

import axe
from browser import Browser
from page_kinds import in_language
from pages import Keys, PageTest

RUN = """
  const done = arguments[arguments.length - 1];
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const options = {runOnly: arguments[0] ? {type: "rule", values: arguments[0]} : {type: "tag", values: tags},
    rules: arguments[0] ? {} : {"target-size": {enabled: true}}, resultTypes: ["violations"]};
  axe.run(document, options).then((results) => done({passed: results.passes.length,
    violations: results.violations.map((rule) => `${rule.id}: ` + rule.nodes.slice(0, 3).map((node) =>
      `${node.target} ${node.html.slice(0, 120)} ${node.failureSummary}`).join(" | "))}), (error) =>
        done(String(error)));"""


class Accessibility(PageTest):
    @classmethod
    def setUpClass(cls):
        cls.axe = axe.script()
        if cls.axe is None:
            raise unittest.SkipTest(f"axe-core is not there: pip cannot fetch {axe.PACKAGE}")

    def setUp(self):
        super().setUp()
        self.complaints_expected.append("404")

    def assert_accessible(self, rules=None):
        if not self.run_script("return window.axe !== undefined"):
            self.run_script(self.axe)
        result = self.driver.execute_async_script(RUN, rules)
        self.assertIsInstance(result, dict, result)
        self.assertGreater(result["passed"], 0 if rules else 20)
        self.assertEqual(result["violations"], [])

    def check(self, language, size):
        self.browser.resize(*size)
        for name, path in self.pages().items():
            self.browser.emulate(scheme="light")
            self.open(in_language(path, language))
            with self.subTest(f"{name} in {language}"):
                self.assert_accessible()
            self.browser.emulate(scheme="dark")
            with self.subTest(f"{name} in {language} in the dark"):
                self.assert_accessible(["color-contrast", "link-in-text-block"])

    def test_pages_in_french_on_a_desktop(self):
        self.check("fr", Browser.DESKTOP)

    def test_pages_in_english_on_a_phone(self):
        self.check("en", Browser.PHONE)

    def test_open_completions(self):
        for scheme in ["light", "dark"]:
            self.browser.emulate(scheme=scheme)
            self.open("/")
            self.type("ma")
            self.wait(lambda: self.all("[role=option]"), "completions are there")
            self.press(Keys.ARROW_DOWN)
            self.assert_accessible()

    def test_everything_unfolded(self):
        for path in ["/search?q=ville", "/debates/community-manager-2009", "/speakers/bastien-lormel"]:
            self.open(path)
            self.run_script("for (const details of document.querySelectorAll('details')) details.open = true")
            self.assert_accessible()

    def test_players(self):
        self.need_own_debates()
        for debate in ["phare-fichier", "phare-voix"]:
            self.open(f"/debates/{debate}")
            self.assert_accessible()
