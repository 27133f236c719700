# Logbook
logbook-new = New note
logbook-empty-title = No notes yet
logbook-empty = After a visit, write down what happened and what you agreed.
logbook-list = Notes
logbook-text = What happened?
logbook-untitled = Empty note
logbook-kind = Kind of contact
logbook-day = Date
# Notes: beginning, only for you, names, what belongs to a talk
note-otherwise = Begin another way
note-with-words = With a few questions in it
template-acquaintance = First meeting
template-acquaintance-text =
    How did the first meeting go?
    
    What did the client tell about himself or herself?
    
    What does the client expect of me, and I of the client?
template-visit = Home visit
template-visit-text =
    How was it today?
    
    What did we talk about?
    
    What did I notice?
template-call = Phone call
template-call-text =
    Who called, and why?
    
    What came of it?
template-evaluation = Evaluation
template-evaluation-text =
    What has changed since last time?
    
    What worked well, and what did not?
    
    What do we go on with?
note-private = Only for you
note-private-new = Note only for you
note-private-hint = Or something that nobody else may see. You choose that when you begin.
note-private-text = What do you want to remember for yourself?
note-private-words = This note stays on this computer. It does not go along when you share or export the dossier.
note-share = Share this note
note-share-hint = A copy then comes into the ordinary logbook. What others have read there you cannot take back.
note-shared-copy = There is a copy in the logbook now. This note stays yours alone.
note-removed = Your own note is gone.
note-restore = Put it back
note-mention-hint = Type @ to name somebody on the map.
note-names = Names on the map
note-names-offered =
    { $count ->
        [one] One name: { $name }. Choose with Enter.
       *[other] { $count } names. { $name } is chosen; go with the arrows, choose with Enter.
    }
note-on-the-map = On the map:
mentioned-in = Named in the logbook
mentioned-on = Note of { $day }
talk = Talk
talk-about = About this talk
talk-edit = Add to it
talk-done = Done
talk-on = { $what } on { $day }
talk-minutes =
    { $count ->
        [one] one minute
       *[other] { $count } minutes
    }
talk-with = with { $who }
talk-step = at the step “{ $step }”
talk-length = How long, in minutes
talk-length-refused = A talk lasts 0 to 1440 minutes. The length is not saved.
talk-present = Who were there?
talk-which-step = Which step does it belong to?
talk-no-step = No step
parting = To finish
parting-agreed = What did you agree?
parting-next = When do you see or speak to each other again?
parting-time = At what time
hour-hint = Write the time as you say it or as on a clock, for example half past two, quarter past 2 or 14:30.
hour-example = 14:30, half past two or quarter past 2
hour-refused = This is not a time and is not saved. Write, for example, 14:30, half past two or quarter past 2.
hour-said =
    { $minute ->
        [0] { $hour } o’clock
        [15] quarter past { $hour }
        [30] half past { $hour }
        [45] quarter to { $next }
       *[other] { $time }
    }
hour-said-night = { $time } at night
hour-said-morning = { $time } in the morning
hour-said-afternoon = { $time } in the afternoon
hour-said-evening = { $time } in the evening
hour-name =
    { $hour ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
       *[12] twelve
    }
