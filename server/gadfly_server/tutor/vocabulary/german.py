"""German words for answers and requests."""

from __future__ import annotations

import re
from typing import Any

from gadfly_server.tutor.vocabulary.vocabulary import Vocabulary, requests

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}


def _spelled(pattern: str) -> str:
    """A pattern that also finds what somebody types who has no umlauts."""
    return re.sub("[äöüß]", lambda found: f"(?:{found[0]}|{_UMLAUTS[found[0]]})", pattern)


def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(_spelled(pattern), flags)


def _keys(table: dict[str, Any]) -> dict[str, Any]:
    """A table that also has each word as it is typed without umlauts."""
    plain = str.maketrans(_UMLAUTS)
    return {word.translate(plain): meant for word, meant in table.items()} | table


_UP_TO_TWENTY = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig",
)  # fmt: skip
_RANKS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
_TIMES = (
    "keinmal", "einmal", "zweimal", "dreimal", "viermal", "fünfmal", "sechsmal", "siebenmal", "achtmal", "neunmal",
    "zehnmal",
)  # fmt: skip
_UNSURE = (
    r"(?:ich bin |da bin ich )?(?:mir )?(?:(?:da )?nicht (?:ganz |so |wirklich )?sicher|unsicher)"
    r"|(?:ich hab(?:e)? )?keine ahnung"
)
_GUESS = r"ich (?:denke|glaube|meine|vermute|schätze|rate|tippe)(?: mal)?(?:,? dass)?|glaube ich"
_MAYBE = r"vielleicht|wahrscheinlich|vermutlich|wohl|also|na ja|naja|ähm+|äh+|hm+"
_THE_FAULT = r"die (?:antwort|lösung|reparatur)|den (?:fehler|bug|code)|das (?:ergebnis|problem)"
_BAD = (
    r"(?:(?:so |echt |total |voll |ganz |nur |ein |eine )*"
    r"(?:blöd|dumm|doof|nervig|langweilig|nutzlos|schlecht|idiot)(?:e|er|es)?)"
)

