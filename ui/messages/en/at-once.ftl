# By two people
new-mark = new
field-agreed = Agreement
field-answers = Answers
field-born = Born
field-died = Died on
field-dimension = Part
field-divorced = Divorced since
field-doer = Who does this?
field-due = Done by when?
field-example = Example
field-first_step = First small step
field-goal = Belongs to goal
field-goal-life = Part of life
field-heads = State of the dossier
field-instrument = Questionnaire
field-intervention = What does it do for the network?
field-member = With whom?
field-minutes = Minutes
field-moment = Measuring moment
field-next = Next contact
field-offer = What others have of it
field-origin = Where it comes from
field-outcome = What came of it?
field-person = Person
field-present = Who were there?
field-provision = Where it can come from
field-reason = Reason
field-separated = Separated since
field-since = Since
field-status = How does it stand?
field-time = Now or later
field-wish = Comes from wish
record-profile = Client
record-person = Person
record-organisation = Organisation
record-tie = Tie
record-partnership = Partnership
record-parentage = Parent and child
record-wish = Wish
record-life = Part of life
record-need = What is needed
record-talent = Talent
record-role = Role
record-resistance = Reason not to ask
record-goal = Goal
record-action = Action
record-note = Note
record-moment = Measuring moment
record-measurement = Questionnaire
who-me = You
who-me-within = you
who-somebody = Somebody else
who-somebody-within = somebody else
at-once-label = What others did
at-once-count = { $count ->
       [one] 1 thing was changed by two people at once.
       *[other] { $count } things were changed by two people at once.
    }
at-once-open = Choose
at-once-explain = Nothing is gone. Choose what the dossier should say.
at-once-field = { $name }: { $field }
at-once-removal = { $remover } removed { $name } while { $changer } changed something in it. Put it back or leave it out?
at-once-said = { $who }, { $day } at { $time }
at-once-shows = This is what it says now
at-once-nothing = Empty
at-once-yes = Yes
at-once-no = No
at-once-spot = The place on the map
at-once-restore = Put back
at-once-leave-out = Leave out
at-once-chosen = Chosen: { $value }.
news-count = { $count ->
       [one] 1 thing is new.
       *[other] { $count } things are new.
    }
news-open = See
news-all-seen = I have seen all
news-said-seen = All has been seen.
news-go = See { $name }
news-gone = { $name } was removed
news-restore = Put { $name } back
news-seen = Seen: { $name }
caseload-news = { $count ->
       [one] 1 thing new
       *[other] { $count } things new
    }
differences-none = Nothing was changed by two people at once.
error-no-such-difference = There is no conflict { $number }. See the conflicts with kring at-once list.
error-no-such-answer = There is no choice { $number }. See the choices with kring at-once list.
