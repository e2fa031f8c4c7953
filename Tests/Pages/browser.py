"""Chromium as the tests and the screenshots use it."""

import json
import os
import shutil
from urllib.parse import urlsplit

HOW_TO_INSTALL = "apt-get install chromium chromium-driver python3-selenium"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service as Driver
except ImportError:
    webdriver = None


def what_is_missing():
    """What the pages cannot be opened without, in words; nothing when all of it is there."""
    parts = {"chromium": CHROMIUM, "chromedriver": DRIVER, "Selenium for Python": webdriver}
    return ", ".join(name for name, part in parts.items() if not part)


class Browser:
    """A window of Chromium that remembers what it asked for and what it complained about."""

    PHONE = (390, 844)
    DESKTOP = (1280, 900)

    def __init__(self, *, runs_scripts=True):
        options = Options()
        options.binary_location = CHROMIUM
        for argument in [
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
            "--force-prefers-reduced-motion", "--hide-scrollbars", "--mute-audio",
            "--autoplay-policy=no-user-gesture-required",
        ]:
            options.add_argument(argument)
        if os.geteuid() == 0:
            # Chromium's sandbox refuses to start for root.
            options.add_argument("--no-sandbox")
        if not runs_scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        os.environ["NO_PROXY"] = "127.0.0.1,localhost"
        self.driver = webdriver.Chrome(service=Driver(DRIVER), options=options)
        self.driver.set_page_load_timeout(30)
        self.reset()

    def reset(self):
        """As a stranger comes: no cookie, a desktop, light, English."""
        self.tell("Network.enable")
        self.tell("Network.clearBrowserCookies")
        self.tell("Network.setBlockedURLs", urls=[])
        self.prefer_language("en")
        self.resize(*self.DESKTOP)
        self.emulate()

    def close(self):
        self.driver.quit()

    def tell(self, command, **parameters):
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(command, parameters)

    def prefer_language(self, languages):
        """What the browser says in Accept-Language."""
        agent = self.driver.execute_script("return navigator.userAgent")
        self.tell("Network.setUserAgentOverride", userAgent=agent, acceptLanguage=languages)

    def resize(self, width, height):
        is_phone = width < 600
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=is_phone)

    def emulate(self, *, scheme="light", media=""):
        self.tell("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def complaints(self):
        """What went to the console since the last time: errors, broken rules of the Content Security Policy."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def hosts(self):
        """The hosts, with their ports, that were asked for anything since the last time."""
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        asked = (message["params"]["request"]["url"] for message in messages
                 if message["method"] == "Network.requestWillBeSent")
        return {urlsplit(address).netloc for address in asked if address.startswith(("http:", "https:", "ws"))}
