# Bestanden van andere programma's
import-title = Lees een bestand in
import-explain = Heb je een stamboom, een lijst of contacten in een ander programma? Kies het bestand. Je ziet eerst wat erin staat; daarna beslis je.
import-kinds = Kring leest stambomen ({ $trees }), tabellen ({ $tables }), netwerken ({ $networks }) en contacten ({ $contacts }).
import-choose = Kies een bestand
import-busy = Kring leest het bestand …
import-preview-title = Dit staat in { $name }
import-total-people = { $count ->
       [one] 1 mens in het bestand
       *[other] { $count } mensen in het bestand
    }
import-total-organisations = { $count ->
       [one] 1 organisatie in het bestand
       *[other] { $count } organisaties in het bestand
    }
import-total-ties = { $count ->
       [one] 1 band in het bestand
       *[other] { $count } banden in het bestand
    }
import-total-family = { $count ->
       [one] 1 familielijn in het bestand
       *[other] { $count } familielijnen in het bestand
    }
import-outcome-added = { $count } erbij
import-outcome-already-there = { $count ->
       [one] 1 stond er al
       *[other] { $count } stonden er al
    }
import-outcome-of-client = { $count ->
       [one] 1 van de cliënt zelf
       *[other] { $count } van de cliënt zelf
    }
import-outcome-twice = { $count } dubbel
import-outcome-not-added = { $count } niet gelezen
import-same-name = { $count ->
       [one] 1 heeft dezelfde naam als iemand die er al staat
       *[other] { $count } hebben dezelfde naam als iemand die er al staat
    }
import-unread = { $count ->
       [one] 1 ding om even na te kijken
       *[other] { $count } dingen om even na te kijken
    }
import-unread-line = Regel { $line }
import-left-out = Kring heeft geen plek voor: { $kinds }
import-left-out-kind = { $what } ({ $count ->
    [one] regel { $lines }
   *[other] regels { $lines }
})
import-client = Wie is de cliënt in dit bestand?
import-client-none = De cliënt staat er niet in
import-nothing-new = Er staat niets nieuws in dit bestand.
import-take = Zet dit op de kaart
import-done = Toegevoegd uit { $name }
import-who = Mensen in het bestand
unread-line = Deze regel is niet zoals het hoort.
unread-value = Deze waarde kent Kring niet. De rest is wel gelezen.
unread-private = In het andere programma is dit privé. Het is wel gelezen. Kijk of het in dit dossier hoort.
unread-no-name = Hier ontbreekt een naam.
unread-unknown-end = Deze band gaat naar iemand die niet in het bestand staat.
unread-ambiguous-end = Meer mensen hebben deze naam. Kring weet niet wie dit is.
unread-to-itself = Deze band gaat van iemand naar zichzelf.
unread-letters = Deze letters zijn anders geschreven dan het bestand zegt, of dan de rest ervan. Kijk de namen met accenten na.
unread-quote = Een aanhalingsteken op deze regel gaat nooit dicht. Kring las de regel zonder.
unread-same-id = Dit nummer of deze code stond al eerder in het bestand. Kijk of het iemand anders is.
unread-of-client = Dit gaat over de cliënt. Inlezen verandert de gegevens van de cliënt zelf niet.
unread-breaks-off = Vanaf hier is het bestand kapot.
export-title = Opslaan als bestand
export-explain = Voor een ander programma. Het bestand is niet versleuteld: wie het heeft, kan het lezen. Kring onthoudt dat je het maakte.
export-graphml = Netwerk (GraphML)
export-csv = Tabellen (CSV)
export-json = Hele dossier (JSON)
export-svg = Tekening (SVG)
export-png = Afbeelding (PNG)
export-pdf = Bladzijden om te printen (PDF)
export-calendar = Agenda zonder namen
export-calendar-names = Agenda met namen
export-figures = Cijfers
export-done = Opgeslagen: { $path }
export-before = { $count ->
       [one] 1 keer eerder opgeslagen als bestand
       *[other] { $count } keer eerder opgeslagen als bestand
    }
error-unknown-format = Kring herkent { $name } niet. Kies een stamboom ({ $trees }), een tabel ({ $tables }), een netwerk ({ $networks }) of contacten ({ $contacts }). Zit het in een zip-bestand? Pak dat eerst uit.
error-file-too-large = Dit bestand is groter dan 64 MB. Verdeel het in kleinere bestanden en lees ze een voor een in.
error-file-no-names = Deze tabel heeft geen kolom met namen. Noem de kolom met namen "naam", en lees het bestand nog eens in.
error-file-nothing-found = Kring vond niemand in dit bestand. Kijk of je het goede bestand koos.
error-picture-unreadable = De tekening is niet te lezen, dus er is niets opgeslagen. Open de kaart opnieuw en probeer het nog eens.
error-picture-foreign = In de tekening zit iets dat er niet in hoort, dus er is niets opgeslagen. Open de kaart opnieuw en probeer het nog eens.
error-picture-too-large = De tekening is te groot om op te slaan. Laat minder mensen zien op de kaart en probeer het nog eens.
error-picture-not-made = Het opslaan van de tekening lukte niet. Met je dossier is niets gebeurd. Probeer het nog eens, of kies een andere soort bestand.