WORDS = Vocabulary(
    numbers=_keys(
        {word: number for number, word in enumerate(_UP_TO_TWENTY)}
        | {word: number for number, word in enumerate(_TIMES)}
        | {"ein": 1, "eine": 1, "einen": 1, "einer": 1, "zwo": 2, "nie": 0, "niemals": 0}
    ),
    nothing={"kein": 0, "keine": 0, "keins": 0, "keiner": 0, "keinen": 0, "nein": 0, "nicht": 0, "nichts": 0},
    values=_keys(
        {
            "wahr": True,
            "ja": True,
            "falsch": False,
            "nein": False,
            "nichts": None,
            "gar nichts": None,
            "überhaupt nichts": None,
            "nix": None,
            "kein wert": None,
            "richtig": True,
            "stimmt": True,
            "unendlich": float("inf"),
            "leere liste": [],
            "eine leere liste": [],
            "die leere liste": [],
            "die liste ist leer": [],
            "leerer text": "",
            "ein leerer text": "",
            "leerer string": "",
            "ein leerer string": "",
        }
    ),
    empty="leer",
    opening=_compiled(
        rf"^(?:(?:{_GUESS}|{_MAYBE})[,: ]+)*"
        r"(?:(?:es|it|das(?! wort)|dies|er|sie|die antwort|der (?:wert|aufruf|test|text)|das (?:ergebnis|programm)"
        r"|`[^`]*`)\s+)?"
        r"(?:druckt|zeigt|sagt|steht|will|(?:soll(?:te)?|müsste|muss|würde|wird|kann)\b|als|gibt|liefert|ergibt"
        r"|läuft|ist|sind|war(?:en)?|wäre|hat|bleibt"
        r"|=+|->|=>)?\s*(?:(?:der (?:text|string|wert)|das wort|die (?:liste|zahl))\s+)?",
        re.IGNORECASE,
    ),
    closing=_compiled(
        r"(?<!\s)\s+(?:sein|zurück|zurückgeben|liefern|geben|heraus|raus|herauskommen|rauskommen|haben|aus|ausgeben|stehen"
        r"|glaube? ich|denke? ich)$",
        re.IGNORECASE,
    ),
    reason=_compiled(r"(?:(?:,|(?<=[^\s,]))\s+(?:weil|denn)|,\s+da) \w+.*", re.IGNORECASE | re.DOTALL),
    hedge=_compiled(rf"^(?:(?:{_UNSURE}|(?:{_GUESS})(?! schon\b)|{_MAYBE})\b[,.;: ]*(?:aber\b|dass\b)?[,.;: ]*)+"),
    agreed=_compiled(
        r"(?P<no>nein|nö|nee+|ne|falsch|keineswegs|auf keinen fall|n(?=\W*$))(?!\w)"
        r"|(?P<isnt>niemals|nie|nicht|eher nicht|(?:ich )?(?:glaube?|denke?) (?:ich )?nicht"
        r"|(?:das |es |sie |er )?(?:stimmt|ist|tut|wird|endet|läuft|sind) (?:es |er |sie |das )?nicht)(?!\w)"
        r"|(?P<yes>ja+|jo|jep|jup|jap|joa|sicher|(?:ich )?(?:glaube?|denke?) (?:ich )?(?:schon|ja)"
        r"|(?:eher )?schon(?=\W*$)|klar|genau"
        r"|richtig|stimmt|wahr|doch|natürlich|auf jeden fall"
        r"|(?:das |es |sie |er )(?:stimmt|tut|wird|endet|läuft|ist (?:es|so))"
        r"(?=\W*$|\s*[,.;:!?]|\s+(?:es|das|so|betreten|genommen)\b)"
        r"|j(?=\W*$))(?!\w)"
    ),
    stated=re.compile(r"(?:es|das|sie|er)\b(?: \S+){2}|(?:nicht|nie|niemals) (?!(?:wahr|richtig)\b)\w"),
    requests=requests(
        _spelled,
        puzzled=r"was meinst du( damit)?|wie meinst du das|hä+|hae+h?|wie bitte|was|wie"
        r"|(kannst du (mir )?|bitte )*erklär(e|en)?( mir)?( das| es| die frage)?( bitte| erklären)?"
        r"|was (bedeutet|heißt) (das|die frage)|was muss ich (hier |jetzt )?(sagen|schreiben|antworten|eingeben)"
        r"|(ich )?(versteh|check|raff|kapier)(e)? (ich )?die frage (hier |gar |echt )*nicht"
        r"|die frage (versteh|check|raff|kapier)(e)? ich (hier |gar |echt )*nicht",
        unknown=r"(ich |das |es )?wei(ß|ss) (ich |es |das )*(leider |noch |gar |wirklich |echt )*nicht( mehr)?"
        r"|(ich hab(e)? )?(gar )?kein(e|en)? (ahnung|plan|idee|schimmer)( bro| alter| digga)?|k\.?[ap]\.?|passe"
        r"|(ich |das |es )?wei(s|ss|ß) (ich |es |das )*nicht|(ich hab(e)?( es| das)? )?vergessen"
        r"|(ich bin )?(mir )?(da )?(nicht (ganz |so |wirklich )?sicher|unsicher)",
        stuck=r"(ich )?(häng|hänge|steck|stecke) (hier |gerade |total |noch |jetzt )*fest|ich hänge"
        r"|(ich )?komm(e)? (hier |gerade |jetzt |da )*nicht weiter|(bitte )?(hilfe|hilf mir)( bitte)?"
        r"|(kannst du )?mir (bitte )?helfen"
        r"|(ich )?(check|checke|raff|raffe|kapier|kapiere) (das |es |die frage |ich )*(nicht|nichts)"
        r"|(ich )?kann (das |es |ich )*nicht( mehr)?|was (soll|muss|kann) ich (jetzt |hier |nun )*(machen|tun)"
        r"|(und )?was (jetzt|nun)|wie (fang|fange|soll) ich (an|anfangen)|(das ist )?(mir )?zu schwer"
        r"|(gib mir |ich brauche |ich will )?(noch )?(einen |ein )?(tipp|hinweis|hilfe)|(etwas )?(leichter|einfacher)"
        r"|(ich )?versteh(e)? (das |es |die frage |ich |hier |gar |echt )*(nicht|nichts)"
        r"|(das |es )?(ist )?(mir )?zu schw(er|ierig)|ich bin verwirrt",
        skip=r"(bitte )?überspring(en|e)?( das| es| sie| die frage)?|(die |zur )?nächste(n)?( frage)?( bitte)?"
        r"|(eine |stell(e)? (mir )?eine )?andere( frage)?|etwas anderes|was anderes",
        why=r"(warum|wieso|weshalb|wozu( das)?)\?*|(warum|wieso|wozu|weshalb) fragst du( mich)?( das| danach)?\?*"
        r"|(warum|wieso) ist das wichtig\?*"
        r"|was (bringt|soll) das\?*|was hat das (damit|mit meinem programm) zu tun\?*",
        more=r"(gib mir |ich brauche |ich will )?(noch )(ein|einen) (tipp|hinweis)( bitte)?|(noch )?mehr( hilfe"
        r"| tipps)?( bitte)?|(sag|zeig|erzähl)(e)?( mir)? mehr|ich (will|brauche|möchte) mehr( hilfe)?"
        r"|(mach )?weiter|(die )?nächste (stufe|ebene)",
        solution=r"(bitte |jetzt |doch )*(sag|zeig|verrat)(e)?( es| das)?( mir)?( es| das)?"
        r"( doch| einfach| bitte| endlich)+"
        r"|(bitte |einfach )*(sag|zeig|gib|verrat|nenn)(e)?( mir)?( bitte| einfach)*"
        rf" ({_THE_FAULT})( bitte)?|(kannst|könntest) du mir ({_THE_FAULT}) (sagen|zeigen|geben|verraten)\?*"
        r"|(was|wo|wie) (ist|lautet|steckt|liegt) (denn )?(die (antwort|lösung)|der (fehler|bug)|das problem)\?*"
        r"|was ist (hier |da |an meinem (programm|code) )?(falsch|los)\?*"
        r"|wie (kann|soll|muss) ich (es|das|den fehler) (beheben|lösen|reparieren|ändern)\?*"
        r"|(löse|lös|behebe|behebt|reparier|repariere|mach|mache) (es|das|den fehler)( für mich| bitte)*"
        r"|(?!(ich|wir|weil)\b|(der|die|das) \w+ \w+ (ist|war)\b)"
        r".*\b(reparierte|korrigierte|fertige)[nrs]? (code|zeile|programm|lösung|version|funktion)\b.*"
        r"|.*\bignorier\w* (alle |deine |die )*(regeln|anweisungen)\b.*"
        r"|(kannst|könntest|willst) du (das|es) (bitte |einfach )*(machen|lösen|reparieren|schreiben)\?*",
        done=r"(ich hab(e)?[’']?s?( es| das| ihn| (die |den |das )?(zeile \d+|zeile|code|fehler|programm))? )?"
        r"(jetzt |nun )?"
        r"(fertig|gelöst|geschafft|geändert|behoben|repariert|korrigiert|erledigt)"
        r"|es (klappt|geht|funktioniert)( jetzt| nun)?|ich bin fertig",
        idea=r"(soll|sollte|muss|müsste|kann|könnte|darf) ich .{3,}|(ist|liegt) es (daran|weil) .{3,}"
        r"|was (ist|passiert),? wenn ich .{3,}|(vielleicht|evtl\.?) (sollte|muss|müsste|könnte) ich .{3,}",
        found=r"(ah+[,. ]+|oh+[,. ]+|ach so[,. ]+)*(ich hab(e)?[’']?s?( es| ihn| den fehler)?( jetzt"
        r"| nun)?( gefunden| gesehen)?"
        r"|ich (sehe|seh|weiß|kenne) (es|ihn|den fehler)( jetzt| nun)?|(fehler )?gefunden)",
        thanks=r"(ok(ay)?[,. ]+)?(vielen |besten )?dank(e)?( dir| schön| sehr)?|cool|super|toll|gut|wow|perfekt"
        r"|klasse|mega"
        r"|(das (ist|war) )?(eine )?(gute|tolle) (frage|idee)|(das (ist|war) )?ein (guter|toller) tipp"
        r"|du bist (so |echt |sehr |voll )*(toll|gut|klug|schlau|super|nett|cool|der beste)",
        again=r"(sag |frag |zeig )?(es |das |mir )*(noch ?mal|noch einmal)( bitte)?|wiederhol(e|en)?( das| es"
        r"| die frage)?( bitte)?"
        r"|(was|wie) (war|ist|lautet) (noch ?mal )?(die|deine) frage( noch ?mal)?|(die|welche) frage",
        bye=r"stop+|aufhören|ende|schluss|beenden|tschüss*|tschau|ciao|bis (bald|dann|morgen|später)"
        r"|(ich (will|möchte|muss)|kann ich|können wir|lass uns) (jetzt |hier )?(aufhören|gehen|weg|stoppen)",
        doubt=r"(ich (glaube|denke|finde),? )?(aber )?(der|dein|die|diese[r]?) tests? (ist|sind|muss|müssen) "
        r"(falsch|kaputt|schlecht)( sein)?|(aber )?mein (programm|code) (ist|läuft|geht)( doch)?( richtig| gut"
        r"| korrekt)?",
        check=r"(ist|war) (das|es|meine antwort) (richtig|falsch|korrekt)|(das )?stimmt( das| es)?\?+|richtig\?+"
        r"|(hab(e)?|lag) ich (das |es )?(richtig|falsch)|ist (zeile \d+|die schleife|die bedingung) falsch",
        before=r"(das |es )?(hab(e)?|hast|hatte|hattest) (ich |du )?(das |es |mich |dir )*(doch )?(schon|gerade"
        r"|eben)( mal)? "
        r"(gesagt|gefragt|geschrieben|beantwortet)|(ich hab(e)?|du hast) (das |es |dir |mich )*(doch )?(schon"
        r"|gerade|eben) "
        r"(gesagt|gefragt|geschrieben|beantwortet)|(wie|das gleiche wie) (vorhin|vorher|eben)",
        wait=r"h+m+|warte( mal| kurz)*|(einen |ein )?(moment|augenblick|sekunde)( bitte| mal)?|lass mich (kurz )?"
        r"(nachdenken|überlegen|schauen|nachsehen|probieren)( bitte)?",
        upset=rf"(?:du bist|das ist|ist das|es ist|so ein|was für ein) {_BAD}( \w+)?|{_BAD}"
        r"|du nervst|(das |es )?nervt( mich)?"
        r"|ich hasse (das|dich|es|python|programmieren)( .{1,30})?|mist|(schei(ß|ss)|verdammt|fuck)(?!.*\d).*"
        r"|halt die klappe|lass mich( in ruhe)?|ich gebe? auf|(arg+h*|grr+)"
        r"|(so ein |so'n )mist|(mir |ist mir |das ist mir )?(doch )?egal|(ich hab(e)? )?keine lust( mehr)?"
        r"|ich will nicht mehr",
        off=r"hallo|hi+|hey|moin|servus|ok(ay)?|k|lol|(ha){2,}h?|ach so|achso|aha|oh+|ah+|wer bist du\?*"
        r"|bist du (ein |eine )?(ki|roboter|bot|mensch)\?*",
        aside=r"was (ist|sind|macht|machen|tut|bedeutet|bedeuten|heißt|bewirkt) .{1,40}"
        r"|was ist (denn )?der unterschied zwischen .{1,60}|(der )?unterschied zwischen \S+ und \S+"
        r"|(die )?bedeutung von \S+|wie funktionier(t|en) .{1,40}|((kannst|könntest) du )?(bitte )?erkläre?n? .{1,40}"
        r"|(kannst|könntest) du (mir )?.{1,40} erklären\??",
    ),
    around=_compiled(
        r"^(?:(?:sorry|entschuldigung|tut mir leid|ähm+|hm+|also|na ja|naja|oh|ehrlich gesagt|ehrlich)[,. ]+)*"
        r"|(?:(?<![,. ])[,. ]+(?:sorry|leider|gerade|noch|hier|echt|ehrlich|ehrlich gesagt|überhaupt|bitte|alter"
        r"|digga|bro|haha))+$"
    ),
    beyond=_compiled(
        r"\b(?:nicht|kein|keine|mehr|weniger|mindestens|höchstens|zwischen|als|über|unter|fast|etwa|ungefähr|circa"
        r"|paar)\b"
        r"|\b(?:hundert\w*|tausend\w*|million\w*|dutzend\w*|halb\w*|außer|zu (?:viel|wenig)\w*)\b"
        r"|\bein(?:e|er|en)? (?:von|der|dieser|davon|andere\w*|zahl|liste|wert|text|fehler)\b"
    ),
    line=r"(?:die |der |den |das |in |auf |bei |ab |es ist |das ist )*(?:zeilen?|z\.?(?![^\W\d_])|linie|#)?"
    r"(?: ?(?:nummer|nr\.?))?:?",
    counted=_compiled(r"\b(?:de[rn] |die )?(\d{1,5})(?:\. ?|te[nrs]? )zeile\b"),
    ordinal=_compiled(r"\b(?:de[rn] |die |das )?(\d{1,5})te[nrs]?\b"),
    times=_compiled(r"ein(?:e|en|er)?|\w+mal|nie|niemals"),
    place=_compiled(r"\b(?:(?:in|auf|von|aus) )?zeilen? (\d{1,5})\b"),
    joined=r"oder|und|bis",
    never=_compiled(
        r"(?:nein,? )?(?:(?:sie|er|es|das|die (?:zeile|schleife)|der block) )?(?:(?:läuft|lief|wird"
        r"|passiert) )?(?:sie |er |es )?"
        r"(?:(?:gar|überhaupt) nicht|nicht(?: (?:ein(?: einziges)? mal|einmal))?)(?: (?:ausgeführt|erreicht|laufen))?"
    ),
    ranks=_keys({f"{word}{end}": number for number, word in enumerate(_RANKS, 1) for end in ("e", "en", "es", "er")}),
    negated=r"\b(?:nicht|nie|niemals|kaum|kein\w*)\b",
    denies=_spelled(r"falsch|unwahr|nein|nö|nee+|nur|übersp\w+"),
    affirms=r"wahr|ja+|doch|richtig|stimmt",
    naming=r"ich (?:glaube|denke|meine)|glaube ich|das ist|es ist|es|der|die|das|ein|eine"
    r"|(?:name|variable|antwort)(?: ist)?|hat keinen wert",
    between=r"und dann|dann|und",
    pairs=r"ist|sind|hat",
    choice=_spelled(r"antwort|option|möglichkeit|nummer|buchstabe"),
    option=_spelled(r"option|möglichkeit|buchstabe"),
    article="(?:ein|einen)",
)
