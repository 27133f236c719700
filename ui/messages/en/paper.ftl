# On paper: what stands on the pages, and the choice on the screen
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day-said = { $day } { $month } { $year }
paper-day-and-time = { $day } at { $time }
paper-yes = Yes
paper-who = Who is that?
paper-contact = Contact
paper-planned = Planned for
paper-score = Outcome
paper-note = Note
paper-question = Question
paper-answer = Answer
paper-kin = { $relation ->
    [partner] partner
    [parent] { $gender ->
        [man] father
        [woman] mother
       *[other] parent
    }
    [child] { $gender ->
        [man] son
        [woman] daughter
       *[other] child
    }
    [sibling] { $gender ->
        [man] brother
        [woman] sister
       *[other] brother or sister
    }
    [grandparent] { $gender ->
        [man] grandfather
        [woman] grandmother
       *[other] grandparent
    }
    [grandchild] grandchild
    [family] family
    [friend] friend
    [acquaintance] acquaintance
    [neighbour] neighbour
    [colleague] colleague
    [fellow] fellow sufferer
    [volunteer] volunteer
    [professional] helps as a profession
   *[other] { $relation }
  }

paper-plan-title = The plan of { $name }
paper-plan-about = Made on { $today }, together with { $coach }
paper-plan-for = {""}
paper-plan-around = Who is around me
paper-plan-nobody = There is nobody on my map yet.
paper-plan-see-map = My map is at the back.
paper-plan-signs = What the signs mean
paper-plan-map = My map
paper-ring-intimates = Very close
paper-ring-friends = Close
paper-ring-acquaintances = A little further away
paper-ring-services = Help from outside
paper-ring-none = Also in my life
paper-plan-goals = What I want
paper-plan-to-reach = This is what I want to reach:
paper-plan-reached = This has worked out already:
paper-plan-no-goals = We are still thinking about that.
paper-plan-actions = What we are going to do
paper-plan-who = Who does it?
paper-plan-with = With whom?
paper-plan-first-step = The first small step
paper-plan-where = Where?
paper-plan-when = When?
paper-plan-what-for = What for?
paper-plan-done = This we have done already:
paper-plan-no-actions = We have yet to agree on that.
paper-plan-agreements = What we agreed
paper-plan-who-join = Who takes part?
paper-plan-agreed = Agreements
paper-plan-no-agreements = There are no agreements yet.
paper-plan-next = When we speak again
paper-plan-next-contact = { $moment }, with { $coach }.
paper-plan-no-next = We have not agreed on a day yet.
paper-plan-later = After that we look again how things are:
paper-plan-mine = This plan is mine. I may always change it.

paper-handover-title = Hand-over: { $name }
paper-handover-about = Made on { $today } by { $coach }
paper-handover-for = For the colleague who takes over this dossier. Own working notes are not in it.
paper-handover-stands = Where the dossier stands
paper-handover-status = Dossier
paper-handover-last = Last contact
paper-handover-next = Next contact
paper-handover-shared = Who share this dossier
paper-handover-open = What is still open
paper-handover-at-once = { $count ->
    [one] 1 thing was changed by two people at once. Somebody has yet to choose what it must say.
   *[other] { $count } things were changed by two people at once. Somebody has yet to choose what they must say.
  }
paper-handover-needs = Something is still needed for:
paper-handover-steps = The steps
paper-step-now = You are here now
paper-step-done = Done
paper-step-skipped = Skipped
paper-step-to-come = Not done yet
paper-step-words = Why, or what it brought
paper-handover-network = The network
paper-handover-wants = What the client wants and can do
paper-handover-goals = Goals and actions
paper-other-actions = Actions without a goal
paper-worked = Worked: { $worked }.
paper-handover-agreements = Agreements
paper-handover-load = How heavy the caring is
paper-handover-aftercare = Aftercare
paper-handover-notes = The last notes
paper-earlier-notes = Before that

paper-copy-title = Everything in the dossier of { $name }
paper-copy-about = Made on { $today } by { $coach }
paper-copy-for = This is a copy of all data in the dossier, for { $name }. You have a right to it (GDPR, articles 15 and 20).
paper-copy-about-you = About { $name }
paper-copy-shared = Who share this dossier
paper-copy-not-shared = This dossier is shared with nobody. Only { $coach } has it.
paper-copy-consent = What consent was given for
paper-consent-purpose = For what
paper-consent-by = By whom
paper-consent-how = How
paper-consent-until = Up to and including
paper-copy-people = The people
paper-copy-organisations = The organisations
paper-copy-ties = Ties with each other
paper-copy-partnerships = Partners
paper-copy-parentages = Parents and children
paper-copy-wishes = Wishes
paper-copy-life = How life is
paper-copy-needs = What is needed
paper-copy-talents = Talents and interests
paper-copy-roles = Roles
paper-copy-resistances = What makes asking hard
paper-copy-goals = Goals
paper-copy-actions = Actions
paper-copy-approaches = Working together
paper-copy-moments = Measuring moments
paper-copy-measurements = Questionnaires that were filled in
paper-copy-passages = The way through the steps
paper-copy-check-ins = Aftercare
paper-copy-supervision = Questions to colleagues
paper-copy-notes = Notes
paper-copy-own-methods = The organisation’s way of working
paper-copy-honestly = What is not in it
paper-copy-own-notes = Coaches may make notes for themselves, to think things over. Those notes are not in this copy. They belong to that coach alone and nobody else can read them.
paper-copy-taken-out = What was taken out or changed earlier is not in it. It may still be in the history of the dossier. Ask { $coach } about it if you want to know.
paper-copy-others = Does it say something about somebody else? Then handle that with care.
paper-copy-beside = A file with the same data (JSON) belongs to these pages. Another program can take them over with it. That file also says where everybody stands on the map.
paper-copy-rights = Is something not right? Then you may ask to change it or to take it out. If you cannot agree on it together, you can turn to the data protection authority.

on-paper = On paper
on-paper-explain = You make a PDF that you can print. The file is not encrypted. Kring remembers that you made it.
on-paper-choose = What do you want to make?
on-paper-plan = The plan, for the client
on-paper-plan-says = Who is around the client, what the client wants, what you do together and when you speak again. In large letters, without your notes.
on-paper-handover = The hand-over, for who takes over
on-paper-handover-says = Where the dossier stands, what there is to say about the network, the plan, the agreements and the last notes. Without your own working notes.
on-paper-copy = Everything, for the client who asks for it
on-paper-copy-says = A full copy of the dossier, with a file for other programs beside it. Read it through first: it may say something about somebody else.
on-paper-drawing = Which map goes with it?
on-paper-without = No map
on-paper-texts = Of how many notes does the text go with it?
on-paper-texts-none = None, only the titles
on-paper-texts-some = The last { $number }
on-paper-make = Make the PDF
on-paper-busy = The pages are being made …
on-paper-done = Done. You find it here:
on-paper-map-says = { $view } with { $count } people and organisations. The same people stand in words under “Who is around me”.
export-plan = Plan for the client (PDF)
export-handover = Hand-over (PDF)
export-copy = Full copy (PDF and JSON)
