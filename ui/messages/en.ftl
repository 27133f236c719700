## General
app-name = Kring
app-claim = Your client's network, in view together.
app-safe = Everything is stored encrypted on this computer. Nobody else can read it.
back = Back
cancel = Cancel
close = Close
save = Save
add = Add
remove = Remove
optional = (may stay empty)
unknown = Not known yet
day-hint = day-month-year
day-refused = This is not a day and is not saved. Write, for example, 24-11-2026.
form-problem = Something is not right yet
skip-to-content = To the content

## Accounts
welcome-title = Welcome to Kring
welcome-choose = Who are you?
welcome-first = First make an account on this computer. It takes two minutes.
welcome-new = Make a new account
create-title = Make an account
create-name = Your name
create-name-hint = This is how colleagues see who wrote something.
create-label = Name of the account
create-label-hint = This name can be seen on this computer before you log in.
create-role = Your role
role-professional = Professional
role-volunteer = Volunteer network coach
role-trainee = Trainee
create-passphrase = Passphrase
create-passphrase-hint = Take four or more words that do not belong together.
create-submit = Make account
passphrase-show = Show passphrase
passphrase-score-0 = Too easy to guess
passphrase-score-1 = Still too easy to guess
passphrase-score-2 = Nearly good
passphrase-score-3 = Good
passphrase-score-4 = Very good
passphrase-common = Many people use these words.
passphrase-name = A name is easy to guess.
passphrase-keyboard = Keys next to each other are easy to guess.
passphrase-repeats = Repeating does not help.
passphrase-sequence = A series such as abc is easy to guess.
passphrase-date = A date or year is easy to guess.
passphrase-more-words = Add another word that does not belong.
passphrase-tricks = Capitals, and digits for letters, help little.
recovery-title = Your recovery code
recovery-why = If you forget your passphrase, only this code gets you back in. Write it down and keep it at home. We show it only once.
recovery-ask = Type or paste the code
recovery-confirm = I have kept it
recovery-later = Later
recovery-mismatch = This is not the same code. Look again and retype it.
unlock-title = Hello { $label }
unlock-passphrase = Passphrase
unlock-submit = Open
unlock-busy = One moment, the vault is opening …
unlock-forgotten = Forgotten your passphrase?
unlock-code = Recovery code
unlock-new-passphrase = New passphrase
lock = Lock
lock-soon = Kring locks in a minute, because nothing happens.
lock-stay = Carry on

## Dossiers
caseload-title = My dossiers
caseload-search = Search by name
caseload-new = New dossier
caseload-new-name = Name or alias of the client
caseload-create = Make dossier
caseload-example = Look at an example
caseload-example-mark = Example, not a real person
caseload-empty-title = Your dossiers will be here
caseload-empty = Begin with a new dossier, or look around first in an example with an invented client.
caseload-nothing = No dossier found with “{ $text }”. See whether the name is spelled right.
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

## Dossier
tab-map = Map
tab-quality = Quality
tab-then = Then and now
tab-logbook = Logbook
tab-plan = Plan
tab-client = Client
tabs-label = Parts of the dossier
save-saved = Saved on this computer
save-saving = Saving …
save-failed = Not saved yet
leave-anyway = Leave anyway; what is not saved will be lost
undo = Undo
redo = Redo
undo-nothing = There is nothing to undo.
undo-changed-by-another = Somebody else has changed this since. It stays.
redo-nothing = There is nothing to redo.
redo-changed-by-another = Somebody else has changed this since. It stays.
read-only = This dossier was made with a newer Kring. You can read it. Update Kring to write in it.

## Map
map-label = Network map of { $name }
map-help = Use the arrow keys to walk from person to person. Enter opens, M moves, T draws a tie, B follows the ties, Shift with Enter chooses more, Ctrl with an arrow adds somebody with a tie, Delete removes. Shift 1 shows all.
view-label = Kind of map
view-ecogram = Ecogram
view-circle = Network circle
show-map = Map
show-list = List
map-add = Who belongs to the network?
map-add-hint = Type a name and press Enter
map-empty-title = Whom do you see on an ordinary day?
map-empty = Type the first name above. Ask: who calls you, who drops by, whom do you help?
map-too-many = There are { $count } names in this network. That is too many for one drawing. Here is the list; remove who does not belong.
map-zoom-in = Larger
map-zoom-out = Smaller
map-fit = Show all
draw-tie = Draw a tie
draw-tie-choose = Now choose who { $name } has a tie with. Escape stops.
move-member = Move
move-choose = Point to where { $name } should be, or use the arrows and Enter. Escape stops.
member-says = { $name }, { $relation }, { $quality }, { $ties ->
       [0] no ties
       [one] 1 tie
       *[other] { $ties } ties
    }, { $place } of { $count }
said-added = { $name } is on the map.
said-moved = { $name } is now with { $ring }, { $sector }.
said-placed = { $name } was moved.
said-tied = { $a } and { $b } now have a tie.
said-tied-already = { $a } and { $b } have a tie already.
said-removed = { $name } was removed. Undo brings { $name } back.
said-stopped = Stopped. Nothing changed.
legend = What the map shows
legend-strong = Thick line: strong tie
legend-weak = Thin or dashed line: weak tie
legend-energy = Arrow: where energy flows
legend-ordinary = Plain line: ordinary tie
legend-person = Circle: a person
legend-organisation = Square: an organisation
legend-professional = Bar at the foot: helps by profession
legend-deceased = Cross: deceased
legend-group = Area with an edge: who belong together
legend-quality-supportive = Line with a dot: supportive
legend-quality-close = Two lines: close
legend-quality-fused = Three lines: so close that it pinches
legend-quality-neutral = Long dashes: neutral
legend-quality-distant = Dots: distant
legend-quality-strained = Zigzag: strained
legend-quality-cut_off = Broken: cut off
list-kind-organisation = Organisation
legend-circle = The nearer to the middle, the nearer it feels.
view-sociogram = Sociogram
view-genogram = Genogram
map-add-tied = With a tie with { $name }:
map-tidy = Tidy up
map-let-go = Let go
choose-several = Choose more
choose-none = Choose nobody
chosen = chosen
several-people = { $count } people
said-chosen = { $count ->
    [one] 1 chosen
   *[other] { $count } chosen
  }
