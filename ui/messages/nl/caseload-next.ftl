# De lijst met dossiers: wat aandacht vraagt, en kiezen uit veel
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
