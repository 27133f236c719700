# Het scherm Toen en nu
then-from = Toen
then-to = En daarna
then-ways = Hoe wil je het zien?
then-beside = Naast elkaar
then-over = Over elkaar
then-words = In woorden
then-time = Door de tijd
then-changes = Wat er veranderde
then-figures = In aantallen
then-from-to = Van { $from } naar { $to }
moments = Meetmomenten
moments-close = Klaar
moment-title = Meetmoment vastleggen
moment-explain = Een meetmoment onthoudt hoe het netwerk er nu uitziet. Later zie je samen wat er veranderd is.
moment-name = Naam van het meetmoment
moment-name-hint = Bijvoorbeeld: Start
moment-name-refused = Geef het meetmoment een naam, bijvoorbeeld Start.
moment-day = Dag
moment-add = Vastleggen
moment-suggest-start = Start
moment-suggest-three-months = Na drie maanden
moment-suggest-half-year = Na een half jaar
moment-suggest-end = Afsluiting
moment-said-added = Meetmoment { $name } is vastgelegd.
moment-said-changed = Meetmoment { $name } is gewijzigd.
moment-said-removed = Meetmoment { $name } is weggehaald. Met Ongedaan maken komt het terug.
still-label = { $title }: { $count ->
    [one] 1 mens of organisatie
   *[other] { $count } mensen en organisaties
  }.
still-came = Erbij gekomen
still-went = Niet meer op de kaart
still-died = Overleden
still-closer = Dichterbij gekomen
still-further = Verder weg komen te staan
still-came-word = nieuw
still-went-word = weg
still-died-word = overleden
still-closer-word = dichterbij
still-further-word = verder weg
still-waiting = Nog zonder plek in de cirkel: { $names }
time-label = Dag in het dossier
time-one-day = Dit dossier is nog maar op één dag veranderd. Later kun je hier zien hoe het netwerk groeide.
time-play = Afspelen
time-pause = Pauze
time-before = Vorige dag
time-after = Volgende dag
time-says = { $day }: { $count ->
    [one] 1 mens of organisatie
   *[other] { $count } mensen en organisaties
  }