said-added-tied = { $name } is on the map, with a tie with { $other }.
said-let-go = { $count ->
    [0] Nobody was held in place.
    [one] 1 is let go, and gets a place of its own when you tidy up.
   *[other] { $count } are let go, and get a place of their own when you tidy up.
  }
said-tidied = The map is tidied up. Whoever you placed yourself stayed there.
said-grouped = { $count ->
    [one] 1 now belongs to { $group }.
   *[other] { $count } now belong to { $group }.
  }
said-ungrouped = { $count ->
    [one] 1 belongs to no group now.
   *[other] { $count } belong to no group now.
  }
said-no-ties = { $name } has no ties here.
tie-says = Tie between { $a } and { $b }: { $quality }, { $strength }
group-name = Name of the group
group-hint = A name, such as: the choir
group-make = Make a group
group-leave = Out of the group
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
at-the-table = At the table
at-the-table-leave = Leave the table
at-the-table-asks = To talk about together
layer-since = Who is new since
layer-since-always = Does not matter
save-picture = Picture
save-picture-pdf = To print (PDF)
save-picture-png = As a photo (PNG)
save-picture-svg = For a drawing program (SVG)
picture-title = The network of { $name }: { $view }
picture-saved = Saved as { $file }
picture-table = The network in words
picture-says = { $view } with { $count } people and organisations. The table after this says the same in words.
long-list = The long list
long-list-hint = Drag somebody to a ring. Or choose a name and then point to the place.
layers = Whom do you see?
layers-shown = { $shown } of { $all }
layers-all = Show everybody
layer-support = Gives this support
layer-any = Any support
layer-professionals = Who helps by profession
layer-professionals-all = With them
layer-professionals-without = Without them
layer-professionals-only = Only them
layer-hide-names = Hide names
layer-with-client = With the client
ring-names = Names of the rings and quarters
somebody = somebody
an-organisation = organisation
the-client = client
list-name = Name
list-relation = Who is this?
list-ring = Ring
list-sector = Quarter
list-quality = The tie is
list-strength = How strong?
list-ties = Ties with others

## Panel
panel-title = About { $name }
panel-more = More about this person
panel-ties = Ties with others
panel-no-ties = No tie with others drawn yet.
panel-tie-remove = Remove the tie with { $name }
panel-client = This is the client.
field-name = Name
field-relation = What are they to the client?
field-sector = Quarter of the circle
field-ring = How close does it feel?
field-age = Age
field-gender = Gender
field-civil_status = Civil status
field-work = Work
field-schooling = Schooling
field-travel = Travel time
field-frequency = How often is there contact?
field-channel = How does contact go?
field-initiative = Who makes contact?
field-gives = Support that the client gets
field-receives = Support that the client gives
field-quality = How is the tie?
field-strength = How strong is the tie?
field-energy = Where does energy go?
field-carer_roles = Care
field-life = Still alive?
field-contact = Can be reached by
field-remark = What else matters?
field-title = Description
field-text = Text
field-birth_year = Year of birth
field-household = Lives with
field-languages = Languages
field-district = Part of town
field-story = The story, in her own words
field-method = Method
field-step = Step
field-kind = Kind
field-a = First person
field-b = Second person
field-words = Words
field-ecogram = Place on the map
field-circle = Place in the circle
field-sociogram = Place in the sociogram
field-genogram = Place in the genogram
field-group = Group
field-called_intimates = Name of the inner ring
field-called_friends = Name of the second ring
field-called_acquaintances = Name of the third ring
field-called_services = Name of the outer ring
field-called_family = Name of the upper left quarter
field-called_society = Name of the upper right quarter
field-called_professionals = Name of the lower left quarter
field-called_fellow_clients = Name of the lower right quarter
field-parent = Parent
field-child = Child
field-day = Date

## Logbook
logbook-new = New note
logbook-empty-title = No notes yet
logbook-empty = After a visit, write down what happened and what you agreed.
logbook-list = Notes
logbook-text = What happened?
logbook-untitled = Empty note
logbook-kind = Kind of contact
logbook-day = Date

## Plan
plan-goals = Goals
plan-new-goal = What does the client want to reach?
plan-add-goal = Add goal
plan-actions = Actions
plan-new-action = What are we going to do?
plan-add-action = Add action
plan-doer = Who does this?
plan-due = Done by when?
plan-first-step = First small step
plan-status = How is it going?
plan-intervention = What does it do with the network?
plan-goal-of = Belongs to goal
plan-empty-title = No plan yet
plan-empty = Begin with one goal that the client chooses. Small is good.
plan-remove = Remove { $title }

## Client
client-title = About the client
client-close = Close dossier
client-reopen = Reopen dossier

## Settings
settings = Settings
settings-language = Language
language-nl = Nederlands
language-en = English
settings-theme = Colours
theme-system = Like the computer
theme-light = Light
theme-dark = Dark
settings-passphrase = Change passphrase
settings-old = Passphrase now
settings-new = New passphrase
settings-changed = Your passphrase was changed.
settings-check = Check the vault
check-all-well = All is well: { $detail } entries checked.
problem-entry-damaged = An entry is damaged ({ $detail }). Close Kring and open it again; Kring repairs what it can.
problem-entry-unreadable = A part of the vault cannot be read ({ $detail }). Close Kring and open it again.
problem-journal-damaged = The journal is damaged at { $detail }. Close Kring and open it again; Kring repairs it.
problem-differs = Two copies differ ({ $detail }). Close Kring and open it again; Kring repairs it.
repair-header = The key data was damaged and has been repaired. Nothing is lost.
repair-journal = A part of the journal was damaged. What could be read was restored.
repair-journal-gone = The journal was gone and was made again. Nothing is lost.
repair-sled = The store was damaged and was made again from the journal.
repair-entries = { $detail } entries were missing from the store. They were restored from the journal.
repair-set-aside = The damaged files stand aside in “{ $detail }”. Ask your administrator to look at them.

