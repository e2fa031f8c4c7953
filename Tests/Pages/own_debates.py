"""Debates of the tests' own: with a recording in a file, with one on a platform, a long one, a hostile one."""

import json


def turns(count):
    """So long, and by two voices in turn, that each is a passage."""
    said = "Le phare numéro {} s'allume à la tombée de la nuit, et la corne de brume répond. " * 12
    voices = ["Perrin Vauquelin", "Odalys Marchetti"]
    return [{"start": 5 * number, "end": 5 * number + 5, "speaker": voices[number % 2],
             "text": said.replace("{}", str(number))} for number in range(count)]


def records(other_site):
    lighthouse = {"date": "2024-03-02", "language": "fr", "category": "Mer"}
    return [
        {"id": "phare-fichier", "title": "Les phares en fichier", **lighthouse, "transcript": turns(6),
         "media": {"url": f"http://{other_site.host}/phares.webm"}},
        {"id": "phare-voix", "title": "Les phares à la radio", **lighthouse, "transcript": turns(6),
         "media": {"url": f"http://{other_site.host}/phares.mp3"}},
        {"id": "phare-plateforme", "title": "Les phares sur une plateforme", **lighthouse, "transcript": turns(6),
         "media": {"url": "https://www.youtube.com/watch?v=aaaaaaaaaaa"}},
        {"id": "phare-long", "title": "Les phares, sans en passer un seul : " + "de l'estuaire au large, " * 8,
         **lighthouse, "transcript": turns(240), "location": "Intercommunalité" + "-sur-mer" * 20},
        {"id": "phare-hostile", "title": "<script>alert('phare')</script> & <b>Les phares</b>", **lighthouse,
         "transcript": [{"start": 0, "end": 5, "speaker": "<i>Odalys</i>",
                         "text": "Un phare <img src=x onerror=alert(1)> n'a pas de balises, ou \"si\" ?"}]},
    ]


def write(file, other_site):
    file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(other_site)))
    return file
