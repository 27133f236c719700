# De kwaliteit van het netwerk: wat er te zien is, en een vraag om het gesprek te openen
history-forget = Uit het dossier van { $name } gaat de oude geschiedenis voorgoed weg: wat je hebt weggehaald of veranderd, en wie wat wanneer schreef. { $count ->
    [0] Alleen wat er nu in staat blijft.
    [one] Wat er nu in staat blijft, en hoe het dossier was op het meetmoment.
   *[other] Wat er nu in staat blijft, en hoe het dossier was op de { $count } meetmomenten.
    } Een reservekopie van vroeger heeft de oude geschiedenis nog.
history-forget-ask = Typ ja om de oude geschiedenis te wissen:
history-forgotten = De oude geschiedenis is gewist.
error-history-shared = Van dit dossier staat vast met wie het gedeeld mag worden. De oude geschiedenis kan dan ook bij anderen staan, of op je andere computer. Daarom kan Kring die alleen wissen uit een dossier dat je nooit hebt gedeeld.
error-history-unsettled = In dit dossier is iets door twee mensen tegelijk veranderd. Kies eerst wat er moet staan. Daarna kun je de oude geschiedenis wissen.
error-history-waiting = Voor dit dossier is nog iets onderweg. Wacht tot alles binnen is. Daarna kun je de oude geschiedenis wissen.
error-history-kept = Er is niets gewist. Wil je de oude geschiedenis wel wissen? Typ dan ja, of geef --yes mee.
error-no-such-moment = Er is geen meetmoment “{ $name }” in dit dossier. Kijk in de lijst met meetmomenten hoe het heet.
finding-carer = { $name } draagt veel: { $kinds } van de { $all } soorten steun. { $count ->
    [0] Anderen geven die ook.
    [one] Eén soort geeft niemand anders.
   *[other] { $count } soorten geeft niemand anders.
  }
finding-carer-ask = Hoe gaat het met { $name } zelf? Wie kan het soms even overnemen?
finding-carer-untold = { $name } is spilmantelzorger. Wat { $name } doet, staat nog niet op de kaart.
finding-carer-untold-ask = Wat doet { $name } op een gewone dag? En hoe gaat het met { $name } zelf?
finding-fading = Sinds het laatste meetmoment is de band losser geworden met: { $names }.
finding-fading-ask = Is dat zo goed, of is er contact dat terug mag komen?
finding-size = Er { $count ->
    [one] staat 1 mens
   *[other] staan { $count } mensen
  } op de kaart. Organisaties: { $organisations }.
finding-size-ask = Wie ontbreekt er nog?
finding-no-support-noted = Er staat nog bij niemand welke steun die geeft.
finding-no-support-noted-ask = Bij wie klop je aan als er iets is?
finding-one-giver = Alleen { $name } geeft { support-in-words }.
finding-one-giver-ask = Wat als { $name } een tijdje niet kan?
finding-no-giver = Er staat bij niemand: { support-in-words }.
finding-no-giver-ask = Is daar behoefte aan? Bij wie zou dat kunnen?
finding-reciprocity = Bij { $count ->
    [0] geen
   *[other] { $count }
  } van de { $whole } gaat steun twee kanten op.
finding-reciprocity-ask = Wat doe je graag voor een ander?
finding-no-ties-noted = Er staat nog niet op de kaart wie elkaar kennen.
finding-no-ties-noted-ask = Wie kennen elkaar?
finding-all-tied = Iedereen op de kaart kent elkaar.
finding-all-tied-ask = Is dat prettig? Zou er iemand van buiten bij mogen komen?
finding-groups = { $count ->
    [one] Er is maar 1 groepje.
   *[other] Er zijn { $count } groepjes die elkaar niet kennen.
  }
finding-groups-ask = Zou het helpen als zij elkaar leren kennen?
finding-alone = { $names } { $count ->
    [one] kent
   *[other] kennen
  } niemand anders op de kaart.
finding-alone-ask = Aan wie van de anderen zou je hen willen voorstellen?
finding-between = Alleen via { $name } { $count ->
    [one] hoort
   *[other] horen
  } bij de rest: { $names }.
finding-between-ask = Weten zij elkaar te vinden als { $name } er niet is?
finding-no-intimates = In de binnenste ring staat niemand.
finding-no-intimates-ask = Bij wie voel je je het meest thuis?
finding-alike = Alle { $count } mensen van wie je { $attribute ->
    [age] de leeftijd
    [gender] het geslacht
    [civil_status] de burgerlijke staat
    [work] het werk
    [schooling] de opleiding
   *[other] dit
  } weet, zijn daarin hetzelfde.
finding-alike-ask = Zijn er ook anderen met wie je graag zou omgaan?
finding-professionals = { $count } van de { $whole } op de kaart { $count ->
    [one] helpt
   *[other] helpen
  } als beroep.
finding-professionals-ask = Wie blijft er als de hulp stopt?
finding-near = { $count } van de { $whole } { $count ->
    [one] woont
   *[other] wonen
  } dichtbij: binnen een half uur reizen.
finding-near-ask = Bij wie kun je even binnenlopen?
finding-weekly = Met { $count ->
    [0] geen
   *[other] { $count }
  } van de { $whole } is er elke week contact, of vaker.
finding-weekly-ask = Met wie mag het vaker? Met wie is het zo goed?