## Errors
error-unexpected = Something went wrong: { $detail }. Try again.
error-wrong-passphrase = This passphrase does not fit. See whether Caps Lock is on and try again.
error-wrong-recovery-code = This recovery code does not fit. Check it sign by sign.
error-header-damaged = The key data in { $path } is damaged. Put back a backup of that folder, or ask your administrator. Nothing was thrown away.
error-header-asks-too-much = The key data is not right: it asks for more memory than possible. Put back a backup.
error-newer-format = This vault was made with a newer Kring. Update Kring and then open it.
error-in-use = This account is open in another window or program. Close that first.
error-disk-full = The disk is full. Make room and try again. What was saved is safe.
error-read-only = Kring may not write in { $path }. Ask your administrator for permission to write there.
error-not-a-vault = There is no Kring account in { $path }. See whether the folder is right.
error-already-exists = There is something of this name already. Choose another name for the account.
error-too-large = This is too large to save at once. Make it smaller.
error-entry-damaged = An entry is damaged and cannot be read ({ $path }). You can use all the rest.
error-index = The store does not work: { $detail }. Close Kring and open it again.
error-no-randomness = The computer gave no random numbers. Restart the computer.
error-io = Writing or reading in { $path } did not work. See whether the disk is still there and try again.
error-empty = Fill in: { $field }.
error-too-long = { $field } is too long. { $most } characters fit.
error-unprintable = { $field } holds a character that cannot be seen. Type it again.
error-off-the-map = This place is outside the map. Choose a place on the map.
error-not-a-year = { $field }: fill in a year of four digits, such as 1948.
error-to-itself = A tie runs between two different people. Choose somebody else.
error-not-there = { $id } is not in this dossier (any more). See whether it was removed.
error-stands-already = { $id } stands in this dossier already.
error-newer-dossier = This dossier was made with a newer Kring. Update Kring to write in it.
error-document-damaged = A part of this dossier is damaged. Check the vault in Settings.
error-not-an-id = “{ $id }” is not an id of Kring. Take it from the list.
error-no-such-dossier = There is no dossier { $id } in this account.
error-locked = Kring is locked. Open your account first.
error-weak-passphrase = This passphrase is too easy to guess. Take four or more separate words.
error-bad-label = “{ $label }” cannot be the name of an account. Use letters and digits, without / or :.
error-account-damaged = The data of your account cannot be read. Put back a backup.
error-file = { $path } cannot be read or written. See whether the file is there.

## Choices
relation-partner = Partner
relation-parent = Parent
relation-child = Son or daughter
relation-sibling = Brother or sister
relation-grandparent = Grandparent
relation-grandchild = Grandchild
relation-family = Other family
relation-friend = Friend
relation-acquaintance = Acquaintance
relation-neighbour = Neighbour
relation-colleague = Colleague
relation-fellow = Fellow sufferer or client
relation-volunteer = Volunteer
relation-professional = Professional
sector-family = Family
sector-fellow_clients = Fellow clients
sector-professionals = Professionals
sector-society = Society
ring-intimates = Intimates
ring-friends = Friends
ring-acquaintances = Acquaintances
ring-services = Services
age-0-17 = Younger than 18
age-18-29 = 18 to 29
age-30-44 = 30 to 44
age-45-64 = 45 to 64
age-65-79 = 65 to 79
age-80plus = 80 or older
gender-woman = Woman
gender-man = Man
gender-other = Other
civil-status-single = Single
civil-status-living_together = Living together
civil-status-married = Married
civil-status-divorced = Divorced
civil-status-widowed = Widowed
work-paid = Paid work
work-voluntary = Voluntary work
work-study = School or study
work-household = Cares for home or others
work-seeking = Looks for work
work-unable = Cannot work
work-retired = Retired
schooling-primary = Primary school
schooling-lower = Lower secondary
schooling-middle = Upper secondary or vocational
schooling-higher = Higher education
travel-same_house = Same house
travel-walk = Within a walk
travel-half_hour = Within half an hour
travel-two_hours = Within two hours
travel-farther = Farther away
travel-abroad = Abroad
frequency-daily = Every day
frequency-weekly = Every week
frequency-monthly = Every month
frequency-quarterly = A few times a year
frequency-yearly = Once a year or less
frequency-never = No contact now
channel-meeting = Meeting
channel-telephone = Telephone
channel-messages = Messages
channel-video = Video call
channel-letters = Letters and cards
initiative-client = Mostly the client
initiative-other = Mostly the other
initiative-both = Both
support-practical = Practical help
support-emotional = Emotional support
support-company = Company
support-appraisal = Appraisal
support-information = Information and advice
quality-supportive = Supportive
quality-close = Close
quality-fused = So close that it pinches
quality-neutral = Neutral
quality-distant = Distant
quality-strained = Strained
quality-cut_off = Cut off
strength-strong = Strong
strength-ordinary = Ordinary
strength-weak = Weak
energy-towards = To the client
energy-away = Away from the client
energy-both = Both ways
energy-neither = Neither way
carer-role-pivotal_carer = Pivotal carer
carer-role-advocate = Advocate
carer-role-case_manager = Case manager
life-alive = Yes
life-deceased = Deceased
organisation-care = Care and health
organisation-welfare = Welfare or neighbourhood centre
organisation-club = Club
organisation-faith = Church, mosque or faith
organisation-school = School or course
organisation-work = Work
organisation-authority = Municipality or authority
organisation-peers = Peer contact
tie-acquainted = Know each other
tie-family = Family
tie-friends = Friends
tie-neighbours = Neighbours
tie-colleagues = Colleagues
tie-care = Care
partnership-married = Married
partnership-living_together = Living together
partnership-apart = Relationship, each in own home
parentage-birth = Child by birth
parentage-adopted = Adopted
parentage-foster = Foster child
parentage-step = Stepchild
household-alone = Alone
household-partner = With a partner
household-family = With partner and children
household-single_parent = With children, without partner
household-parents = With parents
household-others = With others
household-sheltered = In a home or sheltered
household-none = No fixed home
dossier-status-open = Open
dossier-status-closed = Closed
life-dimension-emotional = Emotional wellbeing
life-dimension-relations = Interpersonal relations
life-dimension-material = Material wellbeing
life-dimension-development = Personal development
life-dimension-physical = Physical wellbeing
life-dimension-self_determination = Self-determination
life-dimension-inclusion = Social inclusion
life-dimension-rights = Rights
provision-own_strength = Own strength
provision-network = Social network
provision-general = General provisions
provision-individual = Individual provisions
need-status-open = Open
need-status-met = Met
reason-reciprocity = Not being able to give back
reason-burden = Not wanting to be a burden
reason-privacy = Privacy
reason-role_confusion = Not wanting to mix roles
reason-autonomy = Wanting to do it oneself
role-time-now = Now
role-time-wished = Wished for
role-time-dropped = Dropped
goal-contacts = Contacts
goal-doing_things = Doing things
goal-practical_help = Practical help
goal-status-open = Being worked on
goal-status-reached = Reached
goal-status-let_go = Let go
network-dimension-size = Size
network-dimension-variety = Variety
network-dimension-density = Density
network-dimension-reachability = Reachability
network-dimension-care_capacity = Care capacity
intervention-revive = Revive a fading tie
intervention-activate = Activate somebody's qualities
intervention-unblock = Unblock a disturbed tie
intervention-intensify = Intensify a tie at the fringe
intervention-maintain = Maintain a tie
intervention-widen = Widen: a new contact
intervention-change_attitude = Change an attitude
intervention-cut = Loosen or cut
plan-method-family_group_conference = Family group conference
plan-method-network_strengthening = Social network strengthening
plan-method-role_valorisation = Social role valorisation
action-status-planned = Not begun
action-status-started = Going on
action-status-done = Done
action-status-dropped = Will not be done
note-visit = Visit
note-call = Telephone call
note-message = Message
note-consultation = Consultation
note-thought = Thought
instrument-caregiver_strain_index = Caregiver Strain Index
instrument-carer_qol = CarerQol
instrument-caregiver_reaction_assessment = Caregiver Reaction Assessment
instrument-social_support_list = Social support list
instrument-three_questions = Three short questions
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
error-no-vault-named = Say which vault: use --vault DIR.
error-no-passphrase = No passphrase was read. Type it, or name with KRING_PASSPHRASE_FILE a file that holds it.
error-unknown-field = “{ $field }” is not a field. Choose from: { $known }.
error-unknown-choice = “{ $value }” does not fit { $field }. Choose from: { $known }.
error-unfit-value = “{ $value }” does not fit { $field }. Write a day as 2026-11-24 and a number in digits.

