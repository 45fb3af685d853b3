"""German words for answers and requests."""

from __future__ import annotations

import re

from gadfly_server.tutor.vocabulary.vocabulary import Vocabulary, requests

_UP_TO_TWENTY = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig",
)  # fmt: skip
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
    numbers={word: number for number, word in enumerate(_UP_TO_TWENTY)}
    | {word: number for number, word in enumerate(_TIMES)}
    | {"ein": 1, "eine": 1, "einen": 1, "einer": 1, "nie": 0, "niemals": 0, "fuenf": 5, "zwoelf": 12},
    nothing={"kein": 0, "keine": 0, "keins": 0, "keiner": 0, "keinen": 0, "nein": 0, "nicht": 0, "nichts": 0},
    values={
        "wahr": True,
        "ja": True,
        "falsch": False,
        "nein": False,
        "nichts": None,
        "gar nichts": None,
        "unendlich": float("inf"),
        "leere liste": [],
        "eine leere liste": [],
        "die leere liste": [],
        "leerer text": "",
        "ein leerer text": "",
        "leerer string": "",
        "ein leerer string": "",
    },
    empty="leer",
    opening=re.compile(
        rf"^(?:(?:{_GUESS}|{_MAYBE})[,: ]+)*"
        r"(?:(?:es|das|dies|er|sie|die antwort|der (?:wert|aufruf)|das (?:ergebnis|programm)|`[^`]*`)\s+)?"
        r"(?:(?:soll(?:te)?|müsste|muss|würde|wird|kann)\b|als|gibt|liefert|ergibt|läuft|ist|sind|war(?:en)?|wäre|hat|bleibt"
        r"|=+|->|=>)?\s*",
        re.IGNORECASE,
    ),
    closing=re.compile(
        r"\s+(?:sein|zurück|zurückgeben|liefern|geben|heraus|raus|herauskommen|rauskommen|haben|glaube ich|denke ich)$",
        re.IGNORECASE,
    ),
    hedge=re.compile(rf"^(?:(?:{_UNSURE}|{_GUESS}|{_MAYBE})\b[,.;: ]*(?:aber\b|dass\b)?[,.;: ]*)+"),
    agreed=re.compile(
        r"(?P<no>nein|nö|nee+|ne|niemals|nie|nicht|falsch|keineswegs|eher nicht|auf keinen fall|glaube (?:ich )?nicht"
        r"|(?:das |es |sie |er )?(?:stimmt|ist|tut|wird|endet|läuft|sind) (?:es |er |sie |das )?nicht|n(?=\W*$))(?!\w)"
        r"|(?P<yes>ja+|jo|jep|jap|joa|klar|genau|richtig|stimmt|wahr|doch|natürlich|auf jeden fall"
        r"|(?:das |es |sie |er )(?:stimmt|tut|wird|endet|läuft|ist (?:es|so))|j(?=\W*$))(?!\w)"
    ),
    agreement=("ja", "nein"),
    requests=requests(
        unknown=r"(ich |das |es )?wei(ß|ss) (ich |es |das )*(leider |noch |gar |wirklich |echt )*nicht( mehr)?"
        r"|(ich hab(e)? )?(gar )?kein(e|en)? (ahnung|plan|idee)|k\.?[ap]\.?|passe"
        r"|(ich bin )?(mir )?(da )?(nicht (ganz |so |wirklich )?sicher|unsicher)",
        stuck=r"(ich )?(häng|hänge|steck|stecke) (hier |gerade |total |noch |jetzt )*fest|ich hänge"
        r"|(ich )?komm(e)? (hier |gerade |jetzt |da )*nicht weiter|hilfe|hilf mir|(kannst du )?mir helfen"
        r"|(gib mir |ich brauche |ich will )?(noch )?(einen |ein )?(tipp|hinweis|hilfe)|(etwas )?(leichter|einfacher)"
        r"|(ich )?versteh(e)? (das |es |die frage |ich |hier |gar |echt )*(nicht|nichts)"
        r"|(das |es )?(ist )?(mir )?zu schw(er|ierig)|ich bin verwirrt",
        skip=r"(bitte )?überspring(en|e)?( das| es| sie| die frage)?|(die |zur )?nächste(n)?( frage)?( bitte)?"
        r"|(eine |stell(e)? (mir )?eine )?andere( frage)?|etwas anderes|was anderes",
        why=r"(warum|wieso|weshalb|wozu( das)?)\?*|(warum|wieso|wozu|weshalb) fragst du( mich)?( das| danach)?\?*"
        r"|(warum|wieso) ist das wichtig\?*|was meinst du( damit)?\?*|wie meinst du das\?*|hä+\?*|wie bitte\?*"
        r"|was (bringt|soll) das\?*|was hat das (damit|mit meinem programm) zu tun\?*",
        more=r"(noch )?mehr( hilfe)?( bitte)?|(sag|zeig|erzähl)(e)?( mir)? mehr|ich (will|brauche|möchte) mehr( hilfe)?"
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
        thanks=r"(ok(ay)?[,. ]+)?(vielen |besten )?dank(e)?( dir| schön| sehr)?|cool|super|toll",
        upset=rf"(?:du bist|das ist|ist das|es ist|so ein|was für ein) {_BAD}( \w+)?|{_BAD}"
        r"|du nervst|(das |es )?nervt( mich)?"
        r"|ich hasse (das|dich|es|python|programmieren)( .{1,30})?|mist|(schei(ß|ss)|verdammt|fuck)(?!.*\d).*"
        r"|halt die klappe|lass mich( in ruhe)?|ich gebe? auf|(arg+h*|grr+)",
        off=r"hallo|hi+|hey|moin|servus|ok(ay)?|lol|wer bist du\?*"
        r"|bist du (ein |eine )?(ki|roboter|bot|mensch)\?*",
        aside=r"was (ist|sind|macht|tut|bedeutet|heißt) .{1,40}|wie funktioniert .{1,40}|erkläre? .{1,40}",
    ),
    around=re.compile(
        r"^(?:(?:sorry|entschuldigung|tut mir leid|ähm+|hm+|also|na ja|naja|oh|ehrlich gesagt|ehrlich)[,. ]+)*"
        r"|(?:[,. ]+(?:sorry|leider|gerade|noch|hier|echt|ehrlich|ehrlich gesagt|überhaupt|bitte))+$"
    ),
    beyond=re.compile(
        r"\b(?:nicht|kein|keine|mehr|weniger|mindestens|höchstens|zwischen|als|über|unter|fast|etwa|ungefähr|circa|paar)\b"
        r"|\b(?:hundert\w*|tausend\w*|million\w*|dutzend\w*|halb\w*|außer|zu (?:viel|wenig)\w*)\b"
        r"|\bein(?:e|er|en)? (?:von|der|dieser|davon|andere\w*|zahl|liste|wert|text|fehler)\b"
    ),
    line=r"(?:die |in |auf |bei |ab |es ist |das ist )*(?:zeile|z\.?|#)?",
    counted=re.compile(r"\b(?:de[rn] |die )?(\d{1,5})\. ?zeile\b"),
    place=re.compile(r"\b(?:(?:in|auf|von|aus) )?zeilen? (\d{1,5})\b"),
    joined=r"oder|und|bis",
    article="(?:ein|einen)",
)
