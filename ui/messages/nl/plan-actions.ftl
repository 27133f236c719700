# Uitvoeren: hoe de acties gaan
doing-empty-title = Nog niets om uit te voeren
doing-empty = Maak eerst samen een plan: een doel, en een kleine actie.
doing-to-plan = Naar het plan
doing-title = Nu
doing-says = { $count ->
    [one] Er is 1 actie te doen.
   *[other] Er zijn { $count } acties te doen.
  }
doing-late-count = { $count ->
    [one] Daarvan is er 1 te laat.
   *[other] Daarvan zijn er { $count } te laat.
  }
doing-all-done = Alle acties zijn gedaan of gaan niet door.
doing-over = Klaar
doing-late = Te laat. Dit zou klaar zijn op { $day }.
doing-begun = Bezig sinds { $day }.
doing-begun-some-day = Bezig.
doing-ended = Gedaan op { $day }.
doing-ended-some-day = Gedaan.
doing-begin = We beginnen
doing-end = Het is gedaan
doing-drop = Gaat niet door
doing-again = Toch weer verder
doing-tell = Vertel hoe het ging
doing-outcome = Wat kwam ervan?
doing-why-not = Waarom gaat het niet door?
doing-worked-yes = Het heeft gewerkt.
doing-worked-partly = Het heeft een beetje gewerkt.
doing-worked-no = Het heeft niet gewerkt.
doing-changed = Wat er op de kaart veranderde
doing-nothing-changed = Rond { $name } is op de kaart niets veranderd.
doing-nobody-came = Op de kaart kwam niemand erbij.
progress-quality = Het contact met { $name } voelde eerst { $then ->
    [supportive] steunend
    [close] hecht
    [fused] zo hecht dat het knelt
    [neutral] neutraal
    [distant] op afstand
    [strained] gespannen
    [cut_off] verbroken
   *[other] anders
  }, en nu { $now ->
    [supportive] steunend
    [close] hecht
    [fused] zo hecht dat het knelt
    [neutral] neutraal
    [distant] op afstand
    [strained] gespannen
    [cut_off] verbroken
   *[other] anders
  }.
progress-gives = Bij { $name } staat nu: { support-in-words }.
progress-gives-no-more = Bij { $name } staat niet meer: { support-in-words }.
