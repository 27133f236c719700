# Door twee mensen
new-mark = nieuw
field-agreed = Afspraak
field-answers = Antwoorden
field-born = Geboren
field-died = Overleden op
field-dimension = Onderdeel
field-divorced = Gescheiden sinds
field-doer = Wie doet dit?
field-due = Wanneer klaar?
field-example = Voorbeeld
field-first_step = Eerste kleine stap
field-goal = Hoort bij doel
field-goal-life = Onderdeel van het leven
field-heads = Stand van het dossier
field-instrument = Vragenlijst
field-intervention = Wat doet het met het netwerk?
field-member = Met wie?
field-minutes = Minuten
field-moment = Meetmoment
field-next = Volgend contact
field-offer = Wat een ander eraan heeft
field-origin = Waar het vandaan komt
field-outcome = Wat kwam ervan?
field-person = Persoon
field-present = Wie waren erbij?
field-provision = Waar het vandaan kan komen
field-reason = Reden
field-separated = Uit elkaar sinds
field-since = Sinds
field-status = Hoe staat het?
field-time = Nu of later
field-wish = Komt uit wens
record-profile = Cliënt
record-person = Persoon
record-organisation = Organisatie
record-tie = Band
record-partnership = Relatie
record-parentage = Ouder en kind
record-wish = Wens
record-life = Onderdeel van het leven
record-need = Wat nodig is
record-talent = Talent
record-role = Rol
record-resistance = Reden om niet te vragen
record-goal = Doel
record-action = Actie
record-note = Notitie
record-moment = Meetmoment
record-measurement = Vragenlijst
who-me = Jij
who-me-within = jij
who-somebody = Iemand anders
who-somebody-within = iemand anders
at-once-label = Wat anderen deden
at-once-count = { $count ->
       [one] 1 ding is door twee mensen tegelijk veranderd.
       *[other] { $count } dingen zijn door twee mensen tegelijk veranderd.
    }
at-once-open = Kies
at-once-explain = Er is niets weg. Kies wat er in het dossier moet staan.
at-once-field = { $name }: { $field }
at-once-removal = { $remover } haalde { $name } weg, terwijl { $changer } daar iets aan veranderde. Terugzetten of weglaten?
at-once-said = { $who }, { $day } om { $time }
at-once-shows = Dit staat er nu
at-once-nothing = Leeg
at-once-yes = Ja
at-once-no = Nee
at-once-spot = De plek op de kaart
at-once-restore = Terugzetten
at-once-leave-out = Weglaten
at-once-chosen = Gekozen: { $value }.
news-count = { $count ->
       [one] 1 ding is nieuw.
       *[other] { $count } dingen zijn nieuw.
    }
news-open = Bekijk
news-all-seen = Alles gezien
news-said-seen = Alles is gezien.
news-go = Bekijk { $name }
news-gone = { $name } is weggehaald
news-restore = { $name } terugzetten
news-seen = Gezien: { $name }
caseload-news = { $count ->
       [one] 1 ding nieuw
       *[other] { $count } dingen nieuw
    }
differences-none = Er is niets door twee mensen tegelijk veranderd.
error-no-such-difference = Er is geen conflict { $number }. Kijk met kring at-once list welke er zijn.
error-no-such-answer = Er is geen keuze { $number }. Kijk met kring at-once list welke er zijn.
