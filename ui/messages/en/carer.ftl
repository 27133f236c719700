# Carers
carer-title = Carers
carer-intro = Who does much of the caring? Ask now and then how it goes. A number here only opens a talk.
carer-nobody = Nobody has a role as a carer here yet.
carer-who = Ask how it is going with
carer-choose = Choose somebody
carer-choice = { $name } (gives { $kinds })
carer-gives = Gives: { $kinds }
carer-ask = Ask how it is going
carer-ask-name = Ask how it is going with { $name }
carer-on-map = { $name } on the map
carer-hands = Hand up: { $names }
carer-to-hands = To carers
load-hand-high = Hand up: heavy load
load-hand-rising = Hand up: getting heavier
carer-which = How would you like to ask?
carer-which-ask = Choose what fits today's talk.
carer-about-three_questions = Three short questions. No score, but a beginning of a talk.
carer-about-caregiver_strain_index = Thirteen times yes or no. From 7 times yes the care is heavy. (Robinson, 1983)
carer-about-carer_qol = Seven times no, some or a lot, and how happy somebody is. (Brouwer and others, 2006)
carer-items-three_questions = 3 questions
carer-items-caregiver_strain_index = 13 questions
carer-items-carer_qol = 8 questions
carer-form-title = How is { $name }?
carer-form-intro-three_questions = Take your time. Skipping is fine.
carer-form-intro-caregiver_strain_index = Does this fit how things are now? Skipping is fine.
carer-form-intro-carer_qol = How is this now, because of the caring? Skipping is fine.
carer-form-day = On which day?
carer-form-moment = Measuring moment
carer-form-no-moment = No measuring moment
carer-form-answered = { $count } of { $whole } answered
carer-form-clear = Clear answer
carer-form-clear-item = Clear answer: { $item }
carer-form-nothing = Answer one question first.
carer-form-bad-day = Look at the day once more. Write for instance 24-11-2026.
carer-form-save = Save
carer-outcome-title = This is what { $name } said
carer-outcome-about = To talk about:
carer-outcome-missing = Not answered yet:
carer-outcome-happiness = Happy: { $count } of 10
carer-outcome-next = What could be made lighter?
carer-last = Last time: { $day }
carer-no-day = day unknown
carer-history = All times of { $name }
carer-history-of = { $instrument } of { $name }
carer-history-day = Day
carer-history-outcome = Outcome
carer-history-moment = Measuring moment
carer-history-do = What would you like to do?
carer-history-fix = Put right: { $day }
carer-history-remove = Remove: { $day }
carer-fix = Put right
carer-remove = Remove
carer-line-high = Heavy from 7
carer-point-strain = { $count } of 13
carer-point-care = { $count } of 14
carer-point-talk = { $count ->
       [0] nothing stands out
       [one] 1 to talk about
       *[other] { $count } to talk about
    }
carer-point-incomplete = { $count ->
       [one] 1 answer is missing
       *[other] { $count } answers are missing
    }
carer-point-kept = kept
carer-respite = Plan time off
carer-respite-name = Plan time off for { $name }
carer-respite-title = Time off for { $name }
carer-support = Plan support
carer-support-name = Plan support for { $name }
carer-support-title = Support for { $name }
carer-planned = Put in the plan: { $title }.
carer-in-plan = In the plan:
carer-to-plan = To the plan
# A carer's own dossier
carer-dossier = A dossier of their own
carer-dossier-why = { $name } can become a client too. That is a dossier of its own, with a consent of its own. Nothing of this dossier goes along but the name. The two dossiers point at each other.
carer-dossier-make = Make a dossier for { $name }
carer-dossier-open = To { $name }'s dossier
carer-dossier-elsewhere = { $name } has a dossier of their own. It is not on this computer.
carer-dossier-back = { $name } cares for { $other }.
carer-dossier-back-open = To { $other }'s dossier
carer-dossier-back-elsewhere = { $name } cares for somebody whose dossier is not on this computer.
error-has-own-dossier = { $name } has a dossier already.
error-answers-length = These are not all the places of the questionnaire. It takes { $must } characters: a digit a question, a hyphen where there is no answer.
error-not-an-answer = The answer to question { $item } does not fit. Choose a digit from 0 to { $most }, or a hyphen.
# What is seen
load-incomplete = { $count ->
       [one] 1 answer is missing. So there is no outcome.
       *[other] { $count } answers are missing. So there is no outcome.
    }
load-incomplete-ask = What was hard to say?
load-strain = { $name } says yes { $count } of 13 times. That is not high.
load-strain-ask = What goes well, and who helps with it?
load-strain-rising = { $name } says yes { $count } of 13 times. That is more often than last time.
load-strain-rising-ask = What has become heavier since last time?
load-strain-high = { $name } says yes { $count } of 13 times. From 7 the care is heavy.
load-strain-high-ask = What would you like to have off your shoulders first?
load-care = { $name } comes to { $count } of 14. The higher, the lighter the caring.
load-care-ask = What gives you strength in caring?
load-care-heavy = { $name } comes to { $count } of 14. The higher, the lighter. On one point or more it is very heavy.
load-care-heavy-ask = Which heavy point would you like to talk about first?
load-talk = { $count ->
       [one] 1 of the 3 questions gives something to talk about.
       *[other] { $count } of the 3 questions give something to talk about.
    }
load-talk-ask = Would you like to tell about that?
load-nothing = { $name } says yes three times.
load-nothing-ask = How do you keep it that way?
load-kept = The answers are kept. Kring does not add up this questionnaire.
load-kept-ask = What struck you while filling it in?
load-unfit = These answers do not fit the questionnaire. Remove them or fill it in again.
load-unfit-ask = Shall we fill it in together once more?
# Answers
scale-yes_no-0 = No
scale-yes_no-1 = Yes
scale-how_much-0 = No
scale-how_much-1 = Some
scale-how_much-2 = A lot
scale-sometimes-0 = Yes
scale-sometimes-1 = Sometimes
scale-sometimes-2 = No
scale-ladder-low = 0 is not at all
scale-ladder-high = 10 is very much
# Short words of our own for the items
item-three_questions-own-life = Do you still have a life of your own?
item-three_questions-go-on = Can you keep this up?
item-three_questions-take-over = Can somebody take over if need be?
item-caregiver_strain_index-sleep = Sleeping worse because of the care
item-caregiver_strain_index-inconvenient = Caring often comes at a bad time
item-caregiver_strain_index-body = Hard on the body
item-caregiver_strain_index-confined = Getting out less
item-caregiver_strain_index-household = Home runs differently now
item-caregiver_strain_index-plans = Own plans do not go ahead
item-caregiver_strain_index-demands = Others ask for time too
item-caregiver_strain_index-quarrels = Feelings run high, also between you
item-caregiver_strain_index-behaviour = Behaviour that is hard to bear
item-caregiver_strain_index-changed = Sad that the other has changed so
item-caregiver_strain_index-work = Work goes differently now
item-caregiver_strain_index-money = The care weighs on the money
item-caregiver_strain_index-overwhelmed = It is too much at once
item-carer_qol-fulfilment = Caring is fulfilling
item-carer_qol-relation = Getting along is hard
item-carer_qol-mind = Hard on the mind
item-carer_qol-days = Caring and one's own days clash
item-carer_qol-money = Less money because of the care
item-carer_qol-support = Help from others when needed
item-carer_qol-body = Hard on the body
item-carer_qol-happiness = How happy do you feel now?
