# Dossier
tab-map = Kaart
tab-quality = Kwaliteit
tab-then = Toen en nu
tab-logbook = Logboek
tab-plan = Plan
tab-client = Cliënt
tabs-label = Delen van het dossier
save-saved = Opgeslagen op deze computer
save-saving = Bezig met opslaan …
save-failed = Nog niet opgeslagen
leave-anyway = Toch weggaan; wat niet is opgeslagen, gaat verloren
leave-unsaved = Niet alles is opgeslagen. Verbeter wat er nog niet klopt, of ga toch weg.
undo = Ongedaan maken
redo = Opnieuw doen
undo-done = Ongedaan gemaakt: { undo-kind } “{ $name }” { undo-what }.
undo-done-kind = Ongedaan gemaakt: { undo-kind } { undo-what }.
undo-done-several = Ongedaan gemaakt: { $count } dingen die tegelijk zijn veranderd.
undo-done-text = Ongedaan gemaakt: wat je in de notitie typte.
undo-done-text-of = Ongedaan gemaakt: wat je typte in “{ $name }”.
undo-nothing = Er is niets om ongedaan te maken.
undo-changed-by-another = Iemand anders heeft dit daarna veranderd. Het blijft staan.
redo-done = Opnieuw gedaan: { undo-kind } “{ $name }” { undo-what }.
redo-done-kind = Opnieuw gedaan: { undo-kind } { undo-what }.
redo-done-several = Opnieuw gedaan: { $count } dingen die tegelijk zijn veranderd.
redo-done-text = Opnieuw gedaan: wat je in de notitie typte.
redo-done-text-of = Opnieuw gedaan: wat je typte in “{ $name }”.
undo-what = { $what ->
    [added] toevoegen
    [removed] weghalen
   *[changed] veranderen
  }
undo-kind = { $kind ->
    [person] persoon
    [organisation] organisatie
    [tie] band
    [partnership] relatie
    [parentage] ouder en kind
    [wish] wens
    [life] onderdeel van het leven
    [need] wat nodig is
    [talent] talent
    [role] rol
    [resistance] reden om niet te vragen
    [goal] doel
    [action] actie
    [note] notitie
    [moment] meetmoment
    [measurement] ingevulde vragenlijst
    [passage] stap
    [approach] aanpak
    [check_in] nazorggesprek
    [supervision] vraag of antwoord
    [own_method] eigen werkwijze
    [profile] cliënt
   *[other] iets
  }
redo-nothing = Er is niets om opnieuw te doen.
redo-changed-by-another = Iemand anders heeft dit daarna veranderd. Het blijft staan.
read-only = Dit dossier is gemaakt met een nieuwere Kring. Je kunt het lezen. Werk Kring bij om verder te schrijven.
