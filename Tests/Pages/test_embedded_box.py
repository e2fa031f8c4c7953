"""The box of connected subjects on a page of another site, under that site's own policy."""

from pages import PageTest, Stage

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Another site</title></head>
<body><h1>Another site</h1><div id="before">before</div>
<script async src="{address}/embed/{debate}.js"></script><div id="after">after</div></body></html>"""

IN_THE_BOX = """
  const host = [...document.body.children].find((element) => element.shadowRoot);
  if (!host) return null;
  const root = host.shadowRoot;
  const section = root.querySelector("section");
  const style = getComputedStyle(section);
  return {heading: section.getAttribute("aria-label"), text: section.textContent, language: host.lang,
    before: host.previousElementSibling.id, border: style.borderTopWidth, corners: style.borderTopLeftRadius,
    links: [...root.querySelectorAll("a")].map((link) => link.href)};"""


class EmbeddedBox(PageTest):
    def open_other_site(self, debate, language="en", policy="default-src 'none'; script-src {address}"):
        address = Stage.service.address
        page = PAGE.format(language=language, address=address, debate=debate)
        self.hosts_allowed.add(Stage.other_site.host)
        self.driver.get(Stage.other_site.put(f"/page/{debate}", page, policy.format(address=address)))
        return self.wait(lambda: self.run_script(IN_THE_BOX), "the box is drawn")

    def test_it_is_drawn_where_its_script_stands_with_links_to_debates(self):
        box = self.open_other_site("community-manager-2009")
        self.assertEqual(box["before"], "before")
        self.assertEqual(box["heading"], "Connected subjects")
        self.assertIn("La presse locale a-t-elle encore un avenir ?", box["text"])
        self.assertIn("https://tele.agora-vive.example/debats/presse-locale", box["links"], "the site's own page")
        self.assertEqual(box["links"][-1], f"{Stage.service.address}/debates/community-manager-2009")

    def test_it_has_its_style_where_no_style_is_allowed(self):
        box = self.open_other_site("community-manager-2009")
        self.assertEqual(box["border"], "1px")
        self.assertEqual(box["corners"], "8px")

    def test_it_speaks_the_language_of_the_page(self):
        box = self.open_other_site("community-manager-2009", language="fr-FR")
        self.assertEqual(box["language"], "fr")
        self.assertEqual(box["heading"], "Sujets connexes")

    def test_it_leads_back_to_the_debate(self):
        box = self.open_other_site("community-manager-2009")
        self.driver.get(box["links"][-1])
        self.assertIn("Community manager", self.text("h1"))

    def test_the_code_on_the_page_of_a_debate_is_what_another_site_needs(self):
        self.open("/debates/community-manager-2009")
        code = self.find(".embed code").get_attribute("textContent")
        self.assertEqual(
            code, f'<script async src="{Stage.service.address}/embed/community-manager-2009.js"></script>')
