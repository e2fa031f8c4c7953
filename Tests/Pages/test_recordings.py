"""Times of a debate jump in its recording."""

from pages import PageTest, Stage


class Recordings(PageTest):
    def setUp(self):
        super().setUp()
        self.need_own_debates()

    def jump(self):
        """Clicks on a time of the talk, and gives its second back."""
        link = self.all(".turn a[data-second]")[2]
        second = int(link.get_attribute("data-second"))
        self.assertGreater(second, 0)
        self.click(link)
        return second

    def assert_jumps(self, debate, player):
        self.hosts_allowed.add(Stage.other_site.host)
        self.open(f"/debates/{debate}")
        self.assertNotIn(Stage.other_site.host, self.browser.hosts(), "it is fetched before anybody wants it")
        second = self.jump()
        self.wait(lambda: self.run_script(f"return document.querySelector('{player}').currentTime") >= second,
                  "the player is at the second")
        self.assertEqual(self.path, f"/debates/{debate}")

    def test_a_file_plays_in_the_page(self):
        self.assert_jumps("phare-fichier", "video")

    def test_a_sound_file_plays_in_the_page(self):
        self.assert_jumps("phare-voix", "audio")

    def test_a_platform_is_asked_only_after_a_click(self):
        self.browser.tell("Network.setBlockedURLs", urls=["*youtube*"])
        self.open("/debates/phare-plateforme")
        self.assertEqual(self.all("iframe"), [])
        self.assertEqual(self.browser.hosts() - self.hosts_allowed, set())
        second = self.jump()
        frame = self.find("#player iframe")
        self.assertIn(f"start={second}", frame.get_attribute("src"))
        self.assertTrue(frame.get_attribute("title"))
        self.hosts_allowed.add("www.youtube-nocookie.com")
        self.complaints_expected.append("ERR_BLOCKED_BY_CLIENT")