## Files of other programs
import-title = Read a file
import-explain = Do you have a family tree, a list or contacts in another program? Choose the file. You first see what is in it; then you decide.
import-kinds = Kring reads family trees (GEDCOM), tables (CSV), networks (GraphML, Network Canvas) and contacts (vCard).
import-choose = Choose a file
import-busy = Kring is reading the file …
import-preview-title = This is in { $name }
import-people = { $count ->
       [one] 1 person to add
       *[other] { $count } people to add
    }
import-organisations = { $count ->
       [one] 1 organisation to add
       *[other] { $count } organisations to add
    }
import-ties = { $count ->
       [one] 1 tie to add
       *[other] { $count } ties to add
    }
import-family = { $count ->
       [one] 1 family line to add
       *[other] { $count } family lines to add
    }
import-already-there = { $count ->
       [one] 1 was there already; it stays as it is
       *[other] { $count } were there already; they stay as they are
    }
import-same-name = { $count ->
       [one] 1 has the same name as somebody who is there already
       *[other] { $count } have the same name as somebody who is there already
    }
import-unread = { $count ->
       [one] Kring could not read 1 line
       *[other] Kring could not read { $count } lines
    }
import-unread-line = Line { $line }
import-left-out = Kring has no place for: { $kinds }
import-client = Who is the client in this file?
import-client-none = The client is not in it
import-nothing-new = There is nothing new in this file.
import-take = Put this on the map
import-done = Added: { $people ->
       [one] 1 person
       *[other] { $people } people
    }, { $organisations ->
       [one] 1 organisation
       *[other] { $organisations } organisations
    }, { $ties ->
       [one] 1 tie
       *[other] { $ties } ties
    }.
import-who = People in the file
unread-line = This line is not as it should be.
unread-value = Kring does not know this value. The rest was read.
unread-no-name = A name is missing here.
unread-unknown-end = This tie goes to somebody who is not in the file.
unread-ambiguous-end = More people have this name. Kring does not know who is meant.
unread-to-itself = This tie goes from somebody to themselves.
unread-breaks-off = The file is broken from here on.
export-title = Save as a file
export-explain = For another program. The file is not encrypted: whoever has it can read it. Kring remembers that you made it.
export-graphml = Network (GraphML)
export-csv = Tables (CSV)
export-json = Whole dossier (JSON)
export-svg = Drawing (SVG)
export-png = Picture (PNG)
export-pdf = Pages to print (PDF)
export-done = Saved: { $path }
export-before = { $count ->
       [one] Saved as a file once before
       *[other] Saved as a file { $count } times before
    }
error-unknown-format = Kring does not recognise { $name }. Choose a family tree (.ged), a table (.csv), a network (.graphml) or contacts (.vcf). Is it in a zip file? Unpack that first.
error-file-too-large = This file is larger than 64 MB. Split it into smaller files and read them one by one.
error-file-no-names = This table has no column with names. Call the column with names "name", and read the file again.
error-file-nothing-found = Kring found nobody in this file. See whether you chose the right file.
error-picture-unreadable = The drawing cannot be read, so nothing was saved. Open the map again and try once more.
error-picture-foreign = The drawing has something in it that does not belong there, so nothing was saved. Open the map again and try once more.
error-picture-too-large = The drawing is too large to save. Show fewer people on the map and try once more.
error-picture-not-made = Saving the drawing did not work. Nothing happened to your dossier. Try once more, or choose another kind of file.

