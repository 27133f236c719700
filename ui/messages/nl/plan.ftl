# Plan
plan-goals = Doelen
plan-new-goal = Wat wil de cliënt bereiken?
plan-add-goal = Doel toevoegen
plan-actions = Acties
plan-new-action = Wat gaan we doen?
plan-add-action = Actie toevoegen
plan-doer = Wie doet dit?
plan-due = Wanneer klaar?
plan-first-step = Eerste kleine stap
plan-status = Hoe staat het?
plan-intervention = Wat doet het met het netwerk?
plan-goal-of = Hoort bij doel
plan-empty-title = Nog geen plan
plan-empty = Begin met één doel dat de cliënt zelf kiest. Klein is goed.
plan-remove = { $title } weghalen
