# Toen en nu: wat er veranderde tussen twee meetmomenten
change-nothing = Er is bij de mensen op de kaart niets veranderd.
change-came = { $names } { $count ->
    [one] kwam
   *[other] kwamen
  } erbij.
change-went = { $names } { $count ->
    [one] staat
   *[other] staan
  } niet meer op de kaart.
change-died = { $names } { $count ->
    [one] is
   *[other] zijn
  } overleden.
change-closer = { $names } { $count ->
    [one] kwam
   *[other] kwamen
  } dichterbij te staan.
change-further = { $names } { $count ->
    [one] kwam
   *[other] kwamen
  } verder weg te staan.
change-more-often = Er kwam vaker contact met { $names }.
change-less-often = Er kwam minder vaak contact met { $names }.
change-stronger = De band met { $names } werd sterker.
change-weaker = De band met { $names } werd zwakker.
change-tied = Er kwam een band tussen { $name } en { $other }.
change-untied = De band tussen { $name } en { $other } staat niet meer op de kaart.
figure-size = Het netwerk telde eerst { $count ->
    [one] { $then } mensen en organisaties, en daarna 1.
   *[other] { $then } en daarna { $count } mensen en organisaties.
  }
figure-size-same = Het netwerk telde beide keren { $count ->
    [one] 1 mens of organisatie
   *[other] { $count } mensen en organisaties
  }.
figure-intimates = De binnenste ring telde eerst { $then }, daarna { $count }.
figure-ties = Het aantal banden onderling op de kaart was eerst { $then }, daarna { $count }.
figure-density = Wie op de kaart staan, kennen elkaar { $way ->
    [more] vaker
   *[less] minder vaak
  } dan eerst.
figure-components = Het aantal groepjes dat elkaar niet kent, was eerst { $then } en daarna { $count }.
figure-isolates = Het aantal dat niemand anders op de kaart kent, was eerst { $then }, daarna { $count }.
figure-support = Van { $then } kwam eerst { support-in-words }, daarna van { $count }.
figure-reciprocity = Steun ging eerst bij { $then } twee kanten op, daarna bij { $count }.
figure-professionals = Hulp als beroep kwam eerst van { $then }, daarna van { $count }.
figure-weekly = Eerst was er met { $then } elke week contact of vaker, daarna met { $count }.
figure-variety = De mensen op de kaart verschillen { $way ->
    [more] meer
   *[less] minder
  } van elkaar dan eerst: { $attribute ->
    [age] in leeftijd
    [gender] in geslacht
    [civil_status] in burgerlijke staat
    [work] in werk
    [schooling] in opleiding
   *[other] in meer dan één ding
  }.
