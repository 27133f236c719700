# De lijst met dossiers
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
caseload-filter = Kies welke dossiers je ziet
caseload-show = Toon
caseload-show-open = Open dossiers
caseload-show-attention = Vraagt aandacht
caseload-show-closed = Gesloten
caseload-show-all = Alles
caseload-with = Samen met
caseload-with-everybody = Iedereen
caseload-with-nobody = Alleen ik
caseload-step = Stap
caseload-step-every = Alle stappen
caseload-sort = Volgorde
caseload-sort-attention = Wat aandacht vraagt eerst
caseload-sort-next = Volgend contact eerst
caseload-sort-last = Langst niet gezien eerst
caseload-sort-name = Op naam
caseload-sort-edited = Laatst bewerkt eerst
caseload-more = Toon meer ({ $shown } van { $all })
caseload-nothing-chosen = Geen dossier past bij je keuze. Kies iets anders hierboven.
caseload-last = Laatste contact { $day }
caseload-next = Volgend contact { $day }
caseload-shared-with = Samen met { $names }
hand-late-actions = { $count ->
       [one] 1 actie is te laat
       *[other] { $count } acties zijn te laat
    }
hand-late-contact = { $count ->
       [one] Een afgesproken contact is voorbij
       *[other] { $count } afgesproken contacten zijn voorbij
    }
hand-late-check-in = { $count ->
       [one] De nazorg is nog niet gedaan
       *[other] { $count } keer nazorg is nog niet gedaan
    }
caseload-carer-high = Hand omhoog: mantelzorger zwaar belast
caseload-carer-rising = Hand omhoog: zorgen wordt zwaarder
caseload-offered = Iemand wil dit aan jou overdragen
caseload-frozen = Niet duidelijk wie dit bewaart
caseload-questions = { $count ->
       [one] 1 open vraag in overleg
       *[other] { $count } open vragen in overleg
    }
