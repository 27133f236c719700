# Map
map-label = Network map of { $name }
map-help = Use the arrow keys to walk from person to person. Enter opens, M moves, T draws a tie, B follows the ties, Shift with Enter chooses more, Ctrl with an arrow adds somebody with a tie, Delete removes. Shift 1 shows all.
view-label = Kind of map
view-ecogram = Ecogram
view-circle = Network circle
show-list = List
map-add = Who belongs to the network?
map-add-hint = Type a name and press Enter
pasted-title = { $count } names pasted
pasted-list = Pasted names
pasted-here = (already on the map)
pasted-add = { $count ->
       [one] Put 1 person on the map
       *[other] Put { $count } people on the map
    }
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
said-added-people = { $count ->
       [one] 1 person is on the map.
       *[other] { $count } people are on the map.
    }
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
legend-unknown = Dash and dot: not known yet
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
