# The list of dossiers: what asks for attention, and choosing among many
caseload-filter = Choose which dossiers you see
caseload-show = Show
caseload-show-open = Open dossiers
caseload-show-attention = Asks for attention
caseload-show-closed = Closed
caseload-show-all = Everything
caseload-with = Together with
caseload-with-everybody = Everybody
caseload-with-nobody = Only me
caseload-step = Step
caseload-step-every = All steps
caseload-sort = Order
caseload-sort-attention = What asks for attention first
caseload-sort-next = Next contact first
caseload-sort-last = Longest not seen first
caseload-sort-name = By name
caseload-sort-edited = Last changed first
caseload-more = Show more ({ $shown } of { $all })
caseload-nothing-chosen = No dossier fits your choice. Choose something else above.
caseload-last = Last contact { $day }
caseload-next = Next contact { $day }
caseload-shared-with = Together with { $names }
hand-late-actions = { $count ->
       [one] 1 action is late
       *[other] { $count } actions are late
    }
hand-late-contact = { $count ->
       [one] An agreed contact has passed
       *[other] { $count } agreed contacts have passed
    }
hand-late-check-in = { $count ->
       [one] A check-in has not been done yet
       *[other] { $count } check-ins have not been done yet
    }
