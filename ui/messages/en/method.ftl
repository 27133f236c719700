# The steps of a method
tab-step = Step
step-path = The way
step-number = Step { $number } of { $whole }
step-asks = To talk about
step-known = What we know already
step-known-nothing = Nothing written down yet.
step-open = What is still open
step-open-nothing = Nothing is open for this step any more.
step-done = Done, on to the next step
step-done-last = Done
step-skip = Skip
step-skip-title = Skip this step
step-skip-why = Why do you skip this step?
step-skip-hint = May stay empty. You can always take the step up again.
step-go = Work on this step now
step-again = Take up again
step-said-done = { $step } is done. Now: { $next }
step-said-skipped = { $step } is skipped. Now: { $next }
step-said-here = Now: { $step }
step-skipped-why = Skipped: { $reason }
step-unreadable = This dossier follows the method “{ $name }”. This Kring cannot read it. Update Kring, or ask your colleague for the file. All that was written stays.
step-all-done = All steps are done or skipped. You can take any step up again.
stage-now = Now
stage-done = Done
stage-skipped = Skipped
stage-to_come = To come
stage-on = { $state }, { $day }

# The button to the part of Kring where the work of a step is done
go-client = To Client
go-map = To the map
go-quality = To Quality
go-possibilities = To Possibilities
go-needs = To what is needed
go-plan = To the plan
go-carry_out = To the actions
go-aftercare = To the plan and the aftercare
go-talk = To the logbook
about-client = Client
about-map = Map
about-quality = Quality
about-possibilities = Possibilities
about-needs = What is needed
about-plan = Plan
about-carry_out = Carrying out
about-aftercare = Aftercare
about-talk = Talk

# What a step is for
phase-network-coach-orienting = Orienting
phase-network-coach-thinking = Thinking
phase-network-coach-doing = Doing
for-seven-steps-map = Draw together who stands around the client, and listen to the stories that come with it.
for-seven-steps-quality = Talk about what the ties mean: who supports, who costs energy, and what the client gives.
for-seven-steps-possibilities = See what the client can do, likes to do and has to offer others.
for-seven-steps-widen = Need by need, see what the client can do, what the network can do, and where new people are to be found.
for-seven-steps-plan = Choose what the client wants to reach, and how small the first step may be.
for-seven-steps-carry-out = Do what was agreed, at the client's pace, and see together what works.
for-seven-steps-aftercare = Hear on agreed days whether the network goes on carrying, also without you.
for-network-coach-acquaintance = Get to know each other and say what you expect of each other.
for-network-coach-map = Put on paper together who is in the client's life.
for-network-coach-quality = Talk about which ties do good and which may become better.
for-network-coach-out-of-doors = Go into the neighbourhood together, to find where the client can meet people.
for-network-coach-interests = Find out what makes the client happy and with whom to share it.
for-network-coach-team-up = Bring people of the network together, so that they think along.
for-network-coach-top-three = Choose the three things that the client wants most.
for-network-coach-plan = Make a plan of the choice: who does what, and when.
for-network-coach-go-for-it = Take the steps; you encourage and walk along where that helps.
for-network-coach-learn = Look back at what worked, and take leave well.

# What is known already
known-people = { $count ->
    [one] There is 1 person on the map.
   *[other] There are { $count } people on the map.
  }
known-organisations = { $count ->
    [one] There is 1 organisation on the map.
   *[other] There are { $count } organisations on the map.
  }
known-ties = { $count ->
    [one] 1 tie between others is drawn.
   *[other] { $count } ties between others are drawn.
  }
known-support = { $count ->
    [one] Of 1 of the { $whole } people it is noted what support they give.
   *[other] Of { $count } of the { $whole } people it is noted what support they give.
  }
known-quality = { $count ->
    [one] Of 1 of the { $whole } people it is noted how the tie feels.
   *[other] Of { $count } of the { $whole } people it is noted how the tie feels.
  }
known-frequency = { $count ->
    [one] Of 1 of the { $whole } people it is noted how often there is contact.
   *[other] Of { $count } of the { $whole } people it is noted how often there is contact.
  }
known-story = The client's story is written down.
known-talents = { $count ->
    [one] There is 1 talent or interest.
   *[other] There are { $count } talents and interests.
  }
known-roles = { $count ->
    [one] There is 1 role.
   *[other] There are { $count } roles.
  }
known-wishes = { $count ->
    [one] There is 1 wish.
   *[other] There are { $count } wishes.
  }
known-life = Something was told about { $count } of the { $whole } sides of life.
known-needs = { $count ->
    [one] There is 1 thing that is needed.
   *[other] There are { $count } things that are needed.
  }
known-needs-met = { $count ->
    [one] 1 of them is met.
   *[other] { $count } of them are met.
  }
known-resistances = { $count ->
    [one] 1 reason was named why asking is hard.
   *[other] { $count } reasons were named why asking is hard.
  }
