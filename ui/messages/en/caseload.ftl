# The list of dossiers
caseload-title = My dossiers
caseload-search = Search a name, or a word in all dossiers
caseload-new = New dossier
caseload-new-name = Name or alias of the client
caseload-create = Make dossier
caseload-example = Look at an example
caseload-example-mark = Example, not a real person
caseload-empty-title = Your dossiers will be here
caseload-empty = Begin with a new dossier, or look around first in an example with an invented client.
caseload-nothing = Nothing found with “{ $text }”. See whether it is spelled right.
caseload-members = { $count ->
       [0] nobody on the map yet
       [one] 1 name on the map
       *[other] { $count } names on the map
    }
caseload-actions = { $count ->
       [0] no open actions
       [one] 1 open action
       *[other] { $count } open actions
    }
caseload-edited = Last changed on { $day }
caseload-closed = Closed
caseload-count = { $count ->
       [one] 1 dossier
       *[other] { $count } dossiers
    }
recovery-reminder = You have not checked your recovery code yet. Without code and passphrase everything is lost.
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
caseload-carer-high = Hand up: a carer's load is heavy
caseload-carer-rising = Hand up: caring gets heavier
caseload-offered = Somebody wants to hand this over to you
caseload-frozen = Not clear who keeps this
caseload-questions = { $count ->
       [one] 1 open question to a colleague
       *[other] { $count } open questions to colleagues
    }
