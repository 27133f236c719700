# Dossiers
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
recovery-renew = Make a new recovery code