## Working together
together = Working together
together-title = Who do you work with?
together-empty = Invite a colleague. Then you can share a dossier. Only the two of you can read it.
together-invite = Invite somebody
together-have-invitation = I have an invitation
together-your-mark = Your mark: { $mark }
together-more = Where the messages are kept
invite-title = Invitation
invite-how = Send this text to your colleague, for example in an e-mail. Your colleague pastes it in Kring. The invitation works once, until { $day }.
invite-text = Text of the invitation
invite-copy = Copy
invite-copied = Copied. Now paste the text in your e-mail.
invite-save = Save as a file
invite-saved = Saved as { $path }
invite-picture = Or let this code be read
invite-no-storage = There is no place for the messages yet. Choose one below first. Or carry the messages yourself in a file.
invite-open = Invitation that was not answered yet, valid until { $day }
invite-withdraw = Take back
accept-title = Accept an invitation
accept-how = Paste the text that you were given. You may paste the whole e-mail.
accept-text = Text of the invitation
accept-file = Choose a file
accept-submit = Accept
accept-done = You accepted the invitation of { $name }. Now compare the four words.
words-title = Compare these words with { $name }
words-how = Call each other or look together. Does { $name } see exactly the same four words? Then you know that nobody reads along.
words-wait = { $name } sees the words once the other computer has had a connection.
words-match = The words match
words-differ = The words differ
words-refused = { $name } was not added. Make a new invitation and pass it on in another way.
person-waiting = Waiting for an answer
person-compare = Words not compared yet
person-confirmed = Known
person-introduced = Shares a dossier with you
person-heard = Last received something on { $day }
person-never-heard = Nothing received yet
person-forget = Remove { $name }
person-another-key = Take care: a { $name } is known already, with another key. That may be a new computer, or somebody who poses as { $name }. Call first.
storage-title = Where the messages are kept
storage-how = Kring puts encrypted messages in a folder that both of you can reach. Nobody can read them, not even the administrator.
storage-address = Address or folder
storage-address-hint = For example https://cloud.example/remote.php/dav/files/anna/kring, a folder on a stick, or s3://bucket/folder
storage-user = User name
storage-password = Password for this app
storage-save = Try and save
storage-saved = It works. The messages go this way from now on.
storage-none = Not chosen yet
direct = Also directly, when you are in the same network
direct-hint = Messages then go to the other at once, encrypted. Whoever is in the same network can see that this device is there.
direct-is-on = Messages now also go directly.
direct-is-off = Messages do not go directly any more.
direct-relay = Address of your organisation's relay
direct-relay-hint = Only when you are not in the same network. Ask your administrator for the address. It begins with https://
direct-relay-save = Save
sync-now = Exchange now
sync-busy = Exchanging …
sync-progress = { $done } of { $all } messages done
sync-reached = Everything exchanged on { $day } at { $time }
sync-waiting = There are messages to send
sync-never = Not exchanged yet
sync-done = Exchanged: { $received } received, { $sent } sent.

## Sharing a dossier
tab-sharing = Sharing
sharing-title = Who may see this dossier?
sharing-alone = Only you. The dossier is on this computer.
sharing-only-professionals = A professional keeps the dossier and can share it with you. Ask your supervisor.
sharing-consent-first = First ask whether the client agrees, and write that down here.
sharing-stopped = There is no consent (any more). Nothing goes to others.
sharing-withdrawn = This dossier is not shared with you any more. What you had, you can still read.
sharing-reader = You may read this dossier.
consent-title = Consent of the client
consent-purpose = For what?
consent-purpose-example = Coaching together
consent-how = How was it asked?
consent-how-spoken = In a talk
consent-how-written = On paper or in a message
consent-how-by_representative = By somebody who speaks for the client
consent-given-by = Who consented?
consent-until = Until (may stay empty)
consent-save = Write down the consent
consent-another = Write down another consent
consent-line = { $givenBy } consented: { $purpose }
consent-withdraw = Take the consent back
share-with = Share with
share-as = What may they do?
share-role-coach = Read and write
share-role-reader = Read only
share-submit = Share
share-nobody = You do not know anybody yet to share with.
share-to-together = Invite somebody
share-done = The dossier goes to { $name } as soon as there is a connection.
member-keeper = keeps the dossier
member-coach = reads and writes
member-reader = reads
member-me = { $name } (you)
member-received = { $name } received everything on { $day }
member-waiting = Not everything has reached { $name } yet
member-withdraw = Stop sharing
member-withdraw-ask = Stop sharing with { $name }? Nothing new goes to { $name } any more. What { $name } has seen stays seen.
story-title = What was agreed
charter-opened = { $by } keeps this dossier
charter-consent = { $givenBy } consented: { $purpose }
charter-consent-until = { $givenBy } consented until { $until }: { $purpose }
charter-consent-withdrawn = { $by } recorded that a consent was taken back
charter-shared = { $by } shares this dossier with { $person }
charter-shared-reader = { $by } lets { $person } read this dossier
charter-withdrawn = { $by } does not share this dossier with { $person } any more
charter-handed-over = { $by } handed this dossier over to { $person }
charter-closed = { $by } stopped sharing this dossier
set-apart-title = Not taken in
set-apart-line = Something from { $name } was set apart: { $why }
set-apart-no-role = { $name } may not write in this dossier.
set-apart-withdrawn = { $name } wrote this after the sharing had stopped.
set-apart-unknown-author = it is not known who wrote this.
set-apart-false-name = it bears a wrong name.
set-apart-not-signed = its writer did not sign it.
set-apart-unreadable = it cannot be read.

## Errors in working together
error-no-memory = The computer has too little free memory. Close another program and try again.
error-not-an-invitation = There is no invitation of Kring in this text. Copy the whole e-mail and paste it again.
error-invitation-mistyped = A part of the invitation is missing, or a letter is wrong. Copy the whole text and paste it again.
error-invitation-newer = A newer Kring made this invitation. Update Kring and try again.
error-invitation-expired = This invitation is too old. Ask for a new one.
error-own-invitation = This is your own invitation. Send it to your colleague.
error-known-already = You know each other already. You can share a dossier at once.
error-no-such-person = { $name } is not known here. See at Working together who there are.
error-several-people = More than one person is called { $name }. Use the mark of the key.
error-not-the-keeper = Only who keeps the dossier can do this.
error-no-consent = No consent of the client is written down yet. Do that first.
error-keeper-cannot-be-withdrawn = Who keeps the dossier hands it over to somebody else first.
error-not-a-member = This person does not share the dossier.
error-has-that-role = This person has that role already.
error-no-such-consent = This consent is not there (any more).
error-charter-closed = The sharing of this dossier was stopped.
error-charter-open = This dossier is shared already.
error-charter-bad-text = Fill in every field, in sentences that are not too long.
error-exchange-damaged = The data about working together are damaged. Check the vault in Settings.
error-words-not-compared = First compare the four words with this person, at Working together.
error-only-professionals = Only a professional can share a dossier. Ask your supervisor.
error-reads-only = You may read this dossier, not write in it. Ask who keeps the dossier.
error-no-storage = It was not chosen yet where the messages are kept. Do that at Working together.
error-storage-not-an-address = “{ $detail }” is neither an address nor a folder. Write for example https://cloud.example/folder or /media/stick/kring.
error-storage-relative-path = “{ $detail }” is not a whole folder. Begin with / or with a drive letter.
error-storage-unknown-kind = Kring does not know this kind of address: { $detail }. Use https://, s3:// or a folder.
error-storage-insecure-http = { $detail } sends passwords unprotected. Use an address that begins with https://.
error-storage-credentials-in-address = Put the name and the password in their own fields, not in the address.
error-storage-page-address = This is the address of a web page. Ask your administrator for the WebDAV address.
error-storage-no-bucket = There is no bucket in the address. Write s3://name-of-the-bucket.
error-storage-bad-bucket = “{ $detail }” cannot be the name of a bucket. Check the address.
error-storage-no-region = There is no region in the address. Put ?region=… behind it.
error-storage-unknown-setting = Kring does not know the setting { $detail } in the address. Take it out.
error-mailbox-unreachable = The place for the messages cannot be reached: { $detail }. Check the internet, or the stick. Kring tries again by itself; all that you write is safe.
error-mailbox-untrusted = The server does not prove who it is ({ $detail }). Ask your administrator for help and do not give your password.
error-mailbox-refused = The name or the password for the messages is wrong. Fill them in again at Working together.
error-mailbox-not-allowed = You may not write in this place. Ask your administrator for the right to write.
error-mailbox-full = The place for the messages is full. Ask your administrator for room. Kring tries again by itself.
error-mailbox-not-there = The folder for the messages does not exist. Check the address.
error-mailbox-too-large = There is a message that is too large ({ $detail }). It was not read.
error-mailbox-not-a-mailbox = Something else than a folder for messages answers at this address: { $detail }. Check the address.
error-mailbox-unexpected = The place for the messages gave a strange answer: { $detail }. Kring tries again by itself.
error-line-not-a-relay = “{ $detail }” is not the address of a relay. Write an address that begins with https://.
error-line-not-reached = The other device cannot be reached now. Kring tries again by itself.
error-line-too-large = This message is too large to send directly.
error-line-none = Sending directly does not work on this computer: { $detail }. Ask your administrator for help, or choose a place for the messages.

