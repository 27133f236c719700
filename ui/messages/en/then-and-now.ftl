# The screen Then and now
then-from = Then
then-to = And later
then-ways = How do you want to see it?
then-beside = Side by side
then-over = Overlaid
then-words = In words
then-time = Through time
then-changes = What changed
then-figures = In numbers
then-from-to = From { $from } to { $to }
moments = Measuring moments
moments-close = Done
moment-title = Set a measuring moment
moment-explain = A measuring moment remembers how the network looks now. Later you see together what changed.
moment-name = Name of the measuring moment
moment-name-hint = For example: Start
moment-name-refused = Give the measuring moment a name, for example Start.
moment-day = Day
moment-add = Set it
moment-suggest-start = Start
moment-suggest-three-months = After three months
moment-suggest-half-year = After half a year
moment-suggest-end = Closing
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
