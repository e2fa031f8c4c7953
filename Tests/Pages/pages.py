"""What every test of pages stands on."""

import unittest
from urllib.parse import parse_qs, urlsplit

from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from browser import Browser
from page_kinds import OWN_PAGES, PAGES

SECONDS_TO_WAIT = 15


class Stage:
    """What all tests share: the service, another site, and one browser of each kind. Set before they run."""

    service = None
    other_site = None
    has_own_debates = True
    _browsers = {}

    @classmethod
    def browser(cls, runs_scripts):
        if runs_scripts not in cls._browsers:
            cls._browsers[runs_scripts] = Browser(runs_scripts=runs_scripts)
        return cls._browsers[runs_scripts]

    @classmethod
    def close(cls):
        for browser in cls._browsers.values():
            browser.close()


class PageTest(unittest.TestCase):
    """A test on pages in a browser. After each one the console must be free of errors, and nobody else asked."""

    runs_scripts = True

    def setUp(self):
        self.browser = Stage.browser(self.runs_scripts)
        self.driver = self.browser.driver
        self.browser.reset()
        self.driver.get("about:blank")
        self.browser.complaints()
        self.browser.hosts()
        self.hosts_allowed = {urlsplit(Stage.service.address).netloc}
        self.complaints_expected = []

    def tearDown(self):
        complaints = [text for text in self.browser.complaints()
                      if not any(expected in text for expected in self.complaints_expected)]
        self.assertEqual(complaints, [], "the console has errors")
        self.assertEqual(self.browser.hosts() - self.hosts_allowed, set(), "others were asked, too")

    def need_own_debates(self):
        """Skips the test where an index was given that has no debates of the tests' own."""
        if not Stage.has_own_debates:
            self.skipTest("the given index has no debates of the tests' own")

    def pages(self):
        """The paths of all kinds of pages, by their names."""
        return {**PAGES, **OWN_PAGES} if Stage.has_own_debates else PAGES

    # What is on the page.

    def open(self, path):
        self.driver.get(Stage.service.address + path)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.find(selector).text

    def texts(self, selector):
        return [element.text for element in self.all(selector)]

    def link(self, text, within="body"):
        """The link that says this, or has it in what it says."""
        links = [link for link in self.find(within).find_elements(By.CSS_SELECTOR, "a") if text in link.text]
        self.assertTrue(links, f"no link says {text!r}")
        return links[0]

    def focused(self):
        return self.driver.switch_to.active_element

    def run_script(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def style(self, element, name):
        return element.value_of_css_property(name)

    # Where we are.

    @property
    def path(self):
        return urlsplit(self.driver.current_url).path

    @property
    def query(self):
        """The items of the address, the last value of each."""
        return {name: values[-1] for name, values in parse_qs(urlsplit(self.driver.current_url).query).items()}

    # What a reader does.

    def press(self, *keys):
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def type(self, text, into="#query"):
        box = self.find(into)
        box.clear()
        box.send_keys(text)
        return box

    def click(self, element):
        self.run_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    # What comes later.

    def wait(self, condition, what):
        def holds(_):
            try:
                return condition()
            except StaleElementReferenceException:
                return False
        try:
            return WebDriverWait(self.driver, SECONDS_TO_WAIT, poll_frequency=0.05).until(holds)
        except TimeoutException:
            self.fail(f"waited in vain until {what}; at {self.driver.current_url}")

    def wait_for_results(self):
        """Until the script is no longer busy with the results."""
        self.wait(lambda: self.all("#search-page:not([aria-busy])"), "results are there")


__all__ = ["By", "Keys", "PageTest", "Stage"]
