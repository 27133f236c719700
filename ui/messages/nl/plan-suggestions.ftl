# Suggesties: wat er gedaan kan worden, met de reden
suggestions-title = Misschien een idee
suggestions-explain = Uit wat er op de kaart staat. Praat erover en kies samen.
suggestions-take = Neem over als actie
suggestions-take-named = Neem over als actie: { $title }
suggestions-which-goal = Bij welk doel hoort dit?
suggestions-taken = “{ $title }” staat nu als actie in het plan. Met Ongedaan maken haal je het weer weg.
suggestions-where = Te vinden bij: { $place }.
suggestion-carries-daily = { $name } draagt veel, en dat elke dag. { $count ->
    [0] Anderen geven die steun ook.
    [one] Eén soort steun geeft niemand anders.
   *[other] { $count } soorten steun geeft niemand anders.
  }
suggestion-carries-daily-ask = Wie neemt het soms een dag over van { $name }?
suggestion-carries = { $name } draagt veel. { $count ->
    [0] Anderen geven die steun ook.
    [one] Eén soort steun geeft niemand anders.
   *[other] { $count } soorten steun geeft niemand anders.
  }
suggestion-carries-ask = Wat zou { $name } zelf helpen?
suggestion-disturbed = { $name } staat dichtbij, maar het contact is { $quality ->
    [cut_off] verbroken
   *[other] gespannen
  }.
suggestion-disturbed-ask = Zou het goed zijn om het uit te praten?
suggestion-faded = Met { $name } was er eerst meer contact. Nu is er { $frequency ->
    [never] geen contact
   *[other] één keer per jaar contact, of minder
  }.
suggestion-faded-ask = Weer eens iets van je laten horen?
suggestion-seldom = { $name } staat dichtbij, maar er is { $frequency ->
    [never] nu geen contact
   *[other] maar één keer per jaar contact, of minder
  }.
suggestion-seldom-ask = Mag dat contact terugkomen?
suggestion-strong-and-alone = De band met { $name } is sterk, en er rust veel op. { $count ->
    [one] Eén soort steun geeft niemand anders.
   *[other] { $count } soorten steun geeft niemand anders.
  }
suggestion-strong-and-alone-ask = Wat houdt dit contact goed?
suggestion-loosening = De band met { $name } is losser dan bij het laatste meetmoment.
suggestion-loosening-ask = Wat helpt om elkaar te blijven zien?
suggestion-no-giver = Bij niemand op de kaart staat: { support-in-words }.
suggestion-no-giver-ask = Is daar behoefte aan? Dan zoeken we iemand nieuws.
suggestion-willing = { $name } lijkt te willen, maar nergens staat wat { $name } doet.
suggestion-willing-ask = Wat zou { $name } graag voor een ander doen?
suggestion-at-the-fringe = { $name } doet goed, maar staat nog aan de rand.
suggestion-at-the-fringe-ask = Mag { $name } wat dichterbij komen?
suggestion-draining = { $name } kost energie, en er staat niet bij dat er iets terugkomt.
suggestion-draining-ask = Zou het helpen als dit contact wat losser wordt?
suggestion-title-revive = Weer contact zoeken met { $name }
suggestion-title-activate = { $name } vragen om mee te doen
suggestion-title-unblock = Uitpraten met { $name }
suggestion-title-intensify = Vaker iets doen met { $name }
suggestion-title-maintain = Het contact met { $name } goed houden
suggestion-title-widen = Iemand vinden voor { support-in-words }
suggestion-title-cut = Het contact met { $name } losser maken
suggestion-title-support_carer = Zorgen dat { $name } steun krijgt
suggestion-title-respite = Zorgen dat { $name } soms vrij heeft
