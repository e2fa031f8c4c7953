"""The pages and their states, by names that tell them apart."""

PAGES = {
    "home": "/",
    "search": "/search?q=budget+r%C3%A9sidents",
    "search-people": "/search?q=budget+r%C3%A9sidents&rank=speakers",
    "search-expertises": "/search?q=budget+r%C3%A9sidents&rank=expertises",
    "search-passages": "/search?q=budget+r%C3%A9sidents&rank=passages",
    "search-filtered": "/search?q=la+ville&language=fr&kind=talk&kind=comment&from=2010&to=2021",
    "search-one-year": "/search?sort=newest&from=2022&to=2022",
    "search-everything": "/search?sort=newest",
    "search-nothing-asked": "/search",
    "search-did-you-mean": "/search?q=presse+localle",
    "search-corrected": "/search?q=landlors",
    "search-nothing-found": "/search?q=zzzqqq",
    "search-filtered-out": "/search?q=hopital&category=Housing&kind=comment",
    "search-noted": "/search?q=date%3Ayesterday+AND+%28budget",
    "debate": "/debates/community-manager-2009",
    "debate-in-english": "/debates/green-belt-2013",
    "debate-without-title": "/debates/sans-titre-2014",
    "debate-searched": "/debates/participatory-budget-2018?q=residents",
    "speaker": "/speakers/nesta-bramwell",
    "expertise": "/expertises/Planning",
    "error": "/debates/there-is-no-such-debate",
}

# Pages of debates that only the tests have.
OWN_PAGES = {
    "debate-of-long-names": "/debates/phare-long",
    "debate-of-hostile-names": "/debates/phare-hostile",
    "search-of-long-names": "/search?q=phares",
    "speaker-of-many-passages": "/search?q=perrin+vauquelin&rank=speakers",
}


def in_language(path, language):
    return f"{path}{'&' if '?' in path else '?'}ui={language}"
