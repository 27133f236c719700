# Overleg: vragen aan een collega
supervision-title = Overleg
supervision-intro = Een vraag over deze cliënt? Stel hem hier. Wie dit dossier met je deelt, kan antwoorden.
supervision-alone = Je deelt dit dossier nog met niemand. Een vraag blijft hier staan tot er iemand meekijkt.
supervision-ask = Wat wil je vragen?
supervision-ask-send = Vraag stellen
supervision-answer = Jouw antwoord
supervision-answer-send = Antwoorden
supervision-answer-open = Antwoord geven
supervision-settle = Klaar, dit is beantwoord
supervision-reopen = Weer openzetten
supervision-remove = Vraag weghalen
supervision-settled = { $count ->
       [one] 1 vraag die klaar is
       *[other] { $count } vragen die klaar zijn
    }
supervision-count = { $count ->
       [0] Geen open vragen
       [one] 1 open vraag
       *[other] { $count } open vragen
    }
supervision-thread = Vraag: { $words }