known-goals = { $count ->
    [one] There is 1 goal.
   *[other] There are { $count } goals.
  }
known-goals-reached = { $count ->
    [one] 1 goal is reached.
   *[other] { $count } goals are reached.
  }
known-actions = { $count ->
    [one] 1 action is open.
   *[other] { $count } actions are open.
  }
known-actions-done = { $count ->
    [one] 1 action is done.
   *[other] { $count } actions are done.
  }
known-check-ins = { $count ->
    [one] There was 1 talk of the aftercare.
   *[other] There were { $count } talks of the aftercare.
  }
known-last-talk = You last spoke to each other on { $day }.
known-next-talk = The next appointment is on { $day }.
known-moment = { $count ->
    [one] 1 measuring moment was kept.
   *[other] { $count } measuring moments were kept.
  }

# What is still open
open-nobody = There is nobody on the map yet.
open-rings = { $count ->
    [one] Of 1 person we do not know yet how close they feel.
   *[other] Of { $count } people we do not know yet how close they feel.
  }
open-ties = Nobody asked yet who know each other.
open-support = { $count ->
    [one] Of 1 person no support is noted yet, given or received.
   *[other] Of { $count } people no support is noted yet, given or received.
  }
open-quality = { $count ->
    [one] Of 1 person we do not know yet how the tie feels.
   *[other] Of { $count } people we do not know yet how the tie feels.
  }
open-frequency = { $count ->
    [one] Of 1 person we do not know yet how often there is contact.
   *[other] Of { $count } people we do not know yet how often there is contact.
  }
open-story = The client's story, in their own words.
open-household = With whom the client lives.
open-talents = What the client can do and likes to do.
open-offer = { $count ->
    [one] Of 1 talent it was not yet discussed what it could mean for others.
   *[other] Of { $count } talents it was not yet discussed what they could mean for others.
  }
open-roles = Which roles the client has, misses or would like.
open-wishes = What the client wishes.
open-life = { $count ->
    [one] Nothing was told yet about 1 side of life.
   *[other] Nothing was told yet about { $count } sides of life.
  }
open-needs = What the client needs something or somebody for.
open-need-sources = { $count ->
    [one] Of 1 thing we do not know yet where it can come from.
   *[other] Of { $count } things we do not know yet where they can come from.
  }
open-goals = A goal that the client chooses.
open-actions = Who is going to do what.
open-first-step = { $count ->
    [one] 1 action has no small first step yet.
   *[other] { $count } actions have no small first step yet.
  }
open-doer = { $count ->
    [one] Of 1 action it is not noted yet who does it.
   *[other] Of { $count } actions it is not noted yet who does them.
  }
open-late = { $count ->
    [one] The agreed day of 1 action is past.
   *[other] The agreed day of { $count } actions is past.
  }
open-outcome = { $count ->
    [one] Of 1 action that is done it is not noted yet whether it worked.
   *[other] Of { $count } actions that are done it is not noted yet whether they worked.
  }
open-check-ins = Agree when you speak to each other after the end.
open-check-in-due = { $count ->
    [one] It is time for 1 talk of the aftercare.
   *[other] It is time for { $count } talks of the aftercare.
  }
open-moment = Keep a measuring moment, to compare then and now later.
open-talk = Write down the first talk.
open-next-talk = Make a next appointment.