## By two people
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
at-once-choose = Choose: { $value }
at-once-said = { $who }, { $day } at { $time }
at-once-shows = This is what it says now
at-once-nothing = Empty
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
error-no-such-difference = There is no difference { $number }. See with kring differences which there are.
error-no-such-answer = There is no choice { $number }. See with kring differences which there are.

# A second computer of the same person
own-open = Also on my other computer
own-title = My other computer
own-what = Do you work on two computers? Then your dossiers are on both. What you write on one comes to the other. This is not the same as working with a colleague.
own-count = { $count ->
    [one] You use Kring on one other computer.
   *[other] You use Kring on { $count } other computers.
  }
own-give-title = My dossiers are here
own-give-how = Make a code here. You fill it in on the other computer.
own-give = Make a code
own-open-code = There is a code that has not been used, valid until { $day }
own-take-title = This computer is new
own-take-how = Did you make a code on your other computer? Fill it in here. There must be no dossiers on this computer yet.
own-take = I have a code
own-invite-title = Code for your other computer
own-invite-how = Send this text to yourself. Make an account on the other computer. Choose Working together there, then “Also on my other computer”, then “I have a code”. The code works once, until { $day }. Give it to nobody else.
own-text = The code
own-accept-title = Code from your other computer
own-accept-how = Paste the code that you made on your other computer.
own-words-title = Compare these words on your two computers
own-words-how = Do both screens show exactly the same four words? Then press “The words match” on both.
own-words-wait = The other computer shows the words once it has been connected.
own-confirmed = Done on this computer. Press “The words match” on the other computer too. Then your dossiers come by themselves.
own-stop = Do not connect
own-refused = The other computer was not connected. Make a new code.
own-waiting = This computer waits for the other one. Then your dossiers come by themselves. Do not make a dossier here until then.
error-computer-in-use = There are dossiers or colleagues on this computer already. Make a new account here first. Fill in the code there.
error-invitation-for-colleague = This is an invitation to work together. Go back to Working together and choose “I have an invitation” there.
error-invitation-for-own-computer = This is a code to work on your own second computer. Choose “Also on my other computer” at Working together.
error-joining = This computer is being connected to your other computer. Wait until that is done. Or choose “Do not connect” at “My other computer”.

# What happened in the exchange
events-title = Good to know
events-seen = Seen
event-storage-emptied = The place where the messages are kept was emptied. Nothing is gone from this computer. Kring sends again what others did not have yet. Was this not you? Ask whoever looks after the storage.
event-storage-put-back = The place where the messages are kept was put back to { $day }. Nothing is gone from this computer. Kring sends again what others did not have yet.
event-new-device = { $name } uses another computer, or put back a copy of the vault. Is that not right? Then call { $name }.
event-chain-broken = Messages came from two computers that both say they are the same computer of { $name }. Call { $name }: somebody may have a copy of the vault.
event-keys-changed = There is somebody named { $name }, but with another key. Call { $name } before you press “The words match”.
event-lost = A message from { $name } got lost on its way. Kring has asked for it again. You need not do anything.

# The quality of the network: what is seen, and a question to open the talk
history-forget = The old history of the dossier of { $name } goes for good: what you took out or changed, and who wrote what and when. { $count ->
    [0] Only what is in it now stays.
    [one] What is in it now stays, and how the dossier was at the measuring moment.
   *[other] What is in it now stays, and how the dossier was at the { $count } measuring moments.
    } An earlier backup still has the old history.
history-forget-ask = Type yes to remove the old history:
history-forgotten = The old history is removed.
error-history-shared = It is recorded with whom this dossier may be shared. So the old history may be with others too, or on your other computer. That is why Kring can remove it only from a dossier that you never shared.
error-history-unsettled = Two people changed something in this dossier at the same time. First choose what should stand. After that you can remove the old history.
error-history-waiting = Something for this dossier is still on its way. Wait until everything has come in. After that you can remove the old history.
error-history-kept = Nothing was removed. Do you want to remove the old history? Then type yes, or add --yes.
error-no-such-moment = There is no measuring moment “{ $name }” in this dossier. Look in the list of measuring moments what it is called.
finding-carer = { $name } carries much: { $kinds } of the 5 kinds of support. { $count ->
    [0] Others give these too.
    [one] One kind nobody else gives.
   *[other] { $count } kinds nobody else gives.
  }
finding-carer-ask = How is { $name } doing? Who could take over now and then?
finding-fading = Since the last measuring moment the tie became looser with: { $names }.
finding-fading-ask = Is that fine, or may some contact come back?
finding-size = There { $count ->
    [one] is 1 person
   *[other] are { $count } people
  } on the map. The number of organisations is { $organisations }.
