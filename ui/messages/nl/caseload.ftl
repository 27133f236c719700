# Dossiers
caseload-title = Mijn dossiers
caseload-search = Zoek een naam, of een woord in alle dossiers
caseload-new = Nieuw dossier
caseload-new-name = Naam of schuilnaam van de cliënt
caseload-create = Dossier maken
caseload-example = Voorbeeld bekijken
caseload-example-mark = Voorbeeld, geen echt mens
caseload-empty-title = Hier komen je dossiers
caseload-empty = Begin met een nieuw dossier, of kijk eerst rond in een voorbeeld met een verzonnen cliënt.
caseload-nothing = Niets gevonden met “{ $text }”. Kijk of het goed gespeld is.
caseload-members = { $count ->
       [0] nog niemand op de kaart
       [one] 1 naam op de kaart
       *[other] { $count } namen op de kaart
    }
caseload-actions = { $count ->
       [0] geen open acties
       [one] 1 open actie
       *[other] { $count } open acties
    }
caseload-edited = Bijgewerkt op { $day }
caseload-closed = Gesloten
caseload-count = { $count ->
       [one] 1 dossier
       *[other] { $count } dossiers
    }
recovery-reminder = Je hebt je herstelcode nog niet nagekeken. Zonder code en zonder wachtzin is alles weg.
recovery-renew = Nieuwe herstelcode maken
