# Map
map-label = Network map of { $name }
map-help = Use the arrow keys to walk from person to person. Enter opens, M moves, T draws a tie, B follows the ties, Shift with Enter chooses more, Ctrl with an arrow adds somebody with a tie, Delete removes. Shift 1 shows all.
view-label = Kind of map
view-ecogram = Ecogram
view-circle = Network circle
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
map-bar = Buttons