finding-size-ask = Who is missing?
finding-no-support-noted = It is not noted of anybody yet what support they give.
finding-no-support-noted-ask = Whom do you turn to when something is the matter?
finding-one-giver = { $kind ->
    [practical] Practical help
    [emotional] Emotional support
    [company] Company
    [appraisal] Appraisal
    [information] Information and advice
   *[other] One kind of support
  } comes from one side: { $name }.
finding-one-giver-ask = What if { $name } cannot for a while?
finding-no-giver = It is noted of nobody: { $kind ->
    [practical] practical help
    [emotional] emotional support
    [company] company
    [appraisal] appraisal
    [information] information and advice
   *[other] another kind of support
  }.
finding-no-giver-ask = Is it needed? With whom could it be?
finding-reciprocity = With { $count } of { $whole } support goes both ways.
finding-reciprocity-ask = What do you like to do for others?
finding-no-ties-noted = The map does not show yet who know each other.
finding-no-ties-noted-ask = Who know each other?
finding-all-tied = Everybody on the map knows each other.
finding-all-tied-ask = Is that pleasant? Might somebody from outside join?
finding-groups = There { $count ->
    [one] is 1 group
   *[other] are { $count } groups
  } who do not know each other.
finding-groups-ask = Would it help if they got to know each other?
finding-alone = { $names } { $count ->
    [one] knows
   *[other] know
  } nobody else on the map.
finding-alone-ask = To whom of the others would you like to introduce them?
finding-between = Only through { $name } these { $count ->
    [one] belongs
   *[other] belong
  } with the rest: { $names }.
finding-between-ask = Can they find each other when { $name } is not there?
finding-no-intimates = Nobody stands in the inner ring.
finding-no-intimates-ask = With whom do you feel most at home?
finding-alike = All { $count } people of whom you know { $attribute ->
    [age] the age
    [gender] the gender
    [civil_status] the civil status
    [work] the work
    [schooling] the schooling
   *[other] this
  } are alike in it.
finding-alike-ask = Are there others with whom you would like to spend time?
finding-professionals = { $count } of the { $whole } on the map { $count ->
    [one] helps
   *[other] help
  } as a profession.
finding-professionals-ask = Who stays when the help ends?
finding-near = { $count } of the { $whole } { $count ->
    [one] lives
   *[other] live
  } near: within half an hour of travel.
finding-near-ask = Where can you just walk in?
finding-weekly = With { $count } of the { $whole } there is contact every week, or more often.
finding-weekly-ask = With whom may it be more often? With whom is it fine as it is?

# Then and now: what changed between two measuring moments
change-nothing = Nothing changed among the people on the map.
change-came = { $names } joined.
change-went = { $names } { $count ->
    [one] is
   *[other] are
  } no longer on the map.
change-died = { $names } died.
change-closer = { $names } came closer.
change-further = { $names } moved further away.
change-more-often = Contact with { $names } became more frequent.
change-less-often = Contact with { $names } became less frequent.
change-stronger = The tie with { $names } became stronger.
change-weaker = The tie with { $names } became weaker.
change-tied = { $name } and { $other } now have a tie.
change-untied = The tie between { $name } and { $other } is no longer on the map.
figure-size = The network counted { $count ->
    [one] { $then } people and organisations first, and then 1.
   *[other] { $then } first and then { $count } people and organisations.
  }
figure-size-same = The network counted { $count ->
    [one] 1 person or organisation
   *[other] { $count } people and organisations
  } both times.
figure-intimates = The inner ring counted { $then } first, then { $count }.
figure-ties = The number of ties among those on the map was first { $then }, then { $count }.
figure-density = Those on the map know each other { $way ->
    [more] more
   *[less] less
  } often than at first.
figure-components = The number of groups that do not know each other was first { $then }, then { $count }.
figure-isolates = The number who know nobody else on the map was first { $then }, then { $count }.
figure-support = { $kind ->
    [practical] Practical help
    [emotional] Emotional support
    [company] Company
    [appraisal] Appreciation and an honest opinion
    [information] Information and advice
   *[other] Another kind of support
  } came from { $then } first, then from { $count }.
figure-reciprocity = Support went both ways with { $then } first, then with { $count }.
figure-professionals = Help by profession came from { $then } first, then from { $count }.
figure-weekly = First there was contact every week or more often with { $then }, then with { $count }.
figure-variety = The people on the map differ { $way ->
    [more] more
   *[less] less
  } than at first: { $attribute ->
    [age] in age
    [gender] in gender
    [civil_status] in civil status
    [work] in work
    [schooling] in schooling
   *[other] in more than one thing
  }.