# Choosing and adding methods
method-title = Method
method-explain = Another method changes nothing of what you wrote. If you come back, you go on where you were.
method-choose = Which method does this dossier follow?
method-from-kring = comes with Kring
method-from-account = of your organisation
method-from-dossier = came along with this dossier
method-add = Add a method of your organisation
method-add-explain = Does your organisation have a method of its own? Choose the file that you were given for it (it ends in .toml).
method-choose-file = Choose file
method-added = “{ $title }” was added. Choose it above to let this dossier follow it.
method-remove = Take { $title } out of my list
method-removed = “{ $title }” is no longer in your list. Dossiers that follow it keep it.
method-followed = This dossier now follows “{ $title }”.
error-method-too-large = This file is too large for a method. It may have { $most } characters.
error-method-not-one = This is no method for Kring. It must begin with: kring-method = 1
error-method-newer = This method is for a newer Kring (kind { $found }). Update Kring and try again.
error-method-unreadable = Line { $line } cannot be read. Look whether the quotation marks and brackets are right.
error-method-missing = What begins at line { $line } has no “{ $key }”. Add it.
error-method-unknown-key = Line { $line }: Kring does not know “{ $key }”. Choose from: { $known }.
error-method-wrong-kind = Line { $line }: “{ $key }” is not written as it must be. Put text between quotation marks.
error-method-no-line = Line { $line }: “{ $key }” must be one line of at most { $most } characters, and not empty.
error-method-bad-name = Line { $line }: “{ $name }” cannot be a name. Use small letters, digits and hyphens.
error-method-name-taken = Line { $line }: “{ $name }” is a method of Kring's own. Choose another name.
error-method-twice-named = Line { $line }: there is a step “{ $name }” already. Give each step a name of its own.
error-method-unknown-part = Line { $line }: “{ $about }” is no part of Kring. Choose from: { $known }.
error-method-phase-apart = Line { $line }: the steps of “{ $phase }” do not stand together. Put them under each other.
error-method-step-count = A method has 1 to { $most } steps. Begin each step with a line [[step]].
error-method-too-many-questions = Line { $line }: a step has at most { $most } questions.
error-no-such-method = There is no method “{ $name }”. Choose one from the list, or add the file.
error-no-such-step = The method “{ $method }” has no step “{ $step }”. Choose one from the list.
error-too-many-methods = You have { $most } methods of your own already. Take one out first.
ask-seven-steps-map-1 = Whom do you see on an ordinary day?
ask-seven-steps-map-2 = Whom do you call when something good or bad happens?
ask-seven-steps-map-3 = Who know each other?
ask-seven-steps-quality-1 = With whom can you really be yourself?
ask-seven-steps-quality-2 = Who gives you energy, and who costs you energy?
ask-seven-steps-quality-3 = What do you give to others?
ask-seven-steps-possibilities-1 = What are you good at?
ask-seven-steps-possibilities-2 = What did you like to do in the past?
ask-seven-steps-possibilities-3 = What could somebody learn from you?
ask-seven-steps-widen-1 = Whom would you like to see more often?
ask-seven-steps-widen-2 = What would you dare to ask, and whom?
ask-seven-steps-widen-3 = Where do you meet people who like the same things?
ask-seven-steps-plan-1 = What do you want first?
ask-seven-steps-plan-2 = What is a very small first step?
ask-seven-steps-plan-3 = Who can help with it?
ask-seven-steps-carry-out-1 = What worked out?
ask-seven-steps-carry-out-2 = What went differently than you thought?
ask-seven-steps-carry-out-3 = What is the next step?
ask-seven-steps-aftercare-1 = How are things with those who joined?
ask-seven-steps-aftercare-2 = Whom do you still talk to?
ask-seven-steps-aftercare-3 = What will you keep doing when I come less often?
ask-network-coach-acquaintance-1 = Who are you, and where do you come from?
ask-network-coach-acquaintance-2 = What do you hope for?
ask-network-coach-acquaintance-3 = How would you like us to work together?
ask-network-coach-map-1 = Whom do you see on an ordinary day?
ask-network-coach-map-2 = Who belongs with you, even if you seldom see them?
ask-network-coach-map-3 = Who know each other?
ask-network-coach-quality-1 = With whom can you really be yourself?
ask-network-coach-quality-2 = Whom can you count on when you are ill?
ask-network-coach-quality-3 = What do you give to others?
ask-network-coach-out-of-doors-1 = Where in your neighbourhood do you like to be?
ask-network-coach-out-of-doors-2 = Where would you like to have a look?
ask-network-coach-out-of-doors-3 = With whom would you go?
ask-network-coach-interests-1 = What makes you happy?
ask-network-coach-interests-2 = What do you do when nobody asks anything of you?
ask-network-coach-interests-3 = What have you always wanted to do?
ask-network-coach-team-up-1 = Whom do you want to join?
ask-network-coach-team-up-2 = What will you tell them?
ask-network-coach-team-up-3 = What would you like to ask them?
ask-network-coach-top-three-1 = Which three things do you want most?
ask-network-coach-top-three-2 = Which of them can be done soonest?
ask-network-coach-top-three-3 = Which of them feels best?
ask-network-coach-plan-1 = What do you want first?
ask-network-coach-plan-2 = What is a very small first step?
ask-network-coach-plan-3 = Who does what, and when?
ask-network-coach-go-for-it-1 = What did you do that you are proud of?
ask-network-coach-go-for-it-2 = What held you back?
ask-network-coach-go-for-it-3 = What is the next step?
ask-network-coach-learn-1 = What have you learned?
ask-network-coach-learn-2 = What is different now from the beginning?
ask-network-coach-learn-3 = How will you go on?
method-seven-steps = Seven steps
step-seven-steps-map = Map the network
step-seven-steps-quality = Discuss its quality
step-seven-steps-possibilities = Possibilities and qualities
step-seven-steps-widen = Use better or widen
step-seven-steps-plan = Make the action plan
step-seven-steps-carry-out = Carry it out
step-seven-steps-aftercare = Aftercare
method-network-coach = Natuurlijk, een netwerkcoach!
step-network-coach-acquaintance = Getting acquainted
step-network-coach-map = Map the network
step-network-coach-quality = What is its quality?
step-network-coach-out-of-doors = Out of doors
step-network-coach-interests = Personal interests
step-network-coach-team-up = Team-up meeting
step-network-coach-top-three = Top three action
step-network-coach-plan = A personal action plan
step-network-coach-go-for-it = Go for it!
step-network-coach-learn = Learn from experience