## The screen Quality
quality-title = What stands out in this network?
quality-intro = No report and no grade: this is what there is to see, with a question to talk about it together.
quality-moment = Look at
quality-said = You are looking at: { $moment }.
quality-attention = Asks attention first
quality-ask = A question to ask:
quality-aloud = “{ $question }”
quality-members = On the map
quality-on-map = { $name } on the map
quality-gone = Somebody who is no longer on the map
quality-where-from = Where does this come from?
quality-all = All figures
quality-all-hint = For who wants to know exactly. Who has died counts nowhere. Nor does what is not known yet.
quality-empty-title = There is nothing to see yet
quality-empty = Put some people on the map first. Then you see here what stands out, with questions for a talk.
quality-to-map = To the map
moment-now = Now
measure-none = Cannot be said yet
measure-nobody = Nobody
measure-number = Number
measure-people = People
measure-name = Name
measure-givers = Give
measure-receivers = Receive
measure-attribute = In what
measure-of-sector = Sphere of life
measure-of-ring = Ring
measure-of-travel = Travel time
measure-of-frequency = Contact
measure-of-strength = Tie
measure-of-support = Kind of support
measure-attribute-age = Age
measure-attribute-gender = Gender
measure-attribute-civil_status = Civil status
measure-attribute-work = Work
measure-attribute-schooling = Schooling
measure-value-density = { $ties } of the { $pairs } possible ties ({ $value })
measure-value-of = { $value } of { $whole }
measure-value-scale = { $value } (from { $from } to { $to })
measure-size = Size
measure-size-how = How many people and organisations are on the map, without the client.
measure-ties = Ties among them
measure-ties-how = How many times two on the map have a tie with each other. The client does not count.
measure-density = Density
measure-density-how = How many of all possible ties among them there are, without the client. 0 is none, 1 is all. Source: Wasserman and Faust, 1994.
measure-components = Separate groups
measure-components-how = Into how many parts the map falls without the client. Who knows nobody is a part alone. Source: Wasserman and Faust, 1994.
measure-isolates = Knows nobody else
measure-isolates-how = How many have no tie with anybody else on the map. The client does not count.
measure-sectors = By sphere of life
measure-sectors-how = How many people and organisations stand in each quarter of the circle, without the client. Source: Lensink's network circle.
measure-rings = By ring
measure-rings-how = How many people and organisations stand in each ring, so how close. The client is the middle. Source: Lensink's network circle.
measure-support = Support
measure-support-how = How many give each kind of support to the client, and how many receive it from the client.
measure-variety = Variety
measure-variety-how = How different the people are, without the client. 0 is all alike, 1 is as different as can be. Source: Agresti and Agresti, 1978.
measure-unknown = Not known yet
measure-unknown-how = Of how many people this is not written down yet. They do not count in the variety.
measure-betweenness = In between others
measure-betweenness-how = How often the shortest way between two others leads through somebody, without the client. 0 is never, 1 is always. Source: Freeman, 1977.
measure-constraint = Being closed in
measure-constraint-how = How far the people around the client also know each other, with the client in it. Low is: they come from different worlds. Source: Burt, 1992.
measure-effective_size = Different ways in
measure-effective_size-how = How many people and organisations reach something new that others do not, seen from the client. Source: Burt, 1992.
measure-articulation = Holds others together
measure-articulation-how = Who makes that others are tied to each other, without the client. If that one falls away, a group falls apart. Source: Hopcroft and Tarjan, 1973.
measure-reciprocity = Support both ways
measure-reciprocity-how = With which part of those who give or receive support it goes both ways with the client. 0 is nobody, 1 is everybody.
measure-professionals_share = Part that helps by profession
measure-professionals_share-how = Which part of the people and organisations helps by profession, without the client. 0 is nobody, 1 is everybody.
measure-reach = Travel time
measure-reach-how = How many people live so far away, as the client travels. Of whom this is not known does not count.
measure-frequency = How often contact
measure-frequency-how = With how many people and organisations the client has contact so often.
measure-strength = How strong the tie
measure-strength-how = With how many people and organisations the client has a strong, ordinary or weak tie. Source: Hartman, 1978.
measure-bridging = Bridges between spheres of life
measure-bridging-how = Ties between spheres of life minus ties within one, without the client. 1 is bridges only, −1 is each in their own sphere. Source: Krackhardt and Stern, 1988.

## The screen Then and now
then-from = Then
then-to = And later
then-ways = How do you want to see it?
then-beside = Side by side
then-over = Over each other
then-words = In words
then-time = Through time
then-changes = What changed
then-figures = In numbers
then-from-to = From { $from } to { $to }
moments = Measuring moments
moments-close = Done
moment-title = Set a measuring moment
moment-explain = A measuring moment remembers how the network looks now. Later you see together what changed.
moment-name = Name
moment-name-hint = For example: Start
moment-name-refused = Give the measuring moment a name, for example Start.
moment-day = Day
moment-add = Set it
moment-suggest-start = Start
moment-suggest-three-months = After three months
moment-suggest-half-year = After half a year
moment-suggest-end = Closing
moment-remove = Remove { $name }
moment-said-added = Measuring moment { $name } is set.
moment-said-changed = Measuring moment { $name } has changed.
moment-said-removed = Measuring moment { $name } is removed. Undo brings it back.
still-label = { $title }: { $count ->
    [one] 1 person or organisation
   *[other] { $count } people and organisations
  }.
still-came = Joined
still-went = No longer on the map
still-died = Died
still-closer = Came closer
still-further = Moved further away
still-came-word = new
still-went-word = gone
still-died-word = died
still-closer-word = closer
still-further-word = further away
still-waiting = Without a place in the circle yet: { $names }
time-label = Day in the dossier
time-one-day = This dossier has changed on one day only so far. Later you can see here how the network grew.
time-play = Play
time-pause = Pause
time-before = Day before
time-after = Next day
time-says = { $day }: { $count ->
    [one] 1 person or organisation
   *[other] { $count } people and organisations
  }

## Genogram
genogram-date-married = m. { $year }
genogram-date-since = since { $year }
genogram-date-separated = s. { $year }
genogram-date-divorced = d. { $year }
genogram-woman = Circle: woman
genogram-man = Square: man
genogram-other = Diamond: other
genogram-unknown = With a question mark: gender not known yet
genogram-client = Double outline: the client
genogram-deceased = Cross: deceased
genogram-age = Number: age
genogram-married = Plain line: married
genogram-living-together = Dashes: living together
genogram-apart = Dash and dot: a couple, each with a home of their own
genogram-unsaid = Thin line: not told yet how
genogram-separated = One stroke through it: separated
genogram-divorced = Two strokes through it: divorced
genogram-birth = Plain line downwards: child
genogram-adopted = Double, half of it dashed: adopted
genogram-foster = Dots: foster child
genogram-step = Thin long dashes: stepchild
genogram-unsure = Dashes with a question mark: not certain who the parent is
genogram-close = Two lines: close
genogram-fused = Three lines: so close that it pinches
genogram-distant = Dots between two people: distant
genogram-strained = Zigzag: tension
genogram-cut-off = Interrupted: cut off
genogram-household = Outlined: living in one home
genogram-others = Not in the family
genogram-others-hint = Choose somebody to note family.
genogram-says-partner = together with { $name }
genogram-says-former-partner = formerly together with { $name }
genogram-says-parents = child of { $names }
genogram-says-children = parent of { $names }

## Family in the panel
family-title = Family
family-none = No family lines yet.
family-partner = Partner
family-parent = Parent
family-child = Child
family-partner-is = Partner: { $name }
family-parent-is = Parent: { $name }
family-child-is = Child: { $name }
family-add = Connect a relative
family-add-who = Who?
family-add-as = What are they to { $name }?
family-add-do = Connect
family-remove = Remove this line: { $name }
family-date-hint = for example 1981, 5-1981 or 24-5-1981; about: ±1981
family-date-refused = This is not a date and was not saved. Write for example 1981, 5-1981, 24-5-1981 or ±1981.
family-added = { $name } is connected.
family-there-already = { $name } is there like that already.
family-nobody = There is nobody to connect yet.
